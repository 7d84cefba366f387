// A process that loads an OpenSSL, does one whole handshake with it and tells what it saw, as JSON. Parameters: the selector ('' for
// none), then files that are given to the system's loader first, whatever comes of it. LIBSSL_TEST_FIRST: a selector to load before.
// LIBSSL_TEST_CONF: OPENSSL_CONF for the OpenSSL that is loaded, but not for Node's own, which has read its file by then.

import { LibraryLoadError, LibsslError, OpenSSL } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { hosts } from '../support/pki.ts';

export interface Seen {
  readonly version?: string;
  readonly source?: string;
  readonly chosenBy?: string;
  readonly isolation?: { readonly state: string; readonly detail: string };
  readonly files?: { readonly ssl: string; readonly crypto: string };
  readonly client?: string;
  readonly server?: string;
  readonly protocol?: string | null;
  readonly verified?: boolean;
  readonly refused?: boolean;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly attempts: readonly { files: readonly string[]; reason: string; source: string }[];
  };
}

const [selector = '', ...before] = process.argv.slice(2);
process.stdout.write(JSON.stringify(look()));

function look(): Seen {
  for (const file of before) {
    try {
      process.dlopen({ exports: {} }, file);
    } catch {
      // No addon: but its constructor has run.
    }
  }
  try {
    const conf = process.env['LIBSSL_TEST_CONF'];
    if (conf !== undefined) process.env['OPENSSL_CONF'] = conf;
    const first = process.env['LIBSSL_TEST_FIRST'];
    if (first !== undefined) OpenSSL.load(first);
    const library = selector === '' ? OpenSSL.load() : OpenSSL.load(selector);
    const pair = new EnginePair({ library, client: trustingClient(), clientEngine: { verifyHost: hosts.good } });
    const { client, server } = pair.handshake();
    const { protocol } = pair.client.connection;
    const { verified } = pair.client.connection.verify;
    pair.close();
    const bad = new EnginePair({ library, client: trustingClient(), clientEngine: { verifyHost: 'wrong.test' } });
    const refused = bad.handshake().client.status === 'failed';
    bad.close();
    const { version, source, chosenBy, isolation, files } = library;
    return {
      version: version.text,
      source,
      chosenBy,
      isolation,
      files,
      client: client.status,
      server: server.status,
      protocol,
      verified,
      refused,
    };
  } catch (error) {
    if (!(error instanceof LibsslError)) throw error;
    return { error: { code: error.code, message: error.message, attempts: error instanceof LibraryLoadError ? error.attempts : [] } };
  }
}
