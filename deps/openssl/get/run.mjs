// @ts-check
/** Starts other programs, and ends them together with this one. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { Problem } from './problem.mjs';

/** Descriptors that every child inherits: the locks held now. @type {Set<number>} */
export const heldDescriptors = new Set();

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @type {NodeJS.Signals | undefined} */
let stoppedBy;

/** Where a program comes from when it is missing. @type {Readonly<Record<string, string>>} */
const ORIGIN = {
  'apt-get': 'apt',
  'apt-cache': 'apt',
  'apt-config': 'apt',
  dpkg: 'dpkg',
  'dpkg-deb': 'dpkg',
  flock: 'util-linux',
  tar: 'tar',
  perl: 'perl',
  make: 'make',
  cc: 'gcc (or build-essential)',
};

/** Variables that would steer a build or a probe away from what this tool wants. */
const UNWANTED = [
  'MAKEFLAGS',
  'MFLAGS',
  'MAKELEVEL',
  'MAKEOVERRIDES',
  'DESTDIR',
  'OPENSSL_CONF',
  'OPENSSL_MODULES',
  'OPENSSL_ENGINES',
  'OPENSSL_CONF_INCLUDE',
];

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string>>} [env]  Added to this process' environment.
 * @property {string} [log]       Both outputs are appended to this file instead of being returned.
 * @property {boolean} [mayFail]  An exit code other than 0 is the caller's business.
 * @property {readonly number[]} [descriptors]  Handed on as 3, 4, …
 * @property {(seconds: number) => void} [heartbeat]  Called now and then while the program runs.
 *
 * @typedef {{ code: number, stdout: string, stderr: string }} RunResult
 */

/**
 * Fails when: the program is missing; it exits with another code than 0 and `mayFail` isn't set.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const log = options.log === undefined ? undefined : openSync(options.log, 'a');
  const output = log ?? 'pipe';
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: childEnvironment(options.env),
    stdio: ['ignore', output, output, ...(options.descriptors ?? []), ...heldDescriptors],
    // A process group of its own: a signal then reaches make's compilers too.
    detached: true,
  });
  running.add(child);
  if (log !== undefined) closeSync(log);

  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });

  const started = Date.now();
  const timer = options.heartbeat && setInterval(() => options.heartbeat?.(Math.round((Date.now() - started) / 1000)), 20_000);

  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(child);
      clearInterval(timer);
      const missing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
      const todo = ORIGIN[command];
      reject(
        missing
          ? new Problem(
              `the program ${command} isn't installed`,
              todo === undefined ? {} : { todo: `install it; Debian's package is ${todo}` },
            )
          : error,
      );
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      clearInterval(timer);
      // Once this process is told to stop, nothing that waits for a program may go on.
      if (stoppedBy !== undefined) return finishStopping();
      const status = code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)];
      if (status === 0 || options.mayFail) return resolve({ code: status, stdout, stderr });
      return reject(
        new Problem(`${command} ended with exit code ${status}`, {
          tried: [[command, ...args].join(' '), ...lastLines(stderr, 12)],
          ...(options.log === undefined ? {} : { todo: `read ${options.log}` }),
        }),
      );
    });
  });
}

/**
 * From now on an interrupt ends the running programs first, then this one, so that all can be resumed later.
 */
export function stopChildrenOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const again = stoppedBy !== undefined;
      stoppedBy ??= signal;
      for (const child of running) killGroup(child, again ? 'SIGKILL' : 'SIGTERM');
      finishStopping();
    });
  }
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count);
}

/**
 * @param {Readonly<Record<string, string>> | undefined} extra
 * @returns {NodeJS.ProcessEnv}
 */
function childEnvironment(extra) {
  const env = { ...process.env, LC_ALL: 'C' };
  for (const name of UNWANTED) delete (/** @type {NodeJS.ProcessEnv} */ (env)[name]);
  return { ...env, ...extra };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function finishStopping() {
  if (stoppedBy === undefined || running.size > 0) return;
  process.stderr.write(`stopped by ${stoppedBy}; the same command goes on from here\n`);
  process.exit(128 + constants.signals[stoppedBy]);
}
