// Owns: the shape of the native addon, function by function as src-native/wrap/ exports it.
// Must not know: anything above it. Handles are opaque: only the addon can look inside, and it checks their kind.
import type { ErrorQueue } from '../core/queue.ts';
import type { NativeAnswerer } from './answers.ts';
import type { NativeCLayer } from './c-layer.ts';
import type { NativeCompressedCertificate, NativeCompression } from './compression.ts';
import type { NativeCertificate, NativeConnectionInfo, NativeConnectionState, NativeSessionInfo } from './connection-records.ts';
import type { NativeDatagrams } from './datagrams.ts';
import type { NativeDescriptors } from './descriptors.ts';
import type { NativeEchFunctions, NativeEchOutcome, NativeEchRejection } from './ech.ts';
import type { NativeCipher, NativeHandshakeInfo, NativeOffers, NativeShared } from './handshake-records.ts';
import type { NativeKeys, NativePassphrase } from './keys.ts';
import type { NativeLibraryContexts } from './library-contexts.ts';
import type { NativePool } from './pool.ts';
import type { NativePublicKey, NativeRawKeys } from './raw-keys.ts';
import type {
  NativeAdjustment,
  NativeControlSetting,
  NativeExtension,
  NativeIdentity,
  NativeNumberSetting,
  NativePkcs12,
  NativeRareSettings,
} from './settings.ts';
import type { NativeConnectIo, NativeDriven, NativeIo } from './socket-records.ts';
import type { NativeTimestamp, NativeTlsaRecord, NativeVerifyParameters } from './verification.ts';

export type { NativeCertificate, NativeConnectionInfo, NativeConnectionState, NativeSessionInfo } from './connection-records.ts';

declare const kind: unique symbol;
type Handle<Kind extends string> = { readonly [kind]: Kind };

export type NativeLibrary = Handle<'library'>;
export type NativeLibraryContext = Handle<'library context'>;
export type NativeContext = Handle<'context'>;
export type NativeEngine = Handle<'engine'>;
export type NativeSession = Handle<'session'>;
export type NativeEchStore = Handle<'ECH store'>;
export type NativeFacts = Handle<'facts'>;
export type NativeSocket = Handle<'socket'>;
export type NativePrivateKey = Handle<'private key'>;
export type NativeCryptoEngine = Handle<'cryptographic engine'>;

export interface LoadedLibrary {
  readonly library: NativeLibrary;
  readonly versionText: string;
  readonly versionNumber: number;
  readonly cryptoFile: string;
  readonly sslFile: string;
  readonly isolation: { readonly state: 'isolated' | 'embedded' | 'shared'; readonly detail: string };
}

export interface TurnedDown {
  readonly reason: string;
  /** It mixes with a copy that was loaded before: a copy of its own could be used. */
  readonly mixed: boolean;
}

export interface NativeRefusal {
  readonly failure: {
    readonly setting: string;
    readonly function: string;
    readonly detail: string;
    readonly queue: ErrorQueue;
    /** What became of the question for a passphrase. */
    readonly passphrase: 'unasked' | 'given' | 'refused' | 'too-long' | 'not-taken';
  };
}

export interface NativeContextSettings {
  readonly server: boolean;
  /** DTLS in place of TLS. */
  readonly datagrams: boolean;
  readonly propertyQuery: string | undefined;
  readonly controls: readonly NativeControlSetting[];
  readonly numbers: readonly NativeNumberSetting[];
  readonly sessionIdContext: Uint8Array | undefined;
  /** Bits: 1 key log, 2 state changes, 4 messages, 8 new sessions, 16 sessions removed, 32 ECH. */
  readonly observed: number;
  /** Bits: what the context's owner decides, in the order of deciderNames (lib/ssl/deciders.ts). */
  readonly asked: number;
  /** By which the owner knows the context again in a question. */
  readonly number: number;
  readonly pskIdentityHint: string | undefined;
  readonly ticketKeys: Uint8Array | undefined;
  readonly cipherList: string | undefined;
  readonly cipherSuites: string | undefined;
  readonly identities: readonly NativeIdentity<NativePrivateKey>[];
  readonly pkcs12: readonly NativePkcs12[];
  /** For the keys that `conf` names. */
  readonly passphrase: NativePassphrase | undefined;
  readonly ca: readonly { readonly kind: 'text' | 'file' | 'directory' | 'default'; readonly value: string }[];
  readonly verifyMode: number | undefined;
  readonly verifyParameters: NativeVerifyParameters | undefined;
  readonly crls: readonly string[];
  readonly clientCas: readonly string[];
  readonly dhParameters: string | undefined;
  /** SSL_CT_VALIDATION_PERMISSIVE (0) or SSL_CT_VALIDATION_STRICT (1). */
  readonly ctValidation: number | undefined;
  readonly ctLogFile: string | undefined;
  readonly alpn: Uint8Array | undefined;
  readonly rawKeys: NativeRawKeys | undefined;
  /** In the order of preference, as TLS numbers them; none: off. */
  readonly certificateCompression: readonly number[] | undefined;
  readonly compressedCertificates: readonly NativeCompressedCertificate[];
  readonly customExtensions: readonly NativeExtension[];
  readonly srtpProfiles: string | undefined;
  readonly conf: readonly (readonly [string, string])[];
}

