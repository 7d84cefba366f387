// Owns: the first look at a datagram, before OpenSSL sees it: whether it can begin a handshake, and whose ClientHello it is.
// Must not know: what follows from that. RFC 6347, 4.1 and 4.2.2:
//
//   type(1) version(2) epoch(2) sequence(6) length(2) │ type(1) length(3) sequence(2) offset(3) length(3) │ version(2) random(32) …

const recordHeader = 13;
const handshakeHeader = 12;
const randomAt = recordHeader + handshakeHeader + 2;
const randomLength = 32;
const handshakeRecord = 22;
const clientHello = 1;
const majorVersion = 0xfe; // of DTLS 1.0 and 1.2

/** The first record's epoch is 0: it is not encrypted, so anybody can have made it. */
export function isPlain(datagram: Uint8Array): boolean {
  return datagram.length >= recordHeader && datagram[3] === 0 && datagram[4] === 0;
}

/** The random of the ClientHello that begins here, as text; null if none does. The same client's first and second have the same. */
export function clientRandomOf(datagram: Uint8Array): string | null {
  if (datagram.length < randomAt + randomLength || !isPlain(datagram)) return null;
  if (datagram[0] !== handshakeRecord || datagram[1] !== majorVersion || datagram[recordHeader] !== clientHello) return null;
  const fragmentAt = recordHeader + 6;
  if (datagram[fragmentAt] !== 0 || datagram[fragmentAt + 1] !== 0 || datagram[fragmentAt + 2] !== 0) return null;
  const { buffer, byteOffset } = datagram;
  return Buffer.from(buffer, byteOffset + randomAt, randomLength).toString('latin1');
}
