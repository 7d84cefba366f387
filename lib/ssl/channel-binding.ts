// Owns: channel bindings: bytes that tie an authentication above TLS to the connection below it.
// Must not know: who authenticates how.

import { createHash } from 'node:crypto';
import type { Certificate } from '../core/certificate.ts';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument } from '../core/options.ts';
import type { InspectableEngine } from './engine-inspection.ts';

/** RFC 5929 and RFC 9266. */
export type ChannelBindingType = 'tls-unique' | 'tls-server-end-point' | 'tls-exporter';

const exporterLabel = 'EXPORTER-Channel-Binding'; // RFC 9266, 2
const exporterLength = 32;

export function channelBinding(engine: InspectableEngine, type: ChannelBindingType): Uint8Array {
  const { protocol } = engine.connection;
  if (protocol === null) throw new MisuseError('ERR_SSL_STATE', 'channelBinding', 'channelBinding: the handshake is not finished');
  switch (type) {
    case 'tls-unique':
      return tlsUnique(engine, protocol);
    case 'tls-exporter':
      if (protocol !== 'TLSv1.3') throw wrongFor(type, protocol);
      return engine.exportKeyingMaterial(exporterLength, exporterLabel, new Uint8Array(0));
    case 'tls-server-end-point':
      return serverEndPoint(engine);
    default:
      throw invalidArgument('type', "'tls-unique', 'tls-exporter' or 'tls-server-end-point'", type);
  }
}

// The first Finished of the handshake: the client's in a full one, the server's when a session was resumed (RFC 5929, 3).
function tlsUnique(engine: InspectableEngine, protocol: string): Uint8Array {
  if (protocol === 'TLSv1.3') throw wrongFor('tls-unique', protocol);
  const { own, peer } = engine.finishedMessages;
  const isClient = engine.context.role === 'client';
  return isClient !== engine.connection.resumed ? own : peer;
}

function serverEndPoint(engine: InspectableEngine): Uint8Array {
  const certificate = engine.context.role === 'client' ? engine.peerCertificate : engine.ownCertificate;
  if (certificate === null) throw wrongFor('tls-server-end-point', 'a connection without a server certificate');
  return createHash(digestOf(certificate)).update(certificate.raw).digest();
}

// The hash of the certificate's own signature, but SHA-256 for the broken ones (RFC 5929, 4.1).
function digestOf({ signatureAlgorithm }: Certificate): string {
  const name = /sha-?(?<bits>256|384|512|224)/i.exec(signatureAlgorithm)?.groups?.['bits'] ?? '256';
  return `sha${name}`;
}

function wrongFor(type: ChannelBindingType, what: string): MisuseError {
  return new MisuseError('ERR_SSL_STATE', 'type', `type: ${type} has no meaning with ${what}`);
}