export interface NativeTurnedDown {
  readonly depth: number;
  readonly certificate: NativeCertificate | null;
  readonly peer: NativeCertificate | null;
  readonly peerKey: NativePublicKey | null;
}

export interface NativeAlert {
  readonly level: number;
  readonly description: number;
}

/** What is added to the numbers of an outcome where there is more to tell. */
export interface NativeFailure {
  readonly queue: ErrorQueue;
  readonly state: string;
  readonly verifyResult: number;
  readonly turnedDown: NativeTurnedDown | null;
  readonly alertSent: NativeAlert | null;
  readonly alertReceived: NativeAlert | null;
  /** Of a client whose Encrypted Client Hello the server did not take. */
  readonly ech: NativeEchRejection | null;
}

/** [ret, code, errno, bytes, events, bytes that wait for the retry of a write] of the last operation; code -1: SSL_get_error was not asked. */
export type OutcomeNumbers = Float64Array;

export type NativeEvent =
  | { readonly kind: 'keylog'; readonly line: string }
  | { readonly kind: 'info'; readonly where: number; readonly ret: number; readonly state: string }
  | { readonly kind: 'message'; readonly sent: boolean; readonly version: number; readonly contentType: number; readonly bytes: Uint8Array }
  | { readonly kind: 'session' | 'removed-session'; readonly session: NativeSession }
  | { readonly kind: 'ech'; readonly text: string; readonly outcome: NativeEchOutcome };

type Operation = (engine: NativeEngine) => NativeFailure | undefined;
type Transfer = (engine: NativeEngine, bytes: Uint8Array) => NativeFailure | undefined;
type BlockingOperation = (engine: NativeEngine, socket: NativeSocket, timeout: number | null) => NativeDriven | undefined;
type BlockingTransfer = (engine: NativeEngine, socket: NativeSocket, timeout: number | null, bytes: Uint8Array) => NativeDriven | undefined;

