// Owns: the command `record`.

import { existsSync, rmSync } from 'node:fs';
import { LibsslError, OpenSSL, type SslEngine, verifyResultName } from '../index.ts';
import { type DriverOptions, driverOptions } from './client-options.ts';
import { errorLine } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { defaultTimeout, type RecordFlags } from './flags.ts';
import { TcpPieces } from './piece-source.ts';
import { plain, plainJson } from './plain-text.ts';
import { asciiHost, engineOf, identityOf, settingsOf } from './recorded-settings.ts';
import { recordHandshake } from './recorder.ts';
import { prepareFile, type RecordedSettings, type Recording, recordingOf, writeRecording } from './recording.ts';
import { usageErrorOf } from './refusal.ts';
import type { Target } from './target.ts';

/** Fails when: the flags cannot be followed, or the file cannot be written (UsageError). */
export async function runRecord(file: string, target: Target, flags: RecordFlags): Promise<ExitCode> {
  try {
    const library = OpenSSL.load(flags.library);
    const options = driverOptions(target, flags, library);
    const settings = settingsOf(options);
    const engine = openEngine(settings, options, library);
    try {
      return await recordTo(file, target, flags, { engine, settings, library });
    } finally {
      engine.close();
    }
  } catch (error) {
    // No flag is to blame: there is no such library, or the system has no trusted certificates.
    if (!(error instanceof LibsslError)) throw error;
    process.stderr.write(errorLine(error));
    return exitCodes.failed;
  }
}

interface Prepared {
  readonly engine: SslEngine;
  readonly settings: RecordedSettings;
  readonly library: OpenSSL;
}

async function recordTo(file: string, target: Target, flags: RecordFlags, { engine, settings, library }: Prepared): Promise<ExitCode> {
  const isNew = !existsSync(file);
  prepareFile(file); // before anything is tried, so that a path that cannot be used is bad usage
  const timeout = flags.timeout ?? defaultTimeout;
  let source: TcpPieces;
  const start = performance.now();
  try {
    source = await TcpPieces.connect(asciiHost(target.host), target.port, timeout);
  } catch (error) {
    if (isNew) rmSync(file, { force: true });
    process.stderr.write(`libssl: connecting to ${plain(target.host)}:${target.port}: ${connectionText(error)}\n`);
    return exitCodes.failed;
  }
  try {
    const { steps, outcome, error } = await recordHandshake(engine, source, timeout - (performance.now() - start));
    const recording = recordingOf({
      library: { version: library.version.text, source: library.source },
      server: { host: target.host, port: target.port },
      settings,
      steps,
      outcome,
    });
    writeRecording(file, recording);
    process.stdout.write(flags.json === true ? `${plainJson(recording)}\n` : recordText(file, recording));
    if (error !== null && flags.json !== true) process.stderr.write(errorLine(error));
    if (settings.clientCertificate) {
      process.stderr.write('libssl: the certificate of --cert and its key are not in the recording: replay wants --cert and --key again\n');
    }
    return exitCodes.done;
  } finally {
    source.close();
  }
}

function openEngine(settings: RecordedSettings, options: DriverOptions, library: OpenSSL): SslEngine {
  try {
    return engineOf(settings, identityOf(options), library);
  } catch (error) {
    throw usageErrorOf(error, { ...options }) ?? error;
  }
}

/** What the system said; of several addresses that were tried, of the last. */
export function connectionText(error: unknown): string {
  const last = error instanceof AggregateError ? (error.errors.at(-1) as unknown) : error;
  return last instanceof LibsslError || !(last instanceof Error) ? String(last) : plain(last.message);
}

function recordText(file: string, { library, steps, outcome }: Recording): string {
  const count = (way: 'sent' | 'received'): number => steps.reduce((total, step) => total + step[way].length, 0);
  const { done, protocol, cipher, group, verify } = outcome;
  const agreed = [protocol, cipher, group, verify === null ? null : verifyResultName(verify, library.version.startsWith('OpenSSL 1.1.1'))];
  const end = done ? `the handshake is done: ${agreed.filter((part) => part !== null).join(', ')}` : 'the handshake failed';
  return [
    `${library.version} (${library.source})`,
    `${steps.length} calls, ${count('sent')} records sent, ${count('received')} received; ${end}`,
    `${plain(file)} is written`,
    '',
  ].join('\n');
}
