// Owns: replaying without a server: as much of a recording's input as means the same to another client.
// Must not know: files, flags.
//
// A TLS server's answer belongs to the ClientHello that it answers: its keys, its randoms, its echo of the session id. Fed to another
// ClientHello it would only show that they do not fit. So it is fed only as long as it depends on none of that: an alert in the clear, bytes
// that are no TLS, the end, and a ServerHello without supported_versions (TLS 1.2 or older) that the recorded library turned down at once.

import type { Piece, PieceSource } from './piece-source.ts';
import type { RecordedStep } from './recording.ts';

/** How many of the steps can be done again without the server: the first always, as nothing has come before it. */
export function stepsWithoutServer(steps: readonly RecordedStep[]): number {
  let count = 1;
  for (const [index, step] of steps.entries()) {
    if (!canBeFed(step, steps[index + 1])) break;
    count += 1;
  }
  return Math.min(count, steps.length);
}

function canBeFed({ arrival, received, bytes }: RecordedStep, next: RecordedStep | undefined): boolean {
  if (next === undefined || next.call !== 'SSL_connect') return false;
  if (arrival === 'end') return true;
  if (arrival !== 'record' || bytes === undefined) return false;
  return received.every(({ type, encrypted, alert, messages = [] }) => {
    if (type === null || (alert !== undefined && !encrypted)) return true;
    return (
      isFatal(next) &&
      messages.some(({ serverHello }) => serverHello !== undefined && !serverHello.retry && !serverHello.extensions.includes(43))
    );
  });
}

// SSL_ERROR_SSL and SSL_ERROR_SYSCALL, in any release.
function isFatal({ code }: RecordedStep): boolean {
  return code === 1 || code === 5;
}

/** Gives the input of the first `count` steps again, and takes the output nowhere. */
export class RecordedPieces implements PieceSource {
  readonly #pieces: Piece[];

  constructor(steps: readonly RecordedStep[], count: number) {
    this.#pieces = steps.slice(0, count - 1).map(({ arrival, bytes = '' }) => (arrival === 'end' ? 'end' : Buffer.from(bytes, 'hex')));
  }

  async next(): Promise<Piece> {
    return await Promise.resolve(this.#pieces.shift() ?? 'silent');
  }

  send(): void {}

  close(): void {}
}
