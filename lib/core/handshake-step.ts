// Owns: the shape of a handshake's record, call by call.

/** One call of OpenSSL during a handshake, and what travelled because of it. */
export interface HandshakeStep {
  /** `SSL_connect` or `SSL_accept`; `SSL_write_early_data` or `SSL_read_early_data` before it. */
  readonly call: string;
  /** What it returned. */
  readonly ret: number;
  /** What SSL_get_error said, to be named with sslErrorName(). */
  readonly code: number;
  /** Bytes sent to the peer after the call; null where OpenSSL writes to the socket itself. */
  readonly sent: number | null;
  /** Bytes received before the next call; null where OpenSSL reads from the socket itself. */
  readonly received: number | null;
  /** Milliseconds of the call and the wait after it. */
  readonly ms: number;
}
