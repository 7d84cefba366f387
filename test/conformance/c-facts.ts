// Owns: what a connection of the C layer says of itself.
// Must not know: what a test expects.

import { createPublicKey } from 'node:crypto';
import { type EVP_PKEY, out, type SSL, type SSL_SESSION, type X509 } from '../../lib/c/index.ts';
import { type Library, takesGroupForTemporaryKey } from './library.ts';
import { hash, keyType, keyTypeOf, printedNames } from './names.ts';
import type { Facts } from './peer.ts';

export function factsOf(library: Library, ssl: SSL): Facts {
  const { c } = library;
  const session = c.SSL_get_session(ssl);
  const ticket = bytesOf((cell) => session !== null && c.SSL_SESSION_get0_ticket(session, cell, { value: 0 }));
  const appData = bytesOf((cell) => session !== null && c.SSL_SESSION_get0_ticket_appdata(session, cell, { value: 0 }));
  const cipher = c.SSL_get_current_cipher(ssl);
  return {
    protocol: c.SSL_get_version(ssl),
    cipher: cipher === null ? null : c.SSL_CIPHER_get_name(cipher),
    alpn: text(bytesOf((cell) => c.SSL_get0_alpn_selected(ssl, cell, { value: 0 }))),
    npn: text(
      bytesOf((cell) => library.openssl.has('SSL_get0_next_proto_negotiated') && c.SSL_get0_next_proto_negotiated(ssl, cell, { value: 0 })),
    ),
    resumed: c.SSL_session_reused(ssl) === 1,
    compression: c.SSL_get_current_compression(ssl) !== null,
    ticket: ticket.length > 0,
    sessionId: session !== null && hasId(library, session),
    ticketAppData: text(appData) ?? '',
    tmpKeyType: temporaryKey(library, ssl),
    peerCertType: certificateType(library, ssl),
    peerSignHash: nidName(library, (cell) => c.SSL_get_peer_signature_nid(ssl, cell), hash),
    peerSignType: nidName(library, (cell) => c.SSL_get_peer_signature_type_nid(ssl, cell), keyType),
    peerCaNames: printedNames(c, c.SSL_get0_peer_CA_list(ssl) ?? []),
  };
}

export function hasId({ c }: Library, session: SSL_SESSION): boolean {
  const length = { value: 0 };
  c.SSL_SESSION_get_id(session, length);
  return length.value > 0;
}

function bytesOf(read: (cell: { value: Uint8Array | null }) => unknown): Uint8Array {
  const cell = { value: null as Uint8Array | null };
  read(cell);
  return cell.value ?? new Uint8Array(0);
}

function text(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : Buffer.from(bytes).toString('latin1');
}

function nidName({ c }: Library, read: (cell: { value: number }) => number, spell: (name: string) => string): string | null {
  const cell = { value: 0 };
  if (read(cell) !== 1 || cell.value === 0) return null;
  const name = c.OBJ_nid2sn(cell.value);
  return name === null ? null : spell(name);
}

function temporaryKey(library: Library, ssl: SSL): string | null {
  const { c } = library;
  const key = out<EVP_PKEY | null>();
  if (c.SSL_get_peer_tmp_key(ssl, key) === 1 && key.value != null) {
    const type = typeOf(library, key.value);
    c.EVP_PKEY_free(key.value);
    return type;
  }
  if (!takesGroupForTemporaryKey(library)) return null;
  const name = c.SSL_get0_group_name(ssl);
  return name === null ? null : keyType(name);
}

function certificateType(library: Library, ssl: SSL): string | null {
  const { c } = library;
  const certificate: X509 | null = library.openssl.isAtLeast('3.0') ? c.SSL_get1_peer_certificate(ssl) : c.SSL_get_peer_certificate(ssl);
  if (certificate === null) return null;
  const key = c.X509_get0_pubkey(certificate);
  const type = key === null ? null : typeOf(library, key);
  c.X509_free(certificate);
  return type;
}

function typeOf({ c, openssl }: Library, key: EVP_PKEY): string {
  if (!openssl.isAtLeast('3.0')) return keyTypeOf({ type: c.OBJ_nid2sn(c.EVP_PKEY_id(key)) ?? '', group: curveOf(c, key) });
  const name = Buffer.alloc(80);
  const length = { value: 0 };
  const grouped = c.EVP_PKEY_get_group_name(key, name, name.length, length) === 1;
  return keyTypeOf({ type: c.EVP_PKEY_get0_type_name(key) ?? '', group: grouped ? name.toString('latin1', 0, length.value) : null });
}

// 1.1.1 says it by functions of EC_KEY alone, which this layer has not: Node reads the key.
function curveOf(c: Library['c'], key: EVP_PKEY): string | null {
  const der = out<Uint8Array | null>();
  if (c.i2d_PUBKEY(key, der) <= 0 || der.value == null) return null;
  return createPublicKey({ key: Buffer.from(der.value), format: 'der', type: 'spki' }).asymmetricKeyDetails?.namedCurve ?? null;
}
