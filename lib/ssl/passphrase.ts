// Owns: passphrases and PINs as a caller may give them: a text, or a callback that is asked when OpenSSL wants one.
// Must not know: what they open. A passphrase never appears in a message.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { NativePassphrase } from '../native/keys.ts';

/** What a passphrase callback is told. */
export interface PassphraseRequest {
  /** What is read; null where it is no URI. */
  readonly uri: string | null;
  /** The option that it is for: `'privateKey'`, `'identities[0].privateKey'`, `'pkcs12'`, `'conf.PrivateKey'`; null where there is none. */
  readonly setting: string | null;
  /** In OpenSSL's or the token's words; '' where they say nothing. */
  readonly prompt: string;
  /** 1 for the first time that this call asks for this. OpenSSL asks again for further objects, and does not for a wrong answer. */
  readonly attempt: number;
  /** It is asked for a second time, to be sure. Reading never does so. */
  readonly confirm: boolean;
}

/**
 * Gives a passphrase or a PIN at once, or null to refuse. A Uint8Array is **wiped** when it is handed on: give one of its own to each call.
 * (A text stays in JavaScript's memory until it is collected.) What it throws comes out of the call that wanted to know.
 */
export type PassphraseCallback = (request: PassphraseRequest) => string | Uint8Array | null;

export type Passphrase = string | PassphraseCallback;

/** Fails when: it is neither a string nor a function (MisuseError). */
export function readPassphrase(options: OptionReader, name = 'passphrase'): Passphrase | undefined {
  const value = options.raw(name);
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'function') return value as PassphraseCallback;
  throw invalidArgument(options.path(name), 'a string or a function', typeof value);
}

/** The callbacks of one public call: what one of them throws is kept until OpenSSL is done, and thrown then. */
export class PassphraseCalls {
  #thrown: { readonly error: unknown } | null = null;

  /** `uri` where one is read; else native code says which setting asks. `asCString`: a zero byte would end it. */
  nativeOf(
    passphrase: Passphrase | undefined,
    { uri, setting, asCString = false }: { uri?: string; setting?: string; asCString?: boolean } = {},
  ): NativePassphrase | undefined {
    if (typeof passphrase !== 'function') return passphrase;
    return (of, prompt, attempt, confirm) => {
      if (this.#thrown !== null) return null;
      try {
        const request = { uri: uri ?? null, setting: setting ?? (uri === undefined ? of : null), prompt, attempt, confirm };
        return ownBytes(passphrase(request), asCString);
      } catch (error) {
        this.#thrown = { error };
        return null;
      }
    };
  }

  /** Fails when: a callback has thrown, with what it threw. */
  rethrow(): void {
    if (this.#thrown !== null) throw this.#thrown.error;
  }
}

// Bytes that native code may wipe: the caller's are wiped here.
function ownBytes(answer: unknown, asCString: boolean): Uint8Array | null {
  if (answer === null) return null;
  if (typeof answer !== 'string' && !(answer instanceof Uint8Array)) {
    const given = typeof answer === 'object' && 'then' in answer ? 'a promise: OpenSSL cannot wait for it' : typeof answer;
    throw new MisuseError('ERR_SSL_ARGUMENT', 'passphrase', `passphrase() must give a string, a Uint8Array or null, and gave ${given}`);
  }
  const own = typeof answer === 'string' ? new TextEncoder().encode(answer) : Uint8Array.from(answer);
  if (answer instanceof Uint8Array) answer.fill(0);
  if (!asCString || !own.includes(0)) return own;
  own.fill(0);
  throw new MisuseError('ERR_SSL_ARGUMENT', 'passphrase', 'passphrase() gave a zero character, which would end it');
}
