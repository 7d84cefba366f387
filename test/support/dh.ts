// Owns: Diffie-Hellman parameters as PEM: the groups of RFC 2409 and RFC 3526, made on the spot of what Node knows of them.

import { getDiffieHellman } from 'node:crypto';

/** The bits of each group. */
export const dhGroups = { modp2: 1024, modp14: 2048, modp15: 3072 } as const;

/** PKCS #3: a sequence of the prime and the generator. */
export function dhParameters(group: keyof typeof dhGroups): string {
  const known = getDiffieHellman(group);
  const der = element(0x30, Buffer.concat([integer(known.getPrime()), integer(known.getGenerator())]));
  const base64 = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN DH PARAMETERS-----\n${base64}\n-----END DH PARAMETERS-----\n`;
}

function integer(bytes: Buffer): Buffer {
  const positive = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.from([0]), bytes]);
  return element(0x02, positive);
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
