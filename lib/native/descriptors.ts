// Owns: the functions of the native addon for engines on a descriptor of their own, and for the event loop's watch over it.

/** [received, sent, unsent, whether the input has ended: 1 or 0] */
export type DescriptorNumbers = Float64Array;

export interface NativeAddress {
  readonly address: string;
  readonly port: number;
  readonly family: 'IPv4' | 'IPv6';
}

export interface NativeDescriptors<Engine, Transfer, Refusal> {
  /** Another descriptor of the same socket; negative: -errno. */
  duplicateDescriptor(fd: number): number;
  closeDescriptor(fd: number): void;

  engineAttachPair(engine: Engine, bufferSize: number): Refusal | undefined;
  /** `ready` is called with the events, negative once nothing is watched any more, after an error. */
  engineAttachDescriptor(engine: Engine, fd: number, receiver: { ready(events: number): void }): Refusal | undefined;
  /** Events: 1 readable, 2 writable. False: the loop refuses. */
  engineWatch(engine: Engine, events: number): boolean;
  engineKeepAlive(engine: Engine, yes: boolean): void;
  readonly engineReadMany: Transfer;
  engineReadable(engine: Engine): void;
  /** errno; 0: all is sent, or the rest has to wait. */
  engineFlush(engine: Engine, numbers: DescriptorNumbers): number;
  engineHoldEnd(engine: Engine): void;
  engineTakeUnsent(engine: Engine): Uint8Array;
  engineReleaseDescriptor(engine: Engine): number;
  engineEndOutput(engine: Engine): number;
  engineDiscardInput(engine: Engine): void;
  engineSetNoDelay(engine: Engine, yes: boolean): number;
  engineSetKeepAlive(engine: Engine, yes: boolean, seconds: number): number;
  engineAddress(engine: Engine, remote: boolean): NativeAddress | null;
}
