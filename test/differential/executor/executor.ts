// Owns: carrying out scripts with the C layer, in this process, and telling it as the driver in C does (driver/driver.c), line by line.
// Must not know: where scripts come from, or what their traces are compared with.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BIO, EVP_PKEY, X509 } from '../../../lib/c/index.ts';
import { callbackOperations } from './callbacks.ts';
import { connectionOperations } from './connection.ts';
import { contextOperations } from './context.ts';
import { factOperations } from './facts.ts';
import { type C, freshSide, largest, type Needs, type Operations, type Run, type Side } from './operation.ts';
import { forgetTransport, waitingIn, waitingOut, wireOperations } from './wire.ts';

/** Gives the trace of a script, both as lines. */
export type Executor = (script: readonly string[]) => readonly string[];

const ownOperations: Operations = {
  keep_errors: {
    needs: 'nothing',
    run: (run, _side, args) => {
      run.keepErrors = Number(args(0)) !== 0;
      return String(Number(run.keepErrors));
    },
  },
};

const operations: Operations = {
  ...ownOperations,
  ...contextOperations,
  ...callbackOperations,
  ...connectionOperations,
  ...factOperations,
  ...wireOperations,
};

/** Those that a script can name. */
export const operationNames: readonly string[] = Object.keys(operations);

/** `folder` holds the certificates and keys that the driver in C is given. */
export function makeExecutor(c: C, folder: string): Executor {
  const certificate = fromPem(c, folder, '.pem', (bio) => c.PEM_read_bio_X509(bio, null, null, null) as X509);
  const key = fromPem(c, folder, '.key.pem', (bio) => c.PEM_read_bio_PrivateKey(bio, null, null, null) as EVP_PKEY);
  const sent = Uint8Array.from({ length: largest }, (_, at) => at * 31 + Math.floor(at / 251));
  const received = new Uint8Array(largest);
  const passing = new Uint8Array(largest);
  return (script) => {
    const run: Run = {
      c,
      client: freshSide('c'),
      server: freshSide('s'),
      certificate,
      key,
      sent,
      received,
      passing,
      notes: [],
      keepErrors: false,
    };
    const trace = script.map((line) => runLine(run, line));
    for (const side of [run.client, run.server]) freeSide(c, side);
    c.ERR_clear_error();
    return trace;
  };
}

function fromPem<T>(c: C, folder: string, ending: string, read: (bio: BIO) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const text = readFileSync(join(folder, name + ending));
    const bio = c.BIO_new_mem_buf(text, text.length);
    if (bio === null) throw new Error('BIO_new_mem_buf');
    const made = read(bio);
    c.BIO_free(bio);
    known.set(name, made);
    return made;
  };
}

function freeSide(c: C, side: Side): void {
  c.SSL_free(side.ssl);
  c.SSL_CTX_free(side.ctx);
  c.SSL_SESSION_free(side.session);
  forgetTransport(c, side);
}

function runLine(run: Run, line: string): string {
  const { c, client, server } = run;
  const [name = '', who, ...args] = line.split(' ');
  const side = who === 's' ? server : client;
  const operation = operations[name];
  if (operation === undefined) throw new Error(`no such operation: ${name}`);
  const told = `${name} ${side.name}: `;
  const lacking = missing(c, operation.needs, side);
  if (lacking !== null) return told + lacking;
  const result = operation.run(run, side, (index) => args[index] ?? '0');
  const queue = toldQueue(run);
  const notes = run.notes.length === 0 ? '' : ` told ${run.notes.splice(0).join('')}`;
  const flow = ` out ${waitingOut(c, client)} ${waitingOut(c, server)} in ${waitingIn(c, client)} ${waitingIn(c, server)}`;
  return told + result + queue + notes + flow;
}

function missing(c: C, needs: Needs, { ctx, ssl }: Side): string | null {
  if (needs === 'nothing') return null;
  if (needs === 'ctx') return ctx === null ? 'no context' : null;
  if (ssl === null) return 'no connection';
  if (needs === 'unused ssl' && c.SSL_in_before(ssl) === 0) return 'in use';
  if (needs === 'wired ssl' && c.SSL_get_rbio(ssl) === null && c.SSL_in_before(ssl) === 0) return 'no BIO';
  if (needs === 'finished ssl' && c.SSL_is_init_finished(ssl) === 0) return 'not finished';
  return null;
}

// Only numbers: the texts are other functions' business.
function toldQueue({ c, keepErrors }: Run): string {
  const told = (code: ReturnType<C['ERR_get_error']>): string => `${c.ERR_GET_LIB(code)}.${c.ERR_GET_REASON(code)}`;
  if (keepErrors) return ` queue kept ${told(c.ERR_peek_last_error())}`;
  let text = ' queue';
  for (let code = c.ERR_get_error(); code !== 0; code = c.ERR_get_error()) text += ` ${told(code)}`;
  return text;
}
