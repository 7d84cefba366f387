// Owns: the functions of the native addon for engines of datagrams.

export interface NativeDatagrams<Engine, Operation> {
  readonly engineListen: Operation;
  readonly engineHandleTimeout: Operation;
  engineFeedDatagram(engine: Engine, bytes: Uint8Array): void;
  engineDrainDatagrams(engine: Engine): readonly Uint8Array[];
  engineDatagramsToDrain(engine: Engine): number;
  /** Milliseconds; null: no timer runs. */
  engineDtlsTimeout(engine: Engine): number | null;
  engineDataMtu(engine: Engine): number;
  engineSrtpProfile(engine: Engine): { readonly name: string; readonly id: number } | null;
}
