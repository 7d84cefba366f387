// Owns: the shapes of single settings, of a context or of a connection, on their way to native code.
// Must not know: which settings there are.

export interface NativeControlSetting {
  readonly setting: string;
  readonly function: string;
  readonly command: number;
  readonly number: number;
  readonly text: string | undefined;
  readonly answersOne: boolean;
}

export interface NativeNumberSetting {
  readonly setting: string;
  readonly function: string;
  readonly value: number;
}

export interface NativeAdjustment {
  readonly options: number | undefined;
  readonly clearOptions: number | undefined;
  readonly minProtocol: number | undefined;
  readonly maxProtocol: number | undefined;
  readonly cipherList: string | undefined;
}
