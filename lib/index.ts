// The public surface. No logic here.

export type { AltName, Certificate } from './core/certificate.ts';
export * as constants from './core/constants.ts';
export * from './core/errors.ts';
export type { HandshakeStep } from './core/handshake-step.ts';
export type { AlertName } from './core/names.ts';
export { alertName, sslErrorName, verifyResultName } from './core/names.ts';
export type { ErrorQueue, ErrorQueueEntry } from './core/queue.ts';
export type { DoneResult, FailedResult, SslResult, WantStatus } from './core/results.ts';
export { signatureName } from './core/signature-names.ts';
export type { AcceptOptions, ConnectOptions } from './io/connect.ts';
export { accept, connect } from './io/connect.ts';
export type { ClientOptions } from './io/connect-options.ts';
export type { ConnectSyncOptions } from './io/connect-sync.ts';
export { connectSync } from './io/connect-sync.ts';
export type { Offload } from './io/offload.ts';
export type { DroppedPeer, HandshakePeer, SslServerEvents } from './io/server.ts';
export { createServer, SslServer } from './io/server.ts';
export type { ClientCertificate, ServerContextOptions } from './io/server-context.ts';
export type { NamedContextOptions, ServerOptions } from './io/server-options.ts';
export type { ServerStats } from './io/server-stats.ts';
export type { SessionStore, StoreOperation } from './io/session-store.ts';
export type { SslSocketOptions } from './io/ssl-socket.ts';
export { SslSocket } from './io/ssl-socket.ts';
export type { SyncCallOptions } from './io/sync-ssl-socket.ts';
export { SyncSslSocket } from './io/sync-ssl-socket.ts';
export type { SyncTransport } from './io/sync-transport-link.ts';
export type { SharedTicketKeys, TicketKeyRingOptions } from './io/ticket-key-ring.ts';
export { TicketKeyRing } from './io/ticket-key-ring.ts';
export type { Adjustment } from './ssl/adjustment.ts';
export type { ClientHello } from './ssl/client-hello.ts';
export type { CipherInfo, ConnectionInfo, ConnectionState } from './ssl/connection-info.ts';
export { SslContext } from './ssl/context.ts';
export type { Method, Role, SslContextOptions, VerifyMode } from './ssl/context-options.ts';
export type { PlainSettings, SessionCacheMode, SslMode, SslOption } from './ssl/context-settings.ts';
export type { CryptoEngineOptions, EngineCommand } from './ssl/crypto-engine.ts';
export { CryptoEngine } from './ssl/crypto-engine.ts';
export type { DaneFlag, DaneMatch, DaneOptions, TlsaMatchingType, TlsaRecord, TlsaSelector, TlsaUsage } from './ssl/dane.ts';
export type {
  Deciders,
  DecryptedTicket,
  MayWait,
  Psk,
  PskIdentity,
  Refusal,
  TicketDecision,
  TicketKey,
  VerifyStep,
} from './ssl/deciders.ts';
export type { ShutdownProgress } from './ssl/engine.ts';
export { SslEngine } from './ssl/engine.ts';
export type { EarlyDataRead, EarlyDataStatus } from './ssl/engine-early-data.ts';
export type { SslEngineOptions } from './ssl/engine-options.ts';
export type { HandshakeInfo, TemporaryKey } from './ssl/handshake-info.ts';
export type { Identity, IdentityOptions } from './ssl/identity-options.ts';
export type { CertificateSource, EngineKeySource, PrivateKeySource } from './ssl/key-source.ts';
export { KeylogFile } from './ssl/keylog-file.ts';
export type { LibraryContextOptions } from './ssl/library-context.ts';
export { LibraryContext } from './ssl/library-context.ts';
export type { InfoEvent, MessageEvent, Observers } from './ssl/observers.ts';
export type { ChosenBy, Isolation, LibrarySelector, LiveObjects, OpenSSLVersion } from './ssl/openssl.ts';
export { OpenSSL } from './ssl/openssl.ts';
export type { Passphrase, PassphraseCallback, PassphraseRequest } from './ssl/passphrase.ts';
export type { CaSource, PemSource } from './ssl/pem.ts';
export type { Pkcs12 } from './ssl/pkcs12.ts';
export type { KeyFacts, PrivateKeyOptions, PublicKey } from './ssl/private-key.ts';
export { PrivateKey } from './ssl/private-key.ts';
export type { DtlsVersion, ProtocolVersion, TlsVersion } from './ssl/protocols.ts';
export type { Provider, ProviderInfo, ProviderOptions } from './ssl/provider.ts';
export { SslSession } from './ssl/session.ts';
export type { StoreObject, StoreObjectKind, StoreOptions } from './ssl/store.ts';
export { loadStore } from './ssl/store.ts';
export type { SctSource, SctStatus, SignedCertificateTimestamp, TransparencyOptions } from './ssl/transparency.ts';
export type { TrustOptions } from './ssl/trust-options.ts';
export type { UriSource } from './ssl/uri.ts';
export type { HostFlag, VerifyFlag, VerifyParameters, VerifyPurpose, VerifyTrust } from './ssl/verify-parameters.ts';
