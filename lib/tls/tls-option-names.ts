// Owns: which options of an HTTP server are TLS's: Node's own server, which we build upon, is not told of them.

const names: ReadonlySet<string> = new Set([
  'ALPNCallback',
  'ALPNProtocols',
  'SNICallback',
  'allowPartialTrustChain',
  'ca',
  'cert',
  'ciphers',
  'clientCertEngine',
  'crl',
  'dhparam',
  'ecdhCurve',
  'echStore',
  'enableTrace',
  'handshakeTimeout',
  'honorCipherOrder',
  'key',
  'library',
  'maxVersion',
  'minVersion',
  'offload',
  'passphrase',
  'pfx',
  'privateKeyEngine',
  'privateKeyIdentifier',
  'pskCallback',
  'pskIdentityHint',
  'rejectUnauthorized',
  'requestCert',
  'secureContext',
  'secureOptions',
  'secureProtocol',
  'sessionIdContext',
  'sessionTimeout',
  'sigalgs',
  'ticketKeys',
]);

/** What is left of the options without those of TLS. */
export function withoutTlsOptions<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.has(name))) as T;
}
