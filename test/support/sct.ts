// Owns: a certificate transparency log of the test's own: its key, its timestamps (RFC 6962, 3.2), and the files in which a client and a
// server of OpenSSL take them.

import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

export interface Log {
  readonly id: Buffer;
  /** What SSL_CTX_set_ctlog_list_file(3) reads. */
  readonly listFile: string;
  /** A timestamp for the first certificate of a PEM text. */
  readonly timestamp: (certificates: string, changes?: Changes) => Buffer;
}

interface Changes {
  readonly at?: Date;
  readonly version?: number;
  /** Signs something else. */
  readonly falsely?: boolean;
}

export function makeLog(): Log {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const id = createHash('sha256').update(key).digest();
  const timestamp: Log['timestamp'] = (certificates, { at = new Date(), version = 0, falsely = false } = {}) => {
    const leaf = new X509Certificate(certificates).raw;
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at.getTime()));
    const certificateTimestamp = 0;
    const x509Entry = number(0, 2);
    const noExtensions = number(0, 2);
    const statement = [Buffer.from([0, certificateTimestamp]), time, x509Entry, sized(leaf, 3), noExtensions];
    const signature = sign('sha256', Buffer.concat(falsely ? statement.slice(1) : statement), privateKey);
    const sha256WithEcdsa = Buffer.from([4, 3]);
    return Buffer.concat([Buffer.from([version]), id, time, noExtensions, sha256WithEcdsa, sized(signature, 2)]);
  };
  return { id, listFile: `enabled_logs = own\n[own]\ndescription = The test's own\nkey = ${key.toString('base64')}\n`, timestamp };
}

/** What the command ServerInfoFile reads, SSL_CTX_use_serverinfo_file(3): the timestamps as a TLS extension. */
export function serverInfo(timestamps: readonly Buffer[]): string {
  const list = sized(Buffer.concat(timestamps.map((timestamp) => sized(timestamp, 2))), 2);
  const inClientHelloServerHelloAndCertificate = number(0x80 | 0x1_00 | 0x10_00, 4);
  const signedCertificateTimestamp = number(18, 2);
  const block = Buffer.concat([inClientHelloServerHelloAndCertificate, signedCertificateTimestamp, sized(list, 2)]);
  const base64 = block.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN SERVERINFOV2 FOR CT-----\n${base64}\n-----END SERVERINFOV2 FOR CT-----\n`;
}

function sized(bytes: Buffer, width: number): Buffer {
  return Buffer.concat([number(bytes.length, width), bytes]);
}

function number(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}
