// Owns: the command line: commands, help, and which exit code belongs to what.
// Must not know: what the commands do. They are loaded when they are called: help needs no addon.

import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import {
  addConnectFlags,
  addRecordFlags,
  addReplayFlags,
  type ConnectFlags,
  jsonOption,
  libraryOption,
  type RecordFlags,
  type ReplayFlags,
} from './flags.ts';
import type { InfoFlags } from './info-command.ts';
import { packageVersion } from './package-version.ts';
import { parseTarget, type Target } from './target.ts';
import { UsageError } from './usage-error.ts';

/** Does what the arguments say and gives the exit code; what there is to tell has been printed. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = describeProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof UsageError || error instanceof AddonError)) throw error;
    process.stderr.write(`libssl: ${error.message}\n`);
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  }
}

function describeProgram(done: (code: ExitCode) => void): Command {
  const program = new Command('libssl')
    .description('TLS connections through a real OpenSSL of your choice, step by step.')
    .version(packageVersion(), '-V, --version', 'print the version of this package')
    .option('--no-color', 'print without colours, as with the environment variable NO_COLOR')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', programHelp);
  const color = (): boolean => program.opts<{ color: boolean }>().color;

  const connect = program
    .command('connect')
    .summary('connect to a server and show the handshake, call by call')
    .description('Connects to a server, shows the handshake call by call and what came of it, and says goodbye.')
    .argument('<host:port>', 'the server: example.org:443, 192.0.2.1:8443, [::1]:443; the port is 443 if left out', parseTarget)
    .addHelpText('after', connectHelp)
    .action(async (target: Target, flags: ConnectFlags) => {
      const { runConnect } = await loaded(() => import('./connect-command.ts'));
      done(await runConnect(target, flags, color()));
    });
  addConnectFlags(connect);

  addRecordingCommands(program, done, color);

  program
    .command('info')
    .summary('show which OpenSSL is in use, and why')
    .description('Shows which OpenSSL is in use, why, what else was tried, and what Node itself has.')
    .addOption(libraryOption())
    .addOption(jsonOption())
    .addHelpText('after', infoHelp)
    .action(async (flags: InfoFlags) => {
      const { runInfo } = await loaded(() => import('./info-command.ts'));
      done(runInfo(flags, color()));
    });
  return program;
}

function addRecordingCommands(program: Command, done: (code: ExitCode) => void, color: () => boolean): void {
  const record = program
    .command('record')
    .summary('connect to a server and keep what the handshake did in a file')
    .description('Connects to a server as `connect` does and writes what the handshake did, call by call, to a file for `replay`.')
    .argument('<file>', 'the recording to write: JSON, without keys and other secrets')
    .argument('<host:port>', 'the server: example.org:443, 192.0.2.1:8443, [::1]:443; the port is 443 if left out', parseTarget)
    .addHelpText('after', recordHelp)
    .action(async (file: string, target: Target, flags: RecordFlags) => {
      const { runRecord } = await loaded(() => import('./record-command.ts'));
      done(await runRecord(file, target, flags));
    });
  addRecordFlags(record);

  const replay = program
    .command('replay')
    .summary('do a recorded handshake again with another OpenSSL, and show the first difference')
    .description('Does a recorded handshake again, with another OpenSSL, and shows the first thing that is not as it was.')
    .argument('<file>', 'a recording of `record`')
    .argument('[host:port]', 'the server (default: the recorded one)', parseTarget)
    .addHelpText('after', replayHelp)
    .action(async (file: string, target: Target | undefined, flags: ReplayFlags) => {
      const { runReplay } = await loaded(() => import('./replay-command.ts'));
      done(await runReplay(file, target ?? null, flags, color()));
    });
  addReplayFlags(replay);
}

// The first thing that a command loads is the native addon, and it may not be there.
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).trim();
    throw new AddonError(`the native addon cannot be loaded (npm rebuild libssl builds it again): ${reason}`, { cause });
  }
}

class AddonError extends Error {}

const libraryHelp = `
Which OpenSSL:
  --library, else the environment variable LIBSSL_LIBRARY (the same values),
  else the system's, else Node's own.`;

const programHelp = `
Examples:
  $ libssl connect example.org
  $ libssl connect example.org:443 --blocking --library node
  $ libssl info
${libraryHelp}

Exit codes:
  0  done
  1  it was tried and failed: the connection, the handshake, the certificate, or
     loading the OpenSSL that was asked for
  2  bad usage: nothing was tried`;

const connectHelp = `
Examples:
  $ libssl connect example.org:443
  $ libssl connect localhost:8443 --ca ca.pem --alpn h2,http/1.1 --json
  $ libssl connect [::1]:8443 --ca ca.pem --verify-name server.test
  $ libssl connect example.org --max-protocol TLSv1.2 --ciphers ECDHE+AESGCM
  $ libssl connect example.org:4433 --dtls
  $ libssl connect example.org --conf Options=-SessionTicket --conf Groups=P-256
  $ libssl connect example.org --sess-out session.der
  $ libssl connect example.org --sess-in session.der
  $ libssl connect example.org --library /opt/openssl-4.0
${libraryHelp}

Output:
  A line for each call of SSL_connect: what it returned, what SSL_get_error said
  of it, the bytes sent after it and received before the next, the milliseconds
  of the call and of the wait. Then what was agreed on, verified and shown by
  the server. With --json all of it is one object on standard output. The line
  that sums up a failure goes to standard error.

Exit codes:
  0  the handshake is done and the server verified, or verification was switched
     off with --no-verify
  1  it failed: the connection, the handshake, the certificate, or loading the
     OpenSSL that was asked for
  2  bad usage: nothing was tried, standard output is empty`;

const recordHelp = `
Examples:
  $ libssl record before.json example.org:443 --library /opt/openssl-3.0
  $ libssl record before.json localhost:8443 --ca ca.pem --alpn h2
${libraryHelp}

Exit codes:
  0  the file is written, however the handshake ended: that is in it
  1  there was no connection, or the OpenSSL that was asked for cannot be loaded
  2  bad usage: nothing was tried`;

const replayHelp = `
Examples:
  $ libssl replay before.json --library /opt/openssl-4.0
  $ libssl replay before.json localhost:8443 --library system --json
  $ libssl replay before.json --offline
${libraryHelp}

Without a server:
  If the recorded server does not answer, or with --offline, what comes before
  its answer is compared, and as much of that as is no answer to one ClientHello
  alone: an alert, bytes that are no TLS, the end of the connection.

Exit codes:
  0  the same, as far as could be compared
  1  different
  2  nothing was compared: bad usage, a server that was named does not answer,
     or the OpenSSL that was asked for cannot be loaded`;

const infoHelp = `
Examples:
  $ libssl info
  $ libssl info --library /opt/openssl-4.0 --json
${libraryHelp}

Exit codes:
  0  there is one
  1  none could be loaded
  2  bad usage`;
