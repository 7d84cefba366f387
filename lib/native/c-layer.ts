// Owns: the shape of what src-native/clayer/ exports.

import type { LibsslError } from '../core/errors.ts';
import type { NativeLibrary } from './binding.ts';

export interface NativeCLayer {
  /** All functions of the C layer over this library, by name. */
  bindCLayer(library: NativeLibrary): object;
  /** Before the first call of one of them: how its refusals become errors. */
  setCLayerErrorFactory(factory: (code: string, argument: string, message: string) => LibsslError): void;
  /** How many objects that handles stand for (SSL, SSL_CTX, SSL_SESSION, BIO, X509 …) OpenSSL has not freed yet, in the whole process. */
  cLiveObjects(): number;
  /** AF_INET, POLLIN, EAGAIN … of this machine. */
  cSystemConstants(): Record<string, number>;
}
