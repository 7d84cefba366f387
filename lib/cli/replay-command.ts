// Owns: the command `replay`.

import { LibraryLoadError, MisuseError, NotSupportedError, OpenSSL, SettingError, type SslEngine } from '../index.ts';
import { driverOptions } from './client-options.ts';
import { type Compared, type Difference, firstDifference } from './comparison.ts';
import { errorLine } from './error-text.ts';
import { type ExitCode, replayExitCodes } from './exit-codes.ts';
import { defaultTimeout, type ReplayFlags } from './flags.ts';
import { colorsFor } from './layout.ts';
import { RecordedPieces, stepsWithoutServer } from './offline.ts';
import { TcpPieces } from './piece-source.ts';
import { plainJson } from './plain-text.ts';
import { connectionText } from './record-command.ts';
import { asciiHost, engineOf, identityOf, type OwnIdentity } from './recorded-settings.ts';
import { type Recorded, recordHandshake } from './recorder.ts';
import { type RecordedStep, type Recording, readRecording } from './recording.ts';
import { usageErrorOf } from './refusal.ts';
import { type ReplayReport, replayText } from './replay-text.ts';
import type { Target } from './target.ts';
import { UsageError } from './usage-error.ts';

/** `target`: null: the recorded server. Fails when: the flags cannot be followed, or the file is no recording (UsageError). */
export async function runReplay(file: string, target: Target | null, flags: ReplayFlags, color: boolean): Promise<ExitCode> {
  const recording = readRecording(file);
  if (flags.offline === true && target !== null) throw new UsageError('--offline has no meaning with HOST:PORT');
  let library: OpenSSL;
  try {
    library = OpenSSL.load(flags.library);
  } catch (error) {
    if (!(error instanceof LibraryLoadError)) throw error;
    process.stderr.write(errorLine(error));
    return replayExitCodes.notCompared;
  }
  const report = await replay(recording, target, flags, library);
  process.stdout.write(flags.json === true ? `${plainJson(report)}\n` : replayText(report, colorsFor(process.stdout, color)));
  return report.same ? replayExitCodes.same : replayExitCodes.different;
}

async function replay(recording: Recording, target: Target | null, flags: ReplayFlags, library: OpenSSL): Promise<ReplayReport> {
  const identity = ownIdentity(recording, flags, library);
  const reportOf = (found: Found, server: Target | null, compared: ReplayReport['compared']): ReplayReport => ({
    same: found.difference === null,
    compared,
    server: server === null ? null : `${server.host.includes(':') ? `[${server.host}]` : server.host}:${server.port}`,
    recorded: recording.library,
    replayed: { version: library.version.text, source: library.source },
    ...found,
  });
  const opened = openEngine(recording, identity, library);
  if ('refused' in opened) return reportOf({ difference: opened.refused, inCalls: null }, null, 'settings');
  const { engine } = opened;
  const of111 = { recorded: recording.library.version.startsWith('OpenSSL 1.1.1'), replayed: !library.isAtLeast('3.0') };
  const timeout = flags.timeout ?? defaultTimeout;
  const source = flags.offline === true ? null : await reach(target, recording, timeout);
  try {
    if (source !== null) {
      const again = await recordHandshake(engine, source, timeout);
      const found = compare({ ...recording, of111: of111.recorded }, { ...again, of111: of111.replayed });
      return reportOf(found, target ?? recording.server, 'everything');
    }
    const count = stepsWithoutServer(recording.steps);
    const complete = count === recording.steps.length;
    const again = await recordHandshake(engine, new RecordedPieces(recording.steps, count), timeout);
    const found = compare(beginning(recording, count, complete, of111.recorded), beginning(again, count, complete, of111.replayed));
    return reportOf(found, null, complete ? 'everything' : 'beginning');
  } finally {
    source?.close();
    engine.close();
  }
}

type Found = Pick<ReplayReport, 'difference' | 'inCalls'>;

// The ClientHello of another release is hardly ever the same: what follows from it for the program stands in the calls.
function compare(recorded: Compared, replayed: Compared): Found {
  return { difference: firstDifference(recorded, replayed, 'everything'), inCalls: firstDifference(recorded, replayed, 'calls') };
}

// Where the input ends before the recorded one did, nothing that follows from it is compared.
function beginning({ steps, outcome }: Pick<Recorded, 'steps' | 'outcome'>, count: number, complete: boolean, of111: boolean): Compared {
  if (complete) return { steps, outcome, of111 };
  const upTo = steps.slice(0, count).map((step, index): RecordedStep => {
    return index + 1 < count ? step : { ...step, received: [], arrival: null };
  });
  return { steps: upTo, outcome: null, of111 };
}

// null: the recorded server does not answer. One that was named must.
async function reach(target: Target | null, { server }: Recording, timeout: number): Promise<TcpPieces | null> {
  const { host, port } = target ?? server;
  const ascii = asciiHost(host);
  try {
    return await TcpPieces.connect(ascii, port, timeout);
  } catch (cause) {
    if (target === null) return null;
    throw new UsageError(`nothing was compared: connecting to ${host}:${port}: ${connectionText(cause)}`, { cause });
  }
}

function ownIdentity({ settings, server }: Recording, { cert, key, passphraseEnv }: ReplayFlags, library: OpenSSL): OwnIdentity {
  if (settings.clientCertificate && cert === undefined) {
    throw new UsageError('the recording was made with --cert, which is not in it: give --cert and --key');
  }
  if (!settings.clientCertificate && cert !== undefined) throw new UsageError('--cert: the recording was made without a certificate');
  const given = {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphraseEnv === undefined ? {} : { passphraseEnv }),
  };
  return identityOf(driverOptions(server, { verify: true, ...given }, library));
}

// A setting that one library takes and another does not is a difference like any other.
function openEngine({ settings }: Recording, identity: OwnIdentity, library: OpenSSL): { engine: SslEngine } | { refused: Difference } {
  try {
    return { engine: engineOf(settings, identity, library) };
  } catch (error) {
    if (isOfIdentity(error)) throw usageErrorOf(error, { ...identity }) ?? error;
    if (error instanceof SettingError || error instanceof NotSupportedError) {
      const what = error instanceof SettingError ? `the setting ${error.setting}` : 'a setting';
      return { refused: { step: null, call: error.function, what, recorded: 'accepted', replayed: error.message } };
    }
    if (error instanceof MisuseError)
      throw new UsageError(`the recording's settings cannot be followed: ${error.message}`, { cause: error });
    throw error;
  }
}

// Of what the flags gave, and not the recording.
function isOfIdentity(error: unknown): boolean {
  const blamed = error instanceof MisuseError ? error.argument : error instanceof SettingError ? error.setting : '';
  return /^(?:options\.)?(?:certificate|privateKey|passphrase)\b/.test(blamed);
}
