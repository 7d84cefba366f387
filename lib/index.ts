// The public surface. No logic here.

export type { AltName, Certificate } from './core/certificate.ts';
export * as constants from './core/constants.ts';
export type { EchOutcome, EchRejection, EchStatus } from './core/ech.ts';
export { EchRejectedError } from './core/ech.ts';
export * from './core/errors.ts';
export { groupName } from './core/group-names.ts';
export type { HandshakeStep } from './core/handshake-step.ts';
export type { AlertName } from './core/names.ts';
export { alertName, sslErrorName, verifyResultName } from './core/names.ts';
export type { CertificateType, KeyFacts, PublicKey } from './core/public-key.ts';
export type { ErrorQueue, ErrorQueueEntry } from './core/queue.ts';
export type { DoneResult, FailedResult, SslResult, WantStatus } from './core/results.ts';
export { signatureName } from './core/signature-names.ts';
export type { ClientEch } from './io/client-ech.ts';
export type { AcceptOptions, ConnectOptions } from './io/connect.ts';
export { accept, connect } from './io/connect.ts';
export type { ClientOptions } from './io/connect-options.ts';
export type { ConnectSyncOptions } from './io/connect-sync.ts';
export { connectSync } from './io/connect-sync.ts';
export { connectDatagram } from './io/datagram-connect.ts';
export type { DatagramCloseReason, SslDatagramSocketEvents } from './io/datagram-events.ts';
export type { DatagramListenOptions } from './io/datagram-listen.ts';
export type { ConnectDatagramOptions, DatagramOptions } from './io/datagram-options.ts';
export type { DroppedDatagram, SslDatagramServerEvents } from './io/datagram-server.ts';
export { createDatagramServer, SslDatagramServer } from './io/datagram-server.ts';
export type { DatagramServerOptions, NamedDatagramContextOptions } from './io/datagram-server-options.ts';
export { SslDatagramSocket } from './io/datagram-socket.ts';
export type { DatagramCounts, DatagramDropReason, DatagramServerStats, DatagramSocketStats } from './io/datagram-stats.ts';
export type {
  DatagramAddress,
  DatagramEvents,
  DatagramSent,
  DatagramServerEvents,
  DatagramServerTransport,
  DatagramTransport,
} from './io/datagram-transport.ts';
export type { UdpOptions } from './io/datagram-udp.ts';
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
export {
  type CertificateCompression,
  type CertificateSaving,
  type CompressedCertificate,
  type CompressionOptions,
  certificateCompressions,
} from './ssl/certificate-compression.ts';
export type { ClientHello } from './ssl/client-hello.ts';
export type { CipherInfo, ConnectionInfo, ConnectionState } from './ssl/connection-info.ts';
export { SslContext } from './ssl/context.ts';
export type { Method, Role, SslContextOptions, VerifyMode } from './ssl/context-options.ts';
export type { PlainSettings, SessionCacheMode, SslMode, SslOption } from './ssl/context-settings.ts';
export type { CryptoEngineOptions, EngineCommand } from './ssl/crypto-engine.ts';
export { CryptoEngine } from './ssl/crypto-engine.ts';
export type {
  CustomExtension,
  ExtensionAsk,
  ExtensionContext,
  ExtensionMessage,
  ExtensionRefusal,
  ReceivedExtension,
} from './ssl/custom-extensions.ts';
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
export type { EchConfig, HpkeSuite } from './ssl/ech-config.ts';
export type { EchContextOptions } from './ssl/ech-context.ts';
export type { EchGrease, EchOffer, EchOptions } from './ssl/ech-options.ts';
export type { EchEntry, EchKeyOptions, EchPemOptions } from './ssl/ech-store.ts';
export { EchStore } from './ssl/ech-store.ts';
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
export type { EchEvent, InfoEvent, MessageEvent, Observers } from './ssl/observers.ts';
export type { ChosenBy, Isolation, LibrarySelector, LiveObjects, OpenSSLVersion } from './ssl/openssl.ts';
export { OpenSSL } from './ssl/openssl.ts';
export type { Passphrase, PassphraseCallback, PassphraseRequest } from './ssl/passphrase.ts';
export type { CaSource, PemSource } from './ssl/pem.ts';
export type { Pkcs12 } from './ssl/pkcs12.ts';
export type { PrivateKeyOptions } from './ssl/private-key.ts';
export { PrivateKey } from './ssl/private-key.ts';
export type { DtlsVersion, ProtocolVersion, TlsVersion } from './ssl/protocols.ts';
export type { Provider, ProviderInfo, ProviderOptions } from './ssl/provider.ts';
export type { PublicKeySource, RawKeyOptions } from './ssl/raw-public-keys.ts';
export { SslSession } from './ssl/session.ts';
export type { SrtpConnection, SrtpKeyAndSalt, SrtpKeys, SrtpOptions, SrtpProfile } from './ssl/srtp.ts';
export { srtpKeys } from './ssl/srtp.ts';
export type { StoreObject, StoreObjectKind, StoreOptions } from './ssl/store.ts';
export { loadStore } from './ssl/store.ts';
export type { SctSource, SctStatus, SignedCertificateTimestamp, TransparencyOptions } from './ssl/transparency.ts';
export type { TrustOptions } from './ssl/trust-options.ts';
export type { UriSource } from './ssl/uri.ts';
export type { HostFlag, VerifyFlag, VerifyParameters, VerifyPurpose, VerifyTrust } from './ssl/verify-parameters.ts';
