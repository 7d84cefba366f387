// Owns: the datagrams of one connection on their way to its transport: how many it may hold, and what became of each.
// Must not know: what is in them.

import type { DatagramSent, DatagramTransport } from './datagram-transport.ts';
import { floodError } from './output-limit.ts';
import { transportError } from './peer-errors.ts';

// What a transport has not got rid of yet; more is lost, as in any full queue of a network.
const mostOutstanding = 1024;

export class DatagramOutput {
  readonly #transport: DatagramTransport;
  readonly #onFailed: (failure: Error) => void;
  #outstanding = 0;
  #sent = 0;
  #unsent = 0;

  /** `onFailed` hears of each datagram that the transport has not sent. */
  constructor(transport: DatagramTransport, onFailed: (failure: Error) => void) {
    this.#transport = transport;
    this.#onFailed = onFailed;
  }

  get sent(): number {
    return this.#sent;
  }

  get unsent(): number {
    return this.#unsent;
  }

  send(datagram: Uint8Array, sent: DatagramSent | undefined): void {
    if (this.#outstanding >= mostOutstanding) {
      this.#unsent += 1;
      sent?.(floodError(this.#outstanding));
      return;
    }
    this.#sent += 1;
    this.#outstanding += 1;
    let isOut = false;
    const out: DatagramSent = (error) => {
      if (isOut) return;
      isOut = true;
      this.#outstanding -= 1;
      if (error == null) sent?.(null);
      else this.#failed(error, sent);
    };
    try {
      this.#transport.send(datagram, out);
    } catch (error) {
      out(error instanceof Error ? error : new Error('the transport threw', { cause: error }));
    }
  }

  #failed(error: Error, sent: DatagramSent | undefined): void {
    this.#unsent += 1;
    const failure = transportError('send', error);
    sent?.(failure);
    this.#onFailed(failure);
  }
}
