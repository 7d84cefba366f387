// Owns: the error for a key, or whatever a URI names, that could not be had: which of the reasons it is.
// Must not know: what it was wanted for.

import { ERR } from '../core/constants.ts';
import { KeyError, type KeyErrorCode } from '../core/errors.ts';
import type { ErrorQueue } from '../core/queue.ts';
import type { NativeRefusal } from '../native/binding.ts';
import { queueWithoutSecrets, withoutSecrets } from './uri.ts';

/** `uri` where one was read. */
export function keyError({ failure }: NativeRefusal, uri: string | null): KeyError {
  const { code, detail } = reasonOf(failure, uri);
  return new KeyError(code, failure.setting, failure.function, uri === null ? null : withoutSecrets(uri), {
    detail: [detail, withoutSecrets(failure.detail)].filter((text) => text !== '').join('; '),
    queue: queueWithoutSecrets(failure.queue),
  });
}

/** Whether a passphrase is what a setting failed for. */
export function isAboutPassphrase({ failure }: NativeRefusal): boolean {
  if (failure.passphrase === 'given' && failure.queue.some(isUnsupported)) return false;
  return failure.passphrase !== 'unasked' || isMacFailure(failure.queue);
}

interface Reason {
  readonly code: KeyErrorCode;
  readonly detail: string;
}

function reasonOf({ passphrase, queue, function: cFunction }: NativeRefusal['failure'], uri: string | null): Reason {
  switch (passphrase) {
    case 'refused':
      return { code: 'ERR_SSL_PASSPHRASE_NEEDED', detail: 'a passphrase or PIN is wanted, and none was given' };
    case 'not-taken':
      return { code: 'ERR_SSL_PASSPHRASE', detail: 'the PIN or passphrase was not taken' };
    case 'too-long':
      return { code: 'ERR_SSL_PASSPHRASE', detail: 'the passphrase is longer than OpenSSL takes' };
    case 'unasked':
      // PKCS12_parse(3) takes a passphrase, and asks for none.
      if (isMacFailure(queue)) return { code: 'ERR_SSL_PASSPHRASE_NEEDED', detail: 'a passphrase is wanted, and none was given' };
      break;
    case 'given':
      break;
  }
  if (uri !== null && isUnknownScheme(uri, cFunction, queue))
    return { code: 'ERR_SSL_URI_SCHEME', detail: 'nothing is loaded that knows the scheme' };
  if (queue.some(isPinRefusal)) return { code: 'ERR_SSL_PASSPHRASE', detail: 'the token does not take the PIN' };
  if (uri !== null && queue.every(saysNothing)) return { code: 'ERR_SSL_URI_NOTHING', detail: 'it names nothing that is wanted here' };
  if (passphrase === 'given' && !queue.some(isUnsupported)) {
    return { code: 'ERR_SSL_PASSPHRASE', detail: 'the passphrase is wrong, or what it protects is damaged' };
  }
  if (uri !== null) return { code: 'ERR_SSL_URI', detail: '' };
  return { code: cFunction.startsWith('ENGINE_') ? 'ERR_SSL_ENGINE' : 'ERR_SSL_SETTING', detail: '' };
}

type Entry = ErrorQueue[number];

// ERR_R_UNSUPPORTED of 3.0 and later, without its flags.

// Whatever the URI, 3.0 says of `file` that it is not registered: it looks for loaders of the old kind first.
function isUnknownScheme(uri: string, cFunction: string, queue: ErrorQueue): boolean {
  const scheme = uri.slice(0, uri.indexOf(':')).toLowerCase();
  const ofStore = queue.filter(({ libraryCode }) => libraryCode === ERR.ERR_LIB_OSSL_STORE);
  if (scheme !== 'file' && ofStore.some(({ reasonCode, data }) => reasonCode === unregistered && data === `scheme=${scheme}`)) return true;
  return cFunction.startsWith('OSSL_STORE_open') && ofStore.some(({ reasonCode }) => reasonCode === ERR.ERR_R_UNSUPPORTED);
}

// No provider that is loaded has the algorithm: whether the passphrase is right, nobody knows.
function isUnsupported({ libraryCode, reasonCode }: Entry): boolean {
  return libraryCode === ERR.ERR_LIB_EVP && (reasonCode === ERR.ERR_R_UNSUPPORTED || reasonCode === ERR.EVP_R_UNSUPPORTED_ALGORITHM);
}

function isMacFailure(queue: ErrorQueue): boolean {
  return queue.some(({ libraryCode, reasonCode }) => libraryCode === ERR.ERR_LIB_PKCS12 && reasonCode === ERR.PKCS12_R_MAC_VERIFY_FAILURE);
}

// CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE, CKR_PIN_EXPIRED, CKR_PIN_LOCKED (PKCS #11, 3.1): a module's library has a number
// of its own, but no other has these reasons.
const pinReasons: ReadonlySet<number> = new Set([0xa0, 0xa1, 0xa2, 0xa3, 0xa4]);

function isPinRefusal({ libraryCode, reasonCode, library }: Entry): boolean {
  return pinReasons.has(reasonCode) && (libraryCode >= 128 || /pkcs11/i.test(library));
}

const unregistered = ERR.OSSL_STORE_R_UNREGISTERED_SCHEME;
const noSuchFile = 2; // ENOENT

function saysNothing({ libraryCode, reasonCode }: Entry): boolean {
  if (libraryCode === ERR.ERR_LIB_OSSL_STORE) return reasonCode === unregistered;
  return libraryCode === ERR.ERR_LIB_SYS && reasonCode === noSuchFile;
}
