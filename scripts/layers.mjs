// @ts-check
// Owns: who may import whom, in TypeScript and in C++, and how long a file may be. docs/architecture.md draws the picture.
// Must not know: how findings are shown.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';

/** @typedef {{ file: string, line: number, problem: string }} Finding */

const longestFile = 300;
const generated = /^lib\/(core\/constants\.ts|c\/generated\/)/;
const measuredFolders = ['lib', 'src-native', 'test', 'scripts', 'deps', 'examples', 'bench', '.ci'];
const measuredEndings = /\.(ts|mjs|cjs|cc|h)$/;

/**
 * TypeScript: which layers a layer may import. A layer is a folder of lib/, or lib/index.ts. `typesOf` names those of which only types may be
 * imported, `packages` the packages of npm, and `builtins` says whether Node's own modules may be.
 * @type {Record<string, { imports: string[], typesOf?: string[], packages?: string[], builtins?: boolean }>}
 */
const typescriptLayers = {
  index: { imports: ['tls', 'c', 'io', 'ssl', 'core'], builtins: false },
  cli: { imports: ['cli', 'index'], packages: ['cli-table3', 'commander', 'picocolors'] },
  tls: { imports: ['tls', 'io', 'ssl', 'core'] },
  io: { imports: ['io', 'ssl', 'core'] },
  c: { imports: ['c', 'ssl', 'core', 'native'] },
  ssl: { imports: ['ssl', 'core', 'native'] },
  native: { imports: ['native'], typesOf: ['core'], packages: ['node-gyp-build'] },
  core: { imports: ['core'], builtins: false },
};

/**
 * C++: which layers a layer may include, and whether it may speak Node-API. A layer is a folder of src-native/, or the file addon.
 * @type {Record<string, { includes: string[], nodeApi: boolean, tables?: boolean }>}
 */
const cppLayers = {
  addon: { includes: ['addon', 'wrap', 'clayer'], nodeApi: true },
  wrap: { includes: ['wrap', 'loop', 'ossl', 'napi'], nodeApi: true },
  clayer: { includes: ['clayer', 'wrap', 'ossl', 'napi'], nodeApi: true, tables: true },
  loop: { includes: ['loop', 'napi'], nodeApi: true },
  napi: { includes: ['napi'], nodeApi: true },
  ossl: { includes: ['ossl', 'library'], nodeApi: false },
  library: { includes: ['library'], nodeApi: false, tables: true },
};
const nodeHeaders = /^(napi\.h|napi-inl\.h|node_api\.h|js_native_api\.h|node\.h|v8\.h|uv\.h)$/;

/** Everything that breaks the rules in the tree below `root`. @param {string} root @returns {Finding[]} */
export function findingsIn(root) {
  const typescript = filesBelow(root, 'lib').filter((file) => file.endsWith('.ts'));
  const cpp = filesBelow(root, 'src-native').filter((file) => /\.(cc|h)$/.test(file));
  const measured = measuredFolders.flatMap((folder) => filesBelow(root, folder)).filter((file) => measuredEndings.test(file));
  return [
    ...typescript.flatMap((file) => typescriptFindings(root, file)),
    ...cpp.flatMap((file) => cppFindings(root, file)),
    ...measured.flatMap((file) => lengthFindings(root, file)),
  ];
}

/** @param {string} root @param {string} file @returns {Finding[]} */
function typescriptFindings(root, file) {
  const layer = layerOf(file, 'lib');
  const rules = typescriptLayers[layer];
  if (rules === undefined) return [{ file, line: 1, problem: `the layer ${layer} is not in the table of scripts/layers.mjs` }];
  return importsOf(join(root, file)).flatMap(({ specifier, typeOnly, line }) => {
    const problem = importProblem(root, file, layer, specifier, typeOnly);
    return problem === null ? [] : [{ file, line, problem }];
  });
}

/** @param {string} root @param {string} file @param {string} layer @param {string} specifier @param {boolean} typeOnly @returns {string | null} */
function importProblem(root, file, layer, specifier, typeOnly) {
  const { imports, typesOf = [], packages = [], builtins = true } = typescriptLayers[layer] ?? { imports: [] };
  if (specifier.startsWith('node:')) return builtins ? null : `${layer} is pure: it may not import ${specifier}`;
  if (!specifier.startsWith('.')) {
    const allowed = packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return allowed ? null : `${layer} may not import the package ${specifier}`;
  }
  const target = join(dirname(file), specifier);
  if (!existsSync(join(root, target))) return `${specifier} does not exist`;
  if (!target.startsWith(`lib${sep}`)) return `${specifier} is outside of lib`;
  const targetLayer = layerOf(target, 'lib');
  if (imports.includes(targetLayer)) return null;
  if (!typesOf.includes(targetLayer)) return `${layer} may not import ${targetLayer} (${specifier})`;
  return typeOnly ? null : `${layer} may import types only from ${targetLayer} (${specifier})`;
}

