// Owns: keeping the record of a handshake that is driven from JavaScript.

import type { HandshakeStep } from '../core/handshake-step.ts';
import type { SslResult } from '../core/results.ts';

export class HandshakeRecorder {
  readonly #call: string;
  readonly #steps: { call: string; ret: number; code: number; sent: number; received: number; ms: number }[] = [];
  #since = 0;
  #receivedBefore = 0;

  constructor(call: string) {
    this.#call = call;
  }

  get steps(): readonly HandshakeStep[] {
    return this.#steps.map((step) => ({ ...step }));
  }

  /** Runs one call, of another C function if `call` names one, and notes what came of it. */
  step<T>(run: () => SslResult<T>, call: string = this.#call): SslResult<T> {
    this.#begin();
    return this.#note(run(), call);
  }

  /** The same of a call that is over later: its time is all the time until then. */
  async stepOnPool<T>(run: () => Promise<SslResult<T>>, call: string): Promise<SslResult<T>> {
    this.#begin();
    return this.#note(await run(), call);
  }

  sent(bytes: number): void {
    const step = this.#steps.at(-1);
    if (step !== undefined) step.sent += bytes;
  }

  received(bytes: number): void {
    const step = this.#steps.at(-1);
    if (step === undefined) this.#receivedBefore += bytes;
    else step.received += bytes;
  }

  /** Came in within the last call: the one before it has waited for that. */
  receivedWithin(bytes: number): void {
    const step = this.#steps.at(-2) ?? this.#steps.at(-1);
    if (step !== undefined) step.received += bytes;
  }

  /** The wait of the last step is over. */
  close(): void {
    const step = this.#steps.at(-1);
    if (step !== undefined && step.ms === 0) step.ms = performance.now() - this.#since;
  }

  #begin(): void {
    this.close();
    this.#since = performance.now();
  }

  #note<T>(result: SslResult<T>, call: string): SslResult<T> {
    this.#steps.push({ call, ret: result.ret, code: result.code ?? 0, sent: 0, received: this.#receivedBefore, ms: 0 });
    this.#receivedBefore = 0;
    return result;
  }
}
