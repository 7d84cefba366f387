// Owns: the shape of what src-native/clayer/ exports.

import type { LibsslError } from '../core/errors.ts';
import type { NativeLibrary } from './binding.ts';

export interface NativeCLayer {
  /** All functions of the C layer over this library, by name. */
  bindCLayer(library: NativeLibrary): object;
  /** Before the first call of one of them: how its refusals become errors. */
  setCLayerErrorFactory(factory: (code: string, argument: string, message: string) => LibsslError): void;
  /** AF_INET, POLLIN, EAGAIN … of this machine. */
  cSystemConstants(): Record<string, number>;
}