/**
 * Every import of a module, in whatever form: import, export from, import(), require(), import('…') in a type.
 * @param {string} path @returns {{ specifier: string, typeOnly: boolean, line: number }[]}
 */
function importsOf(path) {
  const source = readFileSync(path, 'utf8');
  const module = parseSync(source, { syntax: 'typescript', target: 'es2023' });
  /** @type {{ specifier: string, typeOnly: boolean, line: number }[]} */
  const found = [];
  walk(module, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null) found.push({ specifier, typeOnly: isTypeOnly(node), line: lineOf(source, specifier) });
  });
  return found;
}

/** @param {any} node @returns {string | null} */
function specifierOf(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source?.value ?? null;
    case 'TsImportType':
      return node.argument.value;
    case 'TsExternalModuleReference':
      return node.expression.value;
    case 'CallExpression': {
      const isImport = node.callee.type === 'Import' || (node.callee.type === 'Identifier' && node.callee.value === 'require');
      const argument = node.arguments[0]?.expression;
      return isImport && argument?.type === 'StringLiteral' ? argument.value : null;
    }
    default:
      return null;
  }
}

/** @param {any} node */
function isTypeOnly(node) {
  if (node.type === 'TsImportType' || node.typeOnly === true) return true;
  return node.specifiers?.length > 0 && node.specifiers.every((/** @type {any} */ each) => each.isTypeOnly === true);
}

/** @param {unknown} node @param {(node: any) => void} visit */
function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}

// The parser counts bytes over all files that it has read in this process: the text is the surer guide.
/** @param {string} source @param {string} specifier */
function lineOf(source, specifier) {
  const index = source.split('\n').findIndex((text) => text.includes(`'${specifier}'`) || text.includes(`"${specifier}"`));
  return index + 1;
}

/** @param {string} root @param {string} file @returns {Finding[]} */
function cppFindings(root, file) {
  const layer = layerOf(file, 'src-native');
  const rules = cppLayers[layer];
  if (rules === undefined) return [{ file, line: 1, problem: `the layer ${layer} is not in the table of scripts/layers.mjs` }];
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const included = /^\s*#\s*include\s*[<"](?<name>[^>"]+)[>"]/.exec(text)?.groups?.['name'];
      const problem = included === undefined ? null : includeProblem(root, layer, included, text.includes('"'));
      return problem === null ? [] : [{ file, line: index + 1, problem }];
    });
}

/** @param {string} root @param {string} layer @param {string} name @param {boolean} quoted @returns {string | null} */
function includeProblem(root, layer, name, quoted) {
  const { includes, nodeApi, tables = false } = cppLayers[layer] ?? { includes: [], nodeApi: false };
  // Its macros expand to direct calls, which would bind to the OpenSSL that the node executable exports.
  if (name.startsWith('openssl/')) return `no file includes OpenSSL's headers (${name}): library/openssl_types.h declares what is needed`;
  if (nodeHeaders.test(name)) return nodeApi ? null : `${layer} may not include ${name}: it knows nothing of Node`;
  if (!quoted) return null;
  if (name.endsWith('.inc')) return tables ? null : `${layer} may not include ${name}: the tables belong to library`;
  if (!existsSync(join(root, 'src-native', name))) return `src-native/${name} does not exist: name included files from src-native on`;
  const target = layerOf(join('src-native', name), 'src-native');
  return includes.includes(target) ? null : `${layer} may not include ${target} (${name})`;
}

/** @param {string} root @param {string} file @returns {Finding[]} */
function lengthFindings(root, file) {
  if (generated.test(file)) return [];
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
  return lines <= longestFile
    ? []
    : [{ file, line: longestFile + 1, problem: `${lines} lines, more than ${longestFile}: one concept a file` }];
}

/** The folder below `top` that holds the file; for a file in `top` itself its name without the ending. @param {string} file @param {string} top */
function layerOf(file, top) {
  const [first = ''] = relative(top, file).split(sep);
  return first.replace(/\.[^.]+$/, '');
}

/** @param {string} root @param {string} folder @returns {string[]} */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile())
    .toSorted();
}
