// @ts-check
/**
 * Puts one series together in the shape that all series share, whatever they were made from:
 * lib, include, bin, libexec, ssl. It must not know how the parts were made.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { remove } from './files.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} Parts
 * @property {string} libraries   The folder of libssl, libcrypto and the folders of loadable modules.
 * @property {readonly string[]} headers  Folders of openssl/*.h; a later one adds to the earlier ones.
 * @property {string} program
 * @property {readonly string[]} configs   openssl.cnf, and what it may include: the checksums of a FIPS provider.
 */

const LIBRARY = /^lib(ssl|crypto)\.so(\.|$)/;
const MODULES = /^(ossl-modules|engines-[\w.]+)$/;

/** Finds its folder by itself and is therefore right both before and after the rename that finishes a series. */
const WRAPPER = `\
#!/bin/sh
# Runs the openssl program of this folder with the libraries, modules and configuration of this folder.
self=$(readlink -f -- "$0")
root=\${self%/bin/*}
export LD_LIBRARY_PATH="$root/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export OPENSSL_CONF="\${OPENSSL_CONF:-$root/ssl/openssl.cnf}"
for modules in "$root"/lib/ossl-modules; do [ -d "$modules" ] && export OPENSSL_MODULES="\${OPENSSL_MODULES:-$modules}"; done
for engines in "$root"/lib/engines-*; do [ -d "$engines" ] && export OPENSSL_ENGINES="\${OPENSSL_ENGINES:-$engines}"; done
exec "$root/libexec/openssl" "$@"
`;

/**
 * @param {Parts} parts
 * @param {string} out
 */
export function assemble(parts, out) {
  remove(out);
  for (const folder of ['lib', 'include/openssl', 'bin', 'libexec', 'ssl']) mkdirSync(join(out, folder), { recursive: true });

  const libraries = readdirSync(parts.libraries).filter((name) => LIBRARY.test(name) || MODULES.test(name));
  for (const kind of ['libssl.so.', 'libcrypto.so.']) {
    if (!libraries.some((name) => name.startsWith(kind))) throw new Problem(`there is no ${kind}* in ${parts.libraries}`);
  }
  for (const name of libraries) copy(join(parts.libraries, name), join(out, 'lib', name));
  for (const folder of parts.headers) copy(folder, join(out, 'include/openssl'));
  copy(parts.program, join(out, 'libexec/openssl'));
  for (const config of parts.configs) copy(config, join(out, 'ssl', basename(config)));
  writeFileSync(join(out, 'bin/openssl'), WRAPPER, { mode: 0o755 });
}

/**
 * What a process that loads these libraries by itself should have in its environment,
 * with values relative to the folder of the series: paths that were compiled in may belong to the machine.
 * @param {string} out
 */
export function environmentOf(out) {
  const folders = readdirSync(join(out, 'lib'));
  const engines = folders.find((name) => name.startsWith('engines-'));
  return {
    OPENSSL_CONF: 'ssl/openssl.cnf',
    ...(existsSync(join(out, 'lib/ossl-modules')) ? { OPENSSL_MODULES: 'lib/ossl-modules' } : {}),
    ...(engines === undefined ? {} : { OPENSSL_ENGINES: `lib/${engines}` }),
  };
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  // libssl.so and its like are relative links to the file beside them and have to stay so.
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
