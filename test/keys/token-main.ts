// Run in a process of its own: everything that is done with keys in a token. Parameter: what, as JSON. Prints what came of it, as JSON.

import { readFileSync } from 'node:fs';
import { CryptoEngine, KeyError, LibraryContext, LibsslError, loadStore, OpenSSL, type PrivateKey } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import { EnginePair } from '../support/engine-pair.ts';

type KeyKind = 'rsa' | 'ec';
const protocols = ['TLSv1.2', 'TLSv1.3'] as const;
type Protocol = (typeof protocols)[number];
const only = (protocol: Protocol) => ({ minProtocol: protocol, maxProtocol: protocol });

export interface Asked {
  readonly selector: string;
  /** How the token is reached. */
  readonly way: 'provider' | 'engine';
  /** The provider's or the engine's file. */
  readonly file: string;
  /** SoftHSM's. */
  readonly module: string;
  readonly pin: string;
  readonly caFile: string;
  readonly certificateFiles: Readonly<Record<KeyKind, string>>;
  readonly uris: Readonly<Record<KeyKind | 'twin' | 'absentObject' | 'absentToken' | 'rsaCertificate', string>>;
}

export interface KeyOutcome {
  readonly type: string;
  readonly bits: number;
  readonly publicKey: string;
  /** By protocol and side: the type of the signature's key in the peer's eyes, or what went wrong. */
  readonly handshakes: Readonly<Record<string, string>>;
}

export interface Outcome {
  /** Why it could not even begin. */
  readonly refused?: { readonly name: string; readonly message: string };
  readonly keys?: Readonly<Record<KeyKind, KeyOutcome>>;
  readonly prompts?: readonly string[];
  readonly certificate?: string;
  readonly errors?: Readonly<Record<string, { readonly code: string; readonly message: string; readonly found: readonly string[] }>>;
  readonly thrown?: string;
}

const asked = JSON.parse(process.argv[2] ?? '') as Asked;
process.stdout.write(JSON.stringify(outcome()));

function outcome(): Outcome {
  const library = OpenSSL.load(asked.selector);
  try {
    return asked.way === 'provider' ? withProvider(library) : withEngine(library);
  } catch (error) {
    if (!(error instanceof LibsslError)) throw error;
    return { refused: { name: error.name, message: error.message } };
  }
}

function withProvider(library: OpenSSL): Outcome {
  const libraryContext = new LibraryContext({ library, providers: ['default'] });
  const parameters = { 'pkcs11-module-path': asked.module, 'pkcs11-module-quirks': 'no-deinit' };
  libraryContext.loadProvider('pkcs11', { module: asked.file, parameters });
  const prompts: string[] = [];
  const passphrase = ({ prompt }: { readonly prompt: string }): string => {
    prompts.push(prompt);
    return asked.pin;
  };
  const load = (uri: string, given: Parameters<typeof loadStore>[1] = {}): PrivateKey => {
    const [object] = loadStore(uri, { libraryContext, expect: 'privateKey', ...given });
    if (object?.kind !== 'privateKey') throw new Error(`no key, but ${object?.kind}`);
    return object.privateKey;
  };
  const errors = {
    refusedPin: errorOf(() => load(asked.uris.rsa, { passphrase: () => null })),
    noPin: errorOf(() => load(asked.uris.rsa)),
    wrongPin: errorOf(() => load(asked.uris.rsa, { passphrase: () => 'wrong-pin' })),
  };
  const thrown = whatIsThrown(() =>
    load(asked.uris.rsa, {
      passphrase: () => {
        throw new RangeError('thrown by the callback');
      },
    }),
  );
  const keys = {
    rsa: keyOutcome(load(asked.uris.rsa, { passphrase }), 'rsa', { libraryContext }),
    ec: keyOutcome(load(asked.uris.ec, { passphrase }), 'ec', { libraryContext }),
  };
  const [certificate] = loadStore(asked.uris.rsaCertificate, { libraryContext, expect: 'certificate', passphrase });
  const identity = { certificate: { file: asked.certificateFiles.ec } };
  return {
    keys,
    prompts,
    thrown,
    certificate: certificate?.kind === 'certificate' ? certificate.pem : '',
    errors: {
      ...errors,
      absentObject: errorOf(() => load(asked.uris.absentObject, { passphrase })),
      absentToken: errorOf(() => load(asked.uris.absentToken, { passphrase })),
      twins: errorOf(() => pair({ libraryContext, ...identity, privateKey: { uri: asked.uris.twin }, passphrase }, {}).close()),
    },
  };
}

