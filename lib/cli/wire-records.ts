// Owns: what travels, as TLS records: where one ends, and what can be seen of it from outside.
// Must not know: sockets, OpenSSL.

import { type ClientHelloFacts, clientHelloFacts, type ServerHelloFacts, serverHelloFacts } from './hello.ts';

/** A message of the handshake that travelled unencrypted. */
export interface WireMessage {
  /** RFC 8446, appendix B.3: 1 client_hello, 2 server_hello, 11 certificate, … */
  readonly type: number;
  readonly clientHello?: ClientHelloFacts;
  readonly serverHello?: ServerHelloFacts;
}

export interface WireRecord {
  /** The content type: 20 change_cipher_spec, 21 alert, 22 handshake, 23 application_data; null: bytes that are no TLS. */
  readonly type: number | null;
  /** 0x0303, as it stands in the header. */
  readonly version: number;
  /** Of the content; of all the bytes, where they are no TLS. */
  readonly length: number;
  /** Nobody but the two sides sees its content. */
  readonly encrypted: boolean;
  readonly messages?: readonly WireMessage[];
  readonly alert?: { readonly level: number; readonly description: number };
}

const header = 5;
const largestContent = 16 * 1024 + 2048; // TLS 1.2's limit, the wider one
const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

/**
 * How many of the bytes go together: a whole record, or the five bytes by which OpenSSL tells that something is none; 0: more are needed to
 * say. Fed piece by piece in this way, a handshake takes the same calls however the network cut the bytes.
 */
export function firstPiece(bytes: Uint8Array): number {
  if (bytes.length < header) return 0;
  if (!isHeader(bytes)) return header;
  const size = header + lengthIn(bytes);
  return bytes.length < size ? 0 : size;
}

/** Looks at one direction of a connection, record by record. */
export class RecordWatcher {
  #cipherChanged = false;
  // Of a message that goes on in the next record.
  #missing = 0;

  /** Everything in `bytes`, which begin where a record does. */
  describe(bytes: Uint8Array): readonly WireRecord[] {
    const records: WireRecord[] = [];
    for (let rest = bytes; rest.length > 0; ) {
      const size = firstPiece(rest) || rest.length;
      records.push(this.#record(rest.subarray(0, size)));
      rest = rest.subarray(size);
    }
    return records;
  }

  #record(bytes: Uint8Array): WireRecord {
    if (bytes.length < header || !isHeader(bytes)) return { type: null, version: 0, length: bytes.length, encrypted: false };
    const [type = 0, major = 0, minor = 0] = bytes;
    const content = bytes.subarray(header);
    const seen = { type, version: major * 256 + minor, length: content.length };
    const encrypted = type === contentType.applicationData || (this.#cipherChanged && !isHelloAgain(type, content));
    if (encrypted) return { ...seen, encrypted };
    if (type === contentType.changeCipherSpec) this.#cipherChanged = true;
    if (type === contentType.alert) return { ...seen, encrypted, alert: { level: content[0] ?? 0, description: content[1] ?? 0 } };
    return { ...seen, encrypted, ...(type === contentType.handshake ? { messages: this.#messages(content) } : {}) };
  }

  #messages(content: Uint8Array): readonly WireMessage[] {
    const messages: WireMessage[] = [];
    let at = Math.min(this.#missing, content.length);
    this.#missing -= at;
    while (at + 4 <= content.length) {
      const [type = 0, high = 0, middle = 0, low = 0] = content.subarray(at, at + 4);
      const end = at + 4 + high * 65_536 + middle * 256 + low;
      const body = content.subarray(at + 4, end);
      messages.push({ type, ...hello(type, body) });
      this.#missing = Math.max(0, end - content.length);
      at = end;
    }
    return messages;
  }
}

function hello(type: number, body: Uint8Array): Pick<WireMessage, 'clientHello' | 'serverHello'> {
  const clientHello = type === 1 ? clientHelloFacts(body) : null;
  const serverHello = type === 2 ? serverHelloFacts(body) : null;
  return { ...(clientHello === null ? {} : { clientHello }), ...(serverHello === null ? {} : { serverHello }) };
}

function isHeader(bytes: Uint8Array): boolean {
  const [type = 0, major = 0] = bytes;
  return type >= contentType.changeCipherSpec && type <= contentType.applicationData && major === 3 && lengthIn(bytes) <= largestContent;
}

function lengthIn(bytes: Uint8Array): number {
  return (bytes[3] ?? 0) * 256 + (bytes[4] ?? 0);
}

// TLS 1.3 sends a change_cipher_spec that changes nothing (RFC 8446, D.4): after a retry both hellos follow it, in the clear.
function isHelloAgain(type: number, content: Uint8Array): boolean {
  const [message = 0, high = 0, middle = 0, low = 0] = content;
  return type === contentType.handshake && (message === 1 || message === 2) && 4 + high * 65_536 + middle * 256 + low === content.length;
}