export interface NativeBinding
  extends NativeCLayer,
    NativeCompression<NativeLibrary, NativeContext>,
    NativeDatagrams<NativeEngine, Operation>,
    NativeDescriptors<NativeEngine, Transfer, NativeRefusal>,
    NativeEchFunctions<NativeLibrary, NativeContext, NativeEngine, NativeFacts, NativeEchStore, NativeRefusal>,
    NativeKeys<NativeLibrary, NativeLibraryContext, NativePrivateKey, NativeCryptoEngine, NativeRefusal>,
    NativeLibraryContexts<NativeLibrary, NativeLibraryContext, NativeRefusal>,
    NativePool {
  openLibrary(cryptoFile: string, sslFile: string): LoadedLibrary | TurnedDown;
  /** A copy of these files that the process has loaded already, in whatever thread. */
  openKnownCopy(cryptoFile: string, sslFile: string): LoadedLibrary | TurnedDown;
  openCopy(cryptoFile: string, sslFile: string, cryptoCopy: string, sslCopy: string): LoadedLibrary | TurnedDown;
  openNodesOwn(): LoadedLibrary | TurnedDown;
  /** The file that goes by this soname in the process; '' if none does. */
  fileLoadedAs(soname: string): string;
  libraryHas(library: NativeLibrary, name: string): boolean;
  libraryDefaultPaths(library: NativeLibrary): { file: string; fileVariable: string; directory: string; directoryVariable: string };
  libraryLiveObjects(library: NativeLibrary): {
    contexts: number;
    connections: number;
    bios: number;
    sessions: number;
    libraryContexts: number;
  };
  verifyText(library: NativeLibrary, code: number): string;

  /** Where the numbers of every operation go: of this environment (thread), the same for every copy of this package in it. */
  outcomeNumbers(): OutcomeNumbers;
  /** For this environment (thread), once. */
  setAnswerer(answerer: NativeAnswerer): void;
  /** `trustOf`: the context whose store of trusted certificates the new one has too; `libraryContext`: undefined for the default one. */
  createContext(
    library: NativeLibrary,
    settings: NativeContextSettings,
    trustOf: NativeContext | undefined,
    libraryContext: NativeLibraryContext | undefined,
  ): { readonly context: NativeContext } | NativeRefusal;
  contextRaiseMinProtocol(context: NativeContext, version: number): void;
  contextHasIdentity(context: NativeContext): boolean;
  contextCiphers(context: NativeContext): readonly NativeCipher[];
  contextGroups(context: NativeContext): readonly string[];
  libraryGroups(library: NativeLibrary): readonly string[];
  librarySignatureSchemes(library: NativeLibrary): readonly string[];

  /** By create-engine.ts. */
  createEngine(
    context: NativeContext,
    bufferSize: number | null | undefined,
    serverName: string | undefined,
    verifyHost: string | undefined,
    verifyIp: string | undefined,
    verifyMode: number | undefined,
    alpn: Uint8Array | undefined,
    session: NativeSession | undefined,
    rare: NativeRareSettings | undefined,
  ): NativeEngine | NativeRefusal;
  engineSetConnectState(engine: NativeEngine): void;
  engineSetAcceptState(engine: NativeEngine): void;
  readonly engineConnect: Operation;
  readonly engineAccept: Operation;
  readonly engineHandshake: Operation;
  readonly engineShutdown: Operation;
  readonly engineStateless: Operation;
  readonly engineRead: Transfer;
  readonly enginePeek: Transfer;
  readonly engineWrite: Transfer;
  readonly engineReadEarlyData: Transfer;
  readonly engineWriteEarlyData: Transfer;
  /** Whether what waits for its retry is early data. */
  engineRetriesEarlyData(engine: NativeEngine): boolean;
  engineEarlyDataStatus(engine: NativeEngine): number;
  engineUnfinished(engine: NativeEngine, bytes?: Uint8Array): number;
  engineFeed(engine: NativeEngine, bytes: Uint8Array): number;
  engineDrain(engine: NativeEngine, into: Uint8Array): number;
  engineFeedEnd(engine: NativeEngine): void;
  engineToDrain(engine: NativeEngine): number;
  engineRoom(engine: NativeEngine): number;
  engineWanted(engine: NativeEngine): number;
  engineClose(engine: NativeEngine): void;

  /** All that the next three read, as it stands now; it outlives the connection. */
  handshakeFacts(engine: NativeEngine): NativeFacts;
  connectionInfo(facts: NativeFacts): NativeConnectionInfo;
  connectionState(engine: NativeEngine): NativeConnectionState;
  peerHasName(engine: NativeEngine, name: string, kind: 'host' | 'address' | 'email'): boolean;
  handshakeInfo(facts: NativeFacts): NativeHandshakeInfo;
  handshakeOffers(engine: NativeEngine): NativeOffers;
  peerChain(facts: NativeFacts): readonly NativeCertificate[];
  peerPublicKey(facts: NativeFacts): NativePublicKey | null;
  /** Whether a full handshake would take the peer of the session, by its key. */
  engineExpectsPeer(engine: NativeEngine): boolean;
  /** The verify result times 16, plus 1: resumed, 2: the peer showed a certificate, 4: it was verified, 8: it showed a raw public key. */
  verdict(engine: NativeEngine): number;
  /** One or none. */
  ownCertificate(engine: NativeEngine): readonly NativeCertificate[];
  verifiedChain(engine: NativeEngine): readonly NativeCertificate[];
  ocspResponse(engine: NativeEngine): Uint8Array | null;
  pskIdentity(engine: NativeEngine): string | null;
  engineDane(engine: NativeEngine): (NativeTlsaRecord & { readonly depth: number }) | null;
  enginePeerCaNames(engine: NativeEngine): readonly string[];
  engineScts(engine: NativeEngine): readonly NativeTimestamp[];

  engineEvents(engine: NativeEngine): readonly NativeEvent[];
  engineKeyUpdate(engine: NativeEngine, peerToo: boolean): NativeRefusal | undefined;
  engineRenegotiate(engine: NativeEngine, abbreviated: boolean): NativeRefusal | undefined;
  engineRequestClientCertificate(engine: NativeEngine): NativeRefusal | undefined;
  engineAdjust(
    engine: NativeEngine,
    adjustment: NativeAdjustment,
    optionsFrom: NativeContext | undefined,
    policyFrom: NativeContext | undefined,
    identity: NativeContext | undefined,
  ): NativeRefusal | undefined;
  engineExport(
    engine: NativeEngine,
    size: number,
    label: string,
    context: Uint8Array | null,
  ): { readonly bytes: Uint8Array } | NativeRefusal;
  engineShared(engine: NativeEngine): NativeShared;
  engineMasterKey(engine: NativeEngine): Uint8Array;

  sessionFromDer(library: NativeLibrary, bytes: Uint8Array): { readonly session: NativeSession } | NativeRefusal;
  sessionOf(engine: NativeEngine): NativeSession | null;
  sessionDer(session: NativeSession): Uint8Array;
  sessionInfo(session: NativeSession): NativeSessionInfo;
  sessionPeerKey(session: NativeSession): NativePublicKey | null;

  createSocket(): NativeSocket;
  socketConnect(socket: NativeSocket, host: string, port: number, timeout: number | null): NativeConnectIo;
  socketAdopt(socket: NativeSocket, fd: number): NativeIo;
  socketMakeBlocking(socket: NativeSocket, milliseconds: number): NativeIo;
  socketDescriptor(socket: NativeSocket): number;
  socketClose(socket: NativeSocket): void;
  readonly blockingConnect: BlockingOperation;
  readonly blockingShutdown: BlockingOperation;
  readonly blockingRead: BlockingTransfer;
  readonly blockingWrite: BlockingTransfer;
  readonly blockingWriteEarlyData: BlockingTransfer;
}
