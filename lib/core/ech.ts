// Owns: what became of Encrypted Client Hello (RFC 9849) as a value, and the error of a client whose server did not take the offer.
// Must not know: native code.

import { ECH_STATUS } from './constants.ts';
import { SslError, type SslErrorDetails } from './errors.ts';

type Kebab<Text extends string> = Text extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : Text;
type Unprefixed<Name> = Name extends `SSL_ECH_STATUS_${infer Rest}` ? Lowercase<Kebab<Rest>> : never;

/**
 * OpenSSL's names, SSL_ech_get1_status(3); `unknown`: a number that is newer than this package.
 *
 * - `success`: the server has read the inner ClientHello, and on a client its certificate holds for the inner name.
 * - `not-tried`, `not-configured`: no ECH: none was offered, or this side has nothing for it.
 * - `grease`, `grease-ech`: what was offered was for show; with `grease-ech` the server sent configurations in answer.
 * - `failed-ech`: refused, and the server, which proved to be the public name, sent configurations to try again with.
 * - `failed`: refused without any; or it has not come that far. `bad-name`, `failed-ech-bad-name`: the certificate does not hold.
 * - `backend`: a server behind one that has decrypted.
 */
export type EchStatus = Unprefixed<keyof typeof ECH_STATUS> | 'unknown';

/** What became of Encrypted Client Hello. */
export interface EchOutcome {
  readonly status: EchStatus;
  /** The C name, `SSL_ECH_STATUS_SUCCESS`. */
  readonly name: string;
  readonly code: number;
  /** Whom the client means; null where OpenSSL does not tell: with GREASE, and on a server that could not decrypt. */
  readonly innerName: string | null;
  /** Whom the ClientHello names for all to see. */
  readonly outerName: string | null;
}

const names: ReadonlyMap<number, string> = new Map(Object.entries(ECH_STATUS).map(([name, code]) => [code, name]));

export function echOutcomeOf(code: number, innerName: string | null, outerName: string | null): EchOutcome {
  const name = names.get(code);
  const status = name === undefined ? 'unknown' : (name.slice('SSL_ECH_STATUS_'.length).toLowerCase().replaceAll('_', '-') as EchStatus);
  return { status, name: name ?? `SSL_ECH_STATUS_${code}`, code, innerName, outerName };
}

/** What a refused client knows. */
export interface EchRejection {
  readonly ech: EchOutcome;
  readonly retryConfigs: Uint8Array | null;
  readonly securelyDisabled: boolean;
}

/**
 * Client: the server did not take the Encrypted Client Hello. Nothing was sent to it that the inner ClientHello was to hide. Its code is
 * `ERR_SSL_ECH_REQUIRED`, for the alert that OpenSSL sends.
 */
export class EchRejectedError extends SslError {
  readonly ech: EchOutcome;
  /**
   * The server's own configurations, to connect once more with: `ech: { configList: error.retryConfigs }`. null if it sent none, or did not
   * prove to be the public name. SSL_ech_get1_retry_config(3)
   */
  readonly retryConfigs: Uint8Array | null;
  /**
   * The server proved to be the public name and has no ECH (RFC 9849, 6.1.6): connecting again without is what is left, and shows everyone
   * the name.
   */
  readonly securelyDisabled: boolean;

  constructor(message: string, details: SslErrorDetails, { ech, retryConfigs, securelyDisabled }: EchRejection) {
    super('ERR_SSL_ECH_REQUIRED', message, details);
    this.ech = ech;
    this.retryConfigs = retryConfigs;
    this.securelyDisabled = securelyDisabled;
  }
}