function withEngine(library: OpenSSL): Outcome {
  const engine = CryptoEngine.load({ library, id: 'pkcs11', file: asked.file, commands: [['MODULE_PATH', asked.module]] });
  const prompts: string[] = [];
  const passphrase = ({ prompt }: { readonly prompt: string }): string => {
    prompts.push(prompt);
    return asked.pin;
  };
  const errors = {
    refusedPin: errorOf(() => engine.loadPrivateKey(asked.uris.rsa, { passphrase: () => null })),
    wrongPin: errorOf(() => engine.loadPrivateKey(asked.uris.rsa, { passphrase: () => 'wrong-pin' })),
  };
  const keys = {
    rsa: keyOutcome(engine.loadPrivateKey(asked.uris.rsa, { passphrase }), 'rsa', { library }),
    ec: keyOutcome(engine.loadPrivateKey(asked.uris.ec, { passphrase }), 'ec', { library }),
  };
  const byOption = { certificate: { file: asked.certificateFiles.rsa }, privateKey: { engine, keyId: asked.uris.rsa }, passphrase };
  return {
    keys,
    prompts,
    certificate: handshake({ library, ...byOption }, { library }, 'TLSv1.3'),
    errors: {
      ...errors,
      absentObject: errorOf(() => engine.loadPrivateKey(asked.uris.absentObject, { passphrase })),
      absentToken: errorOf(() => engine.loadPrivateKey(asked.uris.absentToken, { passphrase })),
      command: errorOf(() => engine.command('NO_SUCH_COMMAND', 'x')),
    },
  };
}

type Home = Pick<SslContextOptions, 'library' | 'libraryContext'>;

function keyOutcome(privateKey: PrivateKey, kind: KeyKind, home: Home): KeyOutcome {
  const own = { ...home, certificate: { file: asked.certificateFiles[kind] }, privateKey };
  const handshakes: Record<string, string> = {};
  for (const protocol of protocols) {
    handshakes[`server ${protocol}`] = handshake(own, home, protocol);
    handshakes[`client ${protocol}`] = handshake(own, { ...home, ...own }, protocol);
  }
  return { type: privateKey.type, bits: privateKey.bits, publicKey: privateKey.publicKey.pem, handshakes };
}

/** The subject that the other side has seen. */
function handshake(server: Omit<SslContextOptions, 'role'>, client: Omit<SslContextOptions, 'role'>, protocol: Protocol): string {
  const ca = readFileSync(asked.caFile, 'latin1');
  const both = pair(
    { ...server, ...only(protocol), ...(client.privateKey === undefined ? {} : { ca, verifyMode: 'fail-if-no-peer-cert' }) },
    { ...client, ca, verifyMode: 'peer', ...only(protocol) },
  );
  try {
    return (client.privateKey === undefined ? both.client : both.server).peerChain[0]?.subject ?? 'nobody';
  } finally {
    both.close();
  }
}

function pair(server: Omit<SslContextOptions, 'role'>, client: Omit<SslContextOptions, 'role'>): EnginePair {
  return EnginePair.connected({ server, client });
}

function errorOf(run: () => unknown): { readonly code: string; readonly message: string; readonly found: readonly string[] } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof LibsslError)) throw error;
    return { code: error.code, message: error.message, found: error instanceof KeyError ? error.found : [] };
  }
  return { code: 'none', message: '', found: [] };
}

function whatIsThrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return '';
}
