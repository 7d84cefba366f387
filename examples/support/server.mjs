// Owns: a real TLS server in another process on 127.0.0.1, which answers every line with the line reversed: `openssl s_server` where it is
// installed, else reversing-server.mjs.
// Must not know: clients.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithUs } from './clean-up.mjs';

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} what  What it is, for people.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ certificate: string, privateKey: string }} files
 * @returns {Promise<Server>}
 */
export async function startServer({ certificate, privateKey }) {
  const own = join(import.meta.dirname, 'reversing-server.mjs');
  const sServer = ['s_server', '-accept', '127.0.0.1:0', '-cert', certificate, '-key', privateKey, '-rev'];
  try {
    return await start('openssl', sServer, '`openssl s_server`');
  } catch {
    // Not installed, or one without -rev (LibreSSL's).
    return start(process.execPath, [own, certificate, privateKey], "this package's own accept() on Node's OpenSSL");
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {string} what
 * @returns {Promise<Server>}
 */
async function start(program, parameters, what) {
  const child = endWithUs(spawn(program, parameters, { stdio: 'pipe' }));
  child.stdin.on('error', () => {}); // it is gone before we are
  let said = '';
  const port = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`${program} ended (${code ?? signal}): ${said}`)));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const match = /ACCEPT 127\.0\.0\.1:(?<port>\d+)/.exec(said);
      if (match) resolve(Number(match.groups?.port));
    });
  });
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  return { port, what, stop };
}
