// Owns: what a ClientHello and a ServerHello say, of their bytes: RFC 8446, 4.1.2 and 4.1.3. Only what can be compared between two runs:
// no randoms, no keys, no session ids.
// Must not know: records. What cannot be read gives null: these bytes come from strangers too.

import { ByteReader } from './byte-reader.ts';

export interface ClientHelloFacts {
  /** The version field; what is really offered stands in `versions`. */
  readonly legacyVersion: number;
  readonly sessionIdLength: number;
  readonly ciphers: readonly number[];
  /** In the order in which they were sent. */
  readonly extensions: readonly number[];
  readonly serverName: string | null;
  readonly versions: readonly number[];
  readonly groups: readonly number[];
  readonly keyShares: readonly number[];
  readonly signatureAlgorithms: readonly number[];
  readonly alpn: readonly string[];
}

export interface ServerHelloFacts {
  /** It asks for another ClientHello. */
  readonly retry: boolean;
  readonly version: number;
  readonly cipher: number;
  readonly extensions: readonly number[];
  /** The group of its key share; null if it has none. */
  readonly group: number | null;
}

const extension = { serverName: 0, groups: 10, signatureAlgorithms: 13, alpn: 16, versions: 43, keyShare: 51 } as const;
// RFC 8446, 4.1.3: the SHA-256 of "HelloRetryRequest" in place of a random.
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

/** `body` is the message without its four bytes of type and length. */
export function clientHelloFacts(body: Uint8Array): ClientHelloFacts | null {
  return ByteReader.read(body, (bytes) => {
    const legacyVersion = bytes.number(2);
    bytes.skip(32);
    const sessionIdLength = bytes.block(1).length;
    const ciphers = bytes.numbers(2);
    bytes.block(1); // compression
    const extensions = extensionsOf(bytes);
    const list = (type: number, sizeOfLength: 1 | 2): readonly number[] =>
      readIn(extensions, type, (each) => each.numbers(sizeOfLength)) ?? [];
    return {
      legacyVersion,
      sessionIdLength,
      ciphers,
      extensions: [...extensions.keys()],
      serverName: readIn(extensions, extension.serverName, serverNameIn),
      versions: list(extension.versions, 1),
      groups: list(extension.groups, 2),
      keyShares: readIn(extensions, extension.keyShare, sharesIn) ?? [],
      signatureAlgorithms: list(extension.signatureAlgorithms, 2),
      alpn: readIn(extensions, extension.alpn, protocolsIn) ?? [],
    };
  });
}

export function serverHelloFacts(body: Uint8Array): ServerHelloFacts | null {
  return ByteReader.read(body, (bytes) => {
    const legacyVersion = bytes.number(2);
    const retry = Buffer.from(bytes.take(32)).toString('hex') === retryRandom;
    bytes.block(1); // session id
    const cipher = bytes.number(2);
    bytes.skip(1);
    const extensions = extensionsOf(bytes);
    return {
      retry,
      version: readIn(extensions, extension.versions, (each) => each.number(2)) ?? legacyVersion,
      cipher,
      extensions: [...extensions.keys()],
      group: readIn(extensions, extension.keyShare, (each) => each.number(2)),
    };
  });
}

// Up to TLS 1.2 there may be none at all.
function extensionsOf(bytes: ByteReader): ReadonlyMap<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  if (bytes.atEnd) return found;
  const all = new ByteReader(bytes.block(2));
  while (!all.atEnd) {
    const type = all.number(2);
    found.set(type, all.block(2));
  }
  return found;
}

function readIn<T>(extensions: ReadonlyMap<number, Uint8Array>, type: number, read: (bytes: ByteReader) => T): T | null {
  const content = extensions.get(type);
  return content === undefined ? null : ByteReader.read(content, read);
}

// RFC 6066, 3: a list, whose only kind of entry is a host name.
function serverNameIn(bytes: ByteReader): string {
  const list = new ByteReader(bytes.block(2));
  list.skip(1);
  return Buffer.from(list.block(2)).toString('latin1');
}

function sharesIn(bytes: ByteReader): readonly number[] {
  const list = new ByteReader(bytes.block(2));
  const groups: number[] = [];
  while (!list.atEnd) {
    groups.push(list.number(2));
    list.block(2);
  }
  return groups;
}

function protocolsIn(bytes: ByteReader): readonly string[] {
  const list = new ByteReader(bytes.block(2));
  const names: string[] = [];
  while (!list.atEnd) names.push(Buffer.from(list.block(1)).toString('latin1'));
  return names;
}
