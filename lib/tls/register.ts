// `node -r libssl/register`: puts the chosen OpenSSL under tls, https and http2 of the whole process, for require and import. The modules
// of Node that use tls by its exports (https.request, its agents, fetch) follow by themselves.

import * as http2 from 'node:http2';
import * as https from 'node:https';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import * as tls from 'node:tls';
import { chosenLibrary } from './defaults.ts';
import * as ownHttp2 from './http2.ts';
import * as ownHttps from './https.ts';
import * as ownTls from './index.ts';

chosenLibrary(); // a library that cannot be loaded ends the process here, and not at its first connection

replace('node:tls', tls, ownTls, [
  'CLIENT_RENEG_LIMIT',
  'CLIENT_RENEG_WINDOW',
  'DEFAULT_CIPHERS',
  'DEFAULT_ECDH_CURVE',
  'DEFAULT_MAX_VERSION',
  'DEFAULT_MIN_VERSION',
  'SecureContext',
  'Server',
  'TLSSocket',
  'checkServerIdentity',
  'connect',
  'convertALPNProtocols',
  'createSecureContext',
  'createServer',
  'getCACertificates',
  'getCertificateCompressionAlgorithms',
  'getCiphers',
  'setDefaultCACertificates',
]);
replace('node:https', https, ownHttps, ['Server', 'createServer']);
replace('node:http2', http2, ownHttp2, ['connect', 'createSecureServer']);
syncBuiltinESMExports();

/** What this Node does not have it does not get. */
function replace(name: string, known: object, own: object, members: readonly string[]): void {
  const exports = createRequire(__filename)(name) as object;
  for (const member of members) {
    if (!(member in known)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(own, member);
    if (descriptor !== undefined) Object.defineProperty(exports, member, { ...descriptor, configurable: true, enumerable: true });
  }
}
