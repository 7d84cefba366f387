// Owns: what enableTrace writes: which messages go and come, never what is in them.

import type { MessageEvent } from '../ssl/observers.ts';

const contentTypes: Readonly<Record<number, string>> = {
  20: 'ChangeCipherSpec',
  21: 'Alert',
  22: 'Handshake',
  23: 'ApplicationData',
  256: 'Record header',
  257: 'Inner content type',
};

// RFC 8446, 4, and what came before it.
const messages: Readonly<Record<number, string>> = {
  0: 'HelloRequest',
  1: 'ClientHello',
  2: 'ServerHello',
  4: 'NewSessionTicket',
  5: 'EndOfEarlyData',
  8: 'EncryptedExtensions',
  11: 'Certificate',
  12: 'ServerKeyExchange',
  13: 'CertificateRequest',
  14: 'ServerHelloDone',
  15: 'CertificateVerify',
  16: 'ClientKeyExchange',
  20: 'Finished',
  22: 'CertificateStatus',
  24: 'KeyUpdate',
  25: 'CompressedCertificate',
};

export function trace({ direction, version, contentType, messageType, bytes }: MessageEvent): void {
  const what = contentTypes[contentType] ?? `content type ${contentType}`;
  const which = messageType === null ? '' : `, ${messages[messageType] ?? `message type ${messageType}`}`;
  process.stderr.write(`${direction === 'sent' ? 'Sent' : 'Received'} ${version} ${what}${which}, ${bytes.length} bytes\n`);
}
