// Owns: what tests of Encrypted Client Hello share: which OpenSSLs have it, the names, and both ends' options.
// Must not know: what is tested.

import { EchStore, type OpenSSL, type SslContextOptions, type SslEngineOptions } from '../../lib/index.ts';
import { type AtHand, libraries } from './at-hand.ts';
import { describeEachOf } from './libraries.ts';
import { certificatePem, hosts, identity } from './pki.ts';

/** The server's certificate is for both. */
export const names = { inner: hosts.second, outer: hosts.good } as const;

const title = ({ name, library }: AtHand): string => `${name} (${library.version.short})`;
const has = ({ library }: AtHand): boolean => library.has('OSSL_ECHSTORE_new');

/** One describe block for each OpenSSL at hand that has ECH. */
export function describeEachWithEch(what: string, tests: (library: OpenSSL, atHand: AtHand) => void): void {
  const entries = libraries.filter(has).map((entry) => [title(entry), entry] as const);
  describeEachOf(`${what}: OpenSSL %s`, entries, (_, entry) => tests(entry.library, entry));
}

/** One for each that has none. */
export function describeEachWithoutEch(what: string, tests: (library: OpenSSL, atHand: AtHand) => void): void {
  const entries = libraries.filter((entry) => !has(entry)).map((entry) => [title(entry), entry] as const);
  describeEachOf(`${what}: OpenSSL %s`, entries, (_, entry) => tests(entry.library, entry));
}

export function newStore(library: OpenSSL, publicName: string = names.outer): EchStore {
  return EchStore.generate({ publicName }, library);
}

export interface EchScene {
  readonly server?: Partial<SslContextOptions>;
  readonly client?: Partial<SslContextOptions>;
  readonly engine?: SslEngineOptions;
}

/** For EnginePair: a client that verifies and means the inner name. */
export function echPair(library: OpenSSL, { server, client, engine }: EchScene) {
  return {
    library,
    client: { ca: certificatePem('root'), verifyMode: 'peer', ...client },
    server: { ...identity('server'), ...server },
    clientEngine: { serverName: names.inner, verifyHost: names.inner, ...engine },
  } as const;
}
