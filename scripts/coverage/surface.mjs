// @ts-check
// Owns: which members of the public surface say of themselves, in TSDoc, which C function they reach.
// Must not know: whether what they say is so.
import { codeOnly, sourcesBelow } from './text.mjs';

/**
 * @typedef {object} Declaration
 * @property {string} file
 * @property {string} name
 * @property {string} kind       class, interface, type, function.
 * @property {string[]} parents  What it extends.
 * @property {string[]} takes    The types of its parameters, of a function or a constructor.
 * @property {boolean | null} isMade  Its constructor is for everyone; null: it has none of its own.
 * @property {Mention[]} mentions
 *
 * @typedef {object} Mention
 * @property {string[]} path     The members on the way; none: the declaration itself.
 * @property {boolean} isMethod
 * @property {string[]} names    C functions.
 */

/**
 * Where each C function is named, as a reader finds it in the API: `SslContext` option `modes`, `SslEngine.read()`.
 * @param {string} root @returns {Map<string, string[]>}
 */
export function readSurface(root) {
  const declarations = ['lib/core', 'lib/ssl', 'lib/io']
    .flatMap((folder) => sourcesBelow(root, folder, /(?<!\.d)\.ts$/))
    .flatMap(declarationsIn);
  const index = sourcesBelow(root, 'lib', /^index\.ts$/)[0]?.text ?? '';
  const surface = new Surface(declarations, exportsOf(index));
  /** @type {Map<string, { label: string, isType: boolean }[]>} */
  const places = new Map();
  for (const declaration of declarations) {
    for (const mention of declaration.mentions) {
      for (const place of surface.placesOf(declaration, mention)) {
        for (const name of mention.names) places.set(name, [...(places.get(name) ?? []), place]);
      }
    }
  }
  return new Map([...places].map(([name, found]) => [name, bestOf(found)]));
}

// A type that only describes is worth naming where nothing is that does.
/** @param {{ label: string, isType: boolean }[]} places */
function bestOf(places) {
  const doing = places.filter(({ isType }) => !isType);
  return [...new Set((doing.length > 0 ? doing : places).map(({ label }) => label))].toSorted();
}

class Surface {
  /** @readonly */
  #declarations;
  /** @readonly */
  #isExported;

  /** @param {Declaration[]} declarations @param {(declaration: Declaration) => boolean} isExported */
  constructor(declarations, isExported) {
    this.#declarations = declarations;
    this.#isExported = isExported;
  }

  /** @param {Declaration} declaration @param {Mention} mention @returns {{ label: string, isType: boolean }[]} */
  placesOf(declaration, { path, isMethod }) {
    const member = path.join('.');
    if (declaration.kind === 'function') {
      return this.#isExported(declaration) ? [{ label: `\`${declaration.name}()\``, isType: false }] : [];
    }
    if (declaration.kind === 'class') {
      return this.#seenAs(declaration).map((seen) => {
        const { name } = seen;
        if (member === '' || member === 'constructor')
          return { label: this.#isMade(seen) ? `\`new ${name}()\`` : `\`${name}\``, isType: false };
        return { label: `\`${name}.${member}${isMethod ? '()' : ''}\``, isType: false };
      });
    }
    const takers = member === '' ? [] : this.#takersOf(declaration);
    if (takers.length > 0) return takers.map((taker) => ({ label: `${taker} option \`${member}\``, isType: false }));
    const label = `\`${[declaration.name, ...path].join('.')}\``;
    return this.#isExported(declaration) ? [{ label, isType: path.length === 0 }] : [];
  }

  // A class that is not exported is seen through those that extend it.
  /** @param {Declaration} declaration @returns {Declaration[]} */
  #seenAs(declaration) {
    if (this.#isExported(declaration)) return [declaration];
    return this.#heirsOf(declaration).flatMap((heir) => this.#seenAs(heir));
  }

  /** @param {Declaration} declaration @returns {boolean} */
  #isMade({ isMade, parents }) {
    return isMade ?? this.#declarations.some((each) => each.kind === 'class' && parents.includes(each.name) && this.#isMade(each));
  }

  // Who takes these options: the nearest ones, as whoever takes more has them by inheritance.
  /** @param {Declaration} declaration @returns {string[]} */
  #takersOf(declaration) {
    for (let generation = [declaration]; generation.length > 0; generation = generation.flatMap((each) => this.#heirsOf(each))) {
      const takers = generation.flatMap(({ name }) => this.#declarations.filter((each) => isForCallers(each) && each.takes.includes(name)));
      const labels = takers.flatMap((taker) => {
        if (taker.kind === 'class') return this.#seenAs(taker).map(({ name }) => `\`${name}\``);
        return this.#isExported(taker) ? [`\`${taker.name}()\``] : [];
      });
      if (labels.length > 0) return [...new Set(labels)];
    }
    return [];
  }

  /** @param {Declaration} declaration */
  #heirsOf({ name, kind }) {
    return this.#declarations.filter((each) => each.kind === kind && each.parents.includes(name));
  }
}

