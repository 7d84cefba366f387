// Owns: what a connection over datagrams tells by events.
// Must not know: the connection.

/** Who has ended a connection: this side, the peer by its close_notify, an error, or a new connection of the same peer in its place. */
export type DatagramCloseReason = 'local' | 'peer' | 'error' | 'replaced';

/** `message` comes as long as no iterator takes the messages. */
export interface SslDatagramSocketEvents {
  message: [message: Uint8Array];
  error: [error: Error];
  close: [reason: DatagramCloseReason];
}
