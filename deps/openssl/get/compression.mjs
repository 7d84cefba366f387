// @ts-check
/**
 * Which of the libraries that compress certificates (RFC 8879) can be built in. They are linked and not opened at run time: what
 * opens OpenSSL then isolates them with it. It must not know how OpenSSL is built.
 */
import { run } from './run.mjs';

/**
 * @typedef {'zlib' | 'brotli' | 'zstd'} Compression
 * @typedef {{ readonly name: Compression, readonly header: string, readonly debianPackage: string }} CompressionLibrary
 */

/** @type {readonly CompressionLibrary[]} */
const LIBRARIES = [
  { name: 'zlib', header: 'zlib.h', debianPackage: 'zlib1g-dev' },
  { name: 'brotli', header: 'brotli/encode.h', debianPackage: 'libbrotli-dev' },
  { name: 'zstd', header: 'zstd.h', debianPackage: 'libzstd-dev' },
];

/**
 * Those whose headers the compiler finds, and those that it lacks: a build without one is a build that can't compress so, and no failure.
 * @returns {Promise<{ present: readonly CompressionLibrary[], absent: readonly CompressionLibrary[] }>}
 */
export async function compressionLibraries() {
  /** @type {CompressionLibrary[]} */
  const present = [];
  /** @type {CompressionLibrary[]} */
  const absent = [];
  for (const library of LIBRARIES) {
    const { code } = await run('cc', ['-E', '-include', library.header, '-x', 'c', '/dev/null'], { mayFail: true });
    (code === 0 ? present : absent).push(library);
  }
  return { present, absent };
}

/**
 * What to say of those that are absent.
 * @param {readonly CompressionLibrary[]} absent
 */
export function lackOf(absent) {
  const names = absent.map(({ name }) => name).join(', ');
  const packages = absent.map(({ debianPackage }) => debianPackage).join(' ');
  return `without ${names}: certificates can't be compressed so; Debian's packages for it are ${packages}`;
}

/** @param {readonly CompressionLibrary[]} libraries */
export function configureOptions(libraries) {
  return libraries.map(({ name }) => `enable-${name}`);
}
