// Owns: reading a configuration file as OpenSSL does, config(5): sections, quotes, escapes, variables, includes, in the order of the file.
// Must not know: what a section means.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';

export type Setting = readonly [name: string, value: string];

/** Where a file breaks the rules. */
export class ConfigurationError extends Error {}

export interface Configuration {
  /** The settings of a section in their order; undefined if there is no such section. */
  section(name: string): readonly Setting[] | undefined;
  /** The value of a name in a section, else in the file's first, nameless part. */
  value(section: string, name: string): string | undefined;
}

export interface ReadOptions {
  /** What `${ENV::NAME}` stands for. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The nameless part before the first section, under the name that config(5) gives it. */
export const globalSection = 'default';

/** Fails when: the file cannot be read, or breaks the rules of config(5) (ConfigurationError, with the place). */
export function readConfiguration(file: string, options: ReadOptions = {}): Configuration {
  const reader = new Reader(options.environment ?? {});
  reader.read(file);
  return reader;
}

/** The same of a text. `file` is what messages call it, and what an `.include` is relative to. */
export function parseConfiguration(text: string, file: string, options: ReadOptions = {}): Configuration {
  const reader = new Reader(options.environment ?? {});
  reader.parse(text, file);
  return reader;
}

const deepestInclude = 10;
const name = /^[A-Za-z0-9_!.%&*+,/;?@^~|-]+$/; // what config(5) lets a name be made of
const simpleName = /[A-Za-z0-9_]/; // after a dollar sign a name ends at anything else
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', b: '\b', t: '\t' };
const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')' };

class Reader implements Configuration {
  readonly #sections = new Map<string, Map<string, string>>([[globalSection, new Map()]]);
  readonly #environment: Readonly<Record<string, string>>;
  #section = globalSection;
  #place = '';
  #depth = 0;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  section(wanted: string): readonly Setting[] | undefined {
    const found = this.#sections.get(wanted);
    return found === undefined ? undefined : [...found];
  }

  value(section: string, wanted: string): string | undefined {
    return this.#sections.get(section)?.get(wanted) ?? this.#sections.get(globalSection)?.get(wanted);
  }

  read(file: string): void {
    this.parse(readFileSync(file, 'utf8'), file);
  }

  parse(text: string, file: string): void {
    this.#depth += 1;
    if (this.#depth > deepestInclude) throw this.#error(`more than ${deepestInclude} files that include each other`);
    for (const { line, number } of logicalLines(text)) {
      this.#place = `${file}:${number}`;
      this.#readLine(line, file);
    }
    this.#depth -= 1;
  }

  #readLine(line: string, file: string): void {
    const content = withoutComment(line).trim();
    if (content === '') return;
    if (content.startsWith('[')) {
      const title = /^\[\s*(?<title>[^\]]*?)\s*\]$/.exec(content)?.groups?.['title'];
      if (title === undefined) throw this.#error(`no closing bracket: ${content}`);
      this.#section = this.#expand(title);
      if (!this.#sections.has(this.#section)) this.#sections.set(this.#section, new Map());
      return;
    }
    const directive = /^\.(?<directive>[a-z]+)(?:\s*=\s*|\s+)(?<value>.*)$/.exec(content)?.groups;
    if (directive !== undefined) {
      this.#obey(directive['directive'] ?? '', this.#expand(directive['value'] ?? ''), file);
      return;
    }
    const equals = content.indexOf('=');
    if (equals < 0) throw this.#error(`no equals sign: ${content}`);
    this.#set(content.slice(0, equals).trim(), this.#expand(content.slice(equals + 1).trim()));
  }

  #obey(directive: string, value: string, file: string): void {
    if (directive !== 'include') throw this.#error(`.${directive} is not a directive that is known here; there is: .include`);
    const path = isAbsolute(value) ? value : join(dirname(file), value);
    const place = this.#place;
    if (statSync(path).isDirectory()) {
      const names = readdirSync(path).filter((entry) => ['.cnf', '.conf'].includes(extname(entry)));
      for (const entry of names.toSorted()) this.read(join(path, entry));
    } else {
      this.read(path);
    }
    this.#place = place;
  }

  // `other::name = value` sets a name of another section. A name that is set again moves to the end, as in OpenSSL's own list.
  #set(target: string, value: string): void {
    const [, section = this.#section, key = ''] = /^(?:(.*?)::)?(.*)$/.exec(target) ?? [];
    if (!name.test(key)) throw this.#error(`no name: ${target}`);
    const settings = this.#sections.get(section) ?? new Map<string, string>();
    this.#sections.set(section, settings);
    settings.delete(key);
    settings.set(key, value);
  }

  /** Quotes taken off, escapes and variables replaced. */
  #expand(raw: string): string {
    let made = '';
    let at = 0;
    while (at < raw.length) {
      const character = raw.charAt(at);
      if (character === '"' || character === "'" || character === '`') {
        const end = endOfQuote(raw, at);
        made += raw.slice(at + 1, end).replaceAll(/\\(.)/gs, '$1');
        at = end + 1;
      } else if (character === '\\') {
        const escaped = raw.charAt(at + 1);
        made += escapes[escaped] ?? escaped;
        at += 2;
      } else if (character === '$') {
        const { value, end } = this.#variable(raw, at + 1);
        made += value;
        at = end;
      } else {
        made += character;
        at += 1;
      }
    }
    return made;
  }

  /** `$name`, `${name}`, `$(name)`, each with `section::` in front or not. */
  #variable(raw: string, start: number): { readonly value: string; readonly end: number } {
    const bracket = closing[raw.charAt(start)];
    let end = bracket === undefined ? start : start + 1;
    const first = end;
    const part = (): string => {
      const from = end;
      while (simpleName.test(raw.charAt(end))) end += 1;
      return raw.slice(from, end);
    };
    let section = this.#section;
    let variable = part();
    if (raw.startsWith('::', end)) {
      section = variable;
      end += 2;
      variable = part();
    }
    const text = raw.slice(first, end);
    if (bracket !== undefined) {
      if (raw.charAt(end) !== bracket) throw this.#error(`no closing ${bracket} after $${raw.slice(start, end)}`);
      end += 1;
    }
    const value = section === 'ENV' ? this.#environment[variable] : this.value(section, variable);
    if (value === undefined) throw this.#error(`variable ${text} has no value`);
    return { value, end };
  }

  #error(why: string): ConfigurationError {
    return new ConfigurationError(`${this.#place}: ${why}`);
  }
}

/** Lines with those that end in a backslash put together; the number is that of the first. */
function* logicalLines(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let waiting = '';
  let first = 1;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (waiting === '') first = index + 1;
    if (/(?<!\\)(?:\\\\)*\\$/.test(line)) {
      waiting += line.slice(0, -1);
      continue;
    }
    yield { line: waiting + line, number: first };
    waiting = '';
  }
  if (waiting !== '') yield { line: waiting, number: first };
}

function withoutComment(line: string): string {
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '#') return line.slice(0, at);
    if (character === '\\') at += 1;
    else if (character === '"' || character === "'" || character === '`') at = endOfQuote(line, at);
  }
  return line;
}

/** The place of the quote that closes the one at `start`; the end of the text if none does, as OpenSSL has it. */
function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at;
  }
  return text.length;
}
