// @ts-check
// Fails when binding.gyp and CMakeLists.txt no longer build the same thing: name, sources, definitions, flags, include folders, standard.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// What node-gyp adds by itself and through node-addon-api's target, and CMakeLists.txt has to say.
const saidByCmakeOnly = ['NODE_ADDON_API_CPP_EXCEPTIONS', 'BUILDING_NODE_EXTENSION'];

/** @typedef {{ name: string, sources: string[], definitions: string[], flags: string[], includes: string[], standard: string }} Build */

const gyp = readGyp(readFileSync(`${root}binding.gyp`, 'utf8'));
const cmake = readCmake(readFileSync(`${root}CMakeLists.txt`, 'utf8'));

for (const part of /** @type {(keyof Build)[]} */ (Object.keys(gyp))) {
  const [fromGyp, fromCmake] = [gyp[part], cmake[part]].map((value) => JSON.stringify(value));
  if (fromGyp === fromCmake) continue;
  console.error(`${part} differ:\n  binding.gyp     ${fromGyp}\n  CMakeLists.txt  ${fromCmake}`);
  process.exitCode = 1;
}

/** @param {string} text @returns {Build} */
function readGyp(text) {
  // gyp's format is JSON with comments, which here stand on lines of their own.
  const { targets } = JSON.parse(text.replace(/^\s*#.*$/gm, ''));
  const [target] = targets;
  const found = {
    name: target.target_name,
    sources: target.sources[0].includes("readdirSync('src-native',{recursive:true}).filter(f=>f.endsWith('.cc'))")
      ? ownSources()
      : target.sources,
    definitions: target.defines.toSorted(),
    flags: target.cflags.toSorted(),
    includes: target.include_dirs.toSorted(),
    standard: target.cflags_cc.join(' '),
  };
  if (!target.dependencies.some((/** @type {string} */ name) => name.endsWith(':node_addon_api_except')))
    found.definitions.push('without C++ exceptions');
  return found;
}

/** @param {string} text @returns {Build} */
function readCmake(text) {
  const commands = text.replace(/#.*$/gm, '');
  /** @param {RegExp} pattern @returns {string[]} */
  const words = (pattern) =>
    [...commands.matchAll(pattern)].flatMap((match) => (match[1] ?? '').split(/\s+/)).filter((word) => word !== '');
  const [name = ''] = words(/project\((\w+)/g);
  const [glob = ''] = words(/file\(GLOB_RECURSE OPENSSL_SHIM_SOURCES CONFIGURE_DEPENDS ([^)]*)\)/g);
  const [standard = ''] = words(/CXX_STANDARD (\d+)/g);
  return {
    name,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CMake's variable, not ours
    sources: glob === '"${CMAKE_SOURCE_DIR}/src-native/*.cc"' ? ownSources() : [glob],
    definitions: words(/target_compile_definitions\(openssl_shim PRIVATE([^)]*)\)/g)
      .filter((word) => !saidByCmakeOnly.includes(word))
      .toSorted(),
    flags: words(/target_compile_options\(openssl_shim PRIVATE([^)]*)\)/g).toSorted(),
    includes: words(/target_include_directories\(openssl_shim PRIVATE([^)]*)\)/g)
      .map((word) => word.replace(/^"\$\{CMAKE_SOURCE_DIR\}\/(.*)"$/, '$1'))
      .toSorted(),
    standard: commands.includes('CXX_EXTENSIONS OFF') ? `-std=c++${standard}` : `-std=gnu++${standard}`,
  };
}

function ownSources() {
  return readdirSync(`${root}src-native`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cc'))
    .toSorted();
}
