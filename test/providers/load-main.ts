// A process that loads one OpenSSL after the other and in each, in a library context or in the default one, the legacy provider; reads with
// it a PKCS #12 file that takes that provider, and does a handshake. Input: an Order as JSON. LIBSSL_TEST_CONF: OPENSSL_CONF for what is
// loaded, but not for Node's own, which has read its file by then.

import * as c from '../../lib/c/index.ts';
import { LibraryContext, LibsslError, OpenSSL, SslContext } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';

export interface Order {
  readonly selectors: readonly string[];
  /** By selector: the folder of its modules; for `how` 'configured' it is in openssl.cnf. */
  readonly modules: Readonly<Record<string, string>>;
  /** Where the provider is loaded: a new context, the default one, the default one by OpenSSL's openssl.cnf, or by the C layer. */
  readonly how: 'context' | 'default' | 'configured' | 'c-layer';
  /** Base64. */
  readonly file: string;
}

export interface Told {
  readonly version: string;
  readonly legacy?: string | null;
  readonly before?: boolean;
  readonly after?: boolean;
  readonly client?: string;
  readonly error?: string;
}

const conf = process.env['LIBSSL_TEST_CONF'];
if (conf !== undefined) process.env['OPENSSL_CONF'] = conf;

let input = '';
process.stdin.on('data', (data: Buffer) => (input += data.toString('utf8')));
process.stdin.on('end', () => {
  const order = JSON.parse(input) as Order;
  process.stdout.write(JSON.stringify(order.selectors.map((selector) => tell(selector, order))));
});

function tell(selector: string, { modules, how, file }: Order): Told {
  const library = OpenSSL.load(selector);
  const version = library.version.short;
  const readable = (where: { readonly library?: OpenSSL; readonly libraryContext?: LibraryContext }): boolean => {
    try {
      const pkcs12 = { data: Buffer.from(file, 'base64'), passphrase: 'secret' };
      return new SslContext({ role: 'server', ...where, pkcs12 }).library === library;
    } catch (error) {
      if (error instanceof LibsslError) return false;
      throw error;
    }
  };
  try {
    const before = readable({ library });
    const module = `${modules[selector]}/legacy.so`;
    const context = how === 'context' ? new LibraryContext({ library, providers: ['default'] }) : LibraryContext.default(library);
    if (how === 'context' || how === 'default') context.loadProvider('legacy', { module, retainFallbacks: true });
    if (how === 'c-layer') {
      const l = c.with(library);
      l.OSSL_PROVIDER_set_default_search_path(null, modules[selector] ?? '');
      if (l.OSSL_PROVIDER_try_load(null, 'legacy', 1) === null) throw new Error('OSSL_PROVIDER_try_load gave null');
    }
    const where = how === 'context' ? { libraryContext: context } : { library };
    const pair = new EnginePair({ client: { ...where, ...trustingClient() }, library });
    const { client } = pair.handshake();
    pair.close();
    const legacy = context.providers.find(({ name }) => name === 'legacy')?.version ?? null;
    return { version, legacy, before, after: readable(where), client: client.status };
  } catch (error) {
    return { version, error: String(error) };
  }
}