/** @param {string} index The text of lib/index.ts. @returns {(declaration: Declaration) => boolean} */
function exportsOf(index) {
  const named = [...index.matchAll(/export (?:type )?\{(?<names>[^}]*)\} from '\.\/(?<file>[^']+)'/g)].flatMap(({ groups }) =>
    (groups?.['names'] ?? '').split(',').map((name) => `lib/${groups?.['file']}#${name.trim().replace(/^type /, '')}`),
  );
  const whole = [...index.matchAll(/export \* from '\.\/(?<file>[^']+)'/g)].map(({ groups }) => `lib/${groups?.['file']}`);
  const known = new Set(named);
  return ({ file, name }) => known.has(`${file}#${name}`) || whole.includes(file);
}

// The formatter fixes the indentation, so it tells what stands in what.
/** @param {import('./text.mjs').Source} source @returns {Declaration[]} */
function declarationsIn({ file, text }) {
  return [...text.matchAll(topLevel)].map((match, index, all) => {
    const { doc = '', kind = '', name = '' } = match.groups ?? {};
    const body = text.slice(match.index + match[0].length, all[index + 1]?.index);
    const head = codeOnly(body).split(kind === 'function' ? /\)[^)]*\{\n/ : /[{;]/)[0] ?? '';
    const maker = kind === 'class' ? /^ {2}(?<isPrivate>private )?constructor\((?<parameters>[^)]*)/m.exec(body)?.groups : undefined;
    return {
      file,
      name,
      kind,
      parents: kind === 'class' || kind === 'interface' ? typesIn(head.split('extends')[1] ?? '') : [],
      takes: kind === 'function' ? typesIn(head) : typesIn(maker?.['parameters'] ?? ''),
      isMade: maker === undefined ? null : maker['isPrivate'] === undefined,
      mentions: [...mentionsIn(doc, [], false), ...(kind === 'function' ? [] : memberMentions(body))],
    };
  });
}

// What lib/core has in its constructors is no option: results and errors are made here, and read by the caller.
/** @param {Declaration} declaration */
function isForCallers({ file }) {
  return !file.startsWith('lib/core/');
}

const topLevel =
  /(?<doc>\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?:abstract |async )*(?<kind>class|interface|type|function) (?<name>\w+)/gm;
const memberLine =
  /^(?<indent> {2,})(?:(?:static|readonly|abstract|async|override) )*(?<accessor>[gs]et )?(?<name>[a-zA-Z_]\w*)\??(?<rest>[(:<=].*)$/;

/** @param {string} body @returns {Mention[]} */
function memberMentions(body) {
  /** @type {Mention[]} */
  const found = [];
  /** @type {{ indent: number, name: string }[]} */
  const around = [];
  let doc = '';
  let docIsOpen = false;
  for (const line of body.split('\n')) {
    if (/^ +\/\*\*/.test(line)) doc = '';
    if (docIsOpen || /^ +\/\*\*/.test(line)) {
      doc += `${line}\n`;
      docIsOpen = !line.includes('*/');
      continue;
    }
    const { indent = '', accessor, name = '', rest = '' } = memberLine.exec(line)?.groups ?? {};
    if (name !== '') {
      while ((around.at(-1)?.indent ?? 0) >= indent.length) around.pop();
      // Two more than what is around it: deeper lines are code or a wrapped type.
      const isMember = indent.length === (around.at(-1)?.indent ?? 0) + 2;
      const isMethod = accessor === undefined && /^[(<]/.test(rest);
      if (isMember) found.push(...mentionsIn(doc, [...around.map((each) => each.name), name], isMethod));
      if (isMember && rest.startsWith(':') && rest.endsWith('{')) around.push({ indent: indent.length, name });
    }
    doc = '';
  }
  return found;
}

/** @param {string} doc @param {string[]} path @param {boolean} isMethod @returns {Mention[]} */
function mentionsIn(doc, path, isMethod) {
  const tagged = [...doc.matchAll(/@openssl (?<names>\w+(?:, \w+)*)/g)].flatMap(({ groups }) => (groups?.['names'] ?? '').split(', '));
  const pages = [...doc.matchAll(/\b(?<name>\w+)\(3\)/g)].map(({ groups }) => groups?.['name'] ?? '');
  const names = [...new Set([...tagged, ...pages])];
  return names.length > 0 ? [{ path, isMethod, names }] : [];
}

/** @param {string} text */
function typesIn(text) {
  return [...new Set(text.match(/\b[A-Z]\w*\b/g))];
}
