// Owns: extensions that OpenSSL does not know: the option, and the way from OpenSSL's question to the callback of one of them.
// Must not know: how an answer reaches OpenSSL.

import type { Certificate } from '../core/certificate.ts';
import { EXTENSION_CONTEXT } from '../core/constants.ts';
import { type AlertName, alertNumber } from '../core/names.ts';
import { invalidArgument, OptionReader, requireFunction, requireInteger } from '../core/options.ts';
import type { NativeAnswer } from '../native/answers.ts';
import type { NativeCertificate } from '../native/binding.ts';
import type { NativeExtension } from '../native/settings.ts';
import { certificateOf } from './certificates.ts';
import type { SslEngine } from './engine.ts';
import type { Method } from './protocols.ts';

type WithDashes<Name extends string> = Name extends `${infer First}_${infer Rest}` ? `${First}-${WithDashes<Rest>}` : Name;
type Unprefixed<Name> = Name extends `SSL_EXT_TLS1_${infer Minor extends '2' | '3'}_${infer Rest}`
  ? `tls1.${Minor}-${WithDashes<Lowercase<Rest>>}`
  : Name extends `SSL_EXT_${infer Rest}`
    ? WithDashes<Lowercase<Rest>>
    : never;
/** A flag of SSL_CTX_add_custom_ext(3): `'client-hello'` is SSL_EXT_CLIENT_HELLO, `'tls1.3-certificate'` SSL_EXT_TLS1_3_CERTIFICATE. */
export type ExtensionContext = Unprefixed<keyof typeof EXTENSION_CONTEXT>;
/** A message that has extensions. */
export type ExtensionMessage = Exclude<ExtensionContext, `${string}-only` | 'ignore-on-resumption'>;

/** In which message, and in a Certificate message for which certificate. */
export interface ExtensionAsk {
  readonly type: number;
  readonly message: ExtensionMessage;
  /** Of a Certificate message; else null. */
  readonly certificate: Certificate | null;
  /** The certificate's place in the chain, 0 for the end's own; null where there is none. */
  readonly chainIndex: number | null;
}
export interface ReceivedExtension extends ExtensionAsk {
  readonly bytes: Uint8Array;
}
/** Ends the handshake with this alert. */
export interface ExtensionRefusal {
  readonly alert: AlertName | number;
}

/**
 * An extension that OpenSSL does not know. Both callbacks answer at once: OpenSSL waits for them. What they throw ends the handshake and comes
 * out of the operation unchanged.
 */
export interface CustomExtension {
  /** 0 to 65535, as in a ClientHello; none that OpenSSL handles itself, SSL_extension_supported(3). */
  readonly type: number;
  /** The messages that it may be in, one at least, and the protocols that it is for. */
  readonly context: readonly ExtensionContext[];
  /**
   * What to put into a message, empty or not; null leaves it out. A server is asked only for an extension that the client has sent, and so is
   * a client in its Certificate message. Without it a ClientHello has the extension, empty, and no other message has it.
   */
  readonly add?: (ask: ExtensionAsk, engine: SslEngine) => Uint8Array | ExtensionRefusal | null;
  /** Sees what the peer has put into a message. Nothing accepts it. */
  readonly parse?: (got: ReceivedExtension, engine: SslEngine) => ExtensionRefusal | undefined;
}

/** What OpenSSL asks, found again among the context's extensions. */
export interface ExtensionQuestion {
  readonly index: number;
  /** null: something is to be added. */
  readonly bytes: Uint8Array | null;
  readonly message: ExtensionMessage;
  readonly certificate: Certificate | null;
  readonly chainIndex: number | null;
}
interface Asked {
  readonly numbers: readonly number[];
  readonly bytes: readonly (Uint8Array | null)[];
  readonly certificates: readonly NativeCertificate[];
}
interface ReadExtensions {
  readonly settings: readonly NativeExtension[];
  readonly decider: { readonly customExtensions?: (question: ExtensionQuestion, engine: SslEngine) => unknown };
}

const flags = new Map(Object.entries(EXTENSION_CONTEXT).map(([name, flag]) => [unprefixed(name), flag]));
const messages = new Map([...flags].filter(([name]) => !name.endsWith('-only') && name !== 'ignore-on-resumption'));
const messageNames = new Map([...messages].map(([name, flag]) => [flag as number, name as ExtensionMessage]));
const largest = 65_535;

/** Fails when: one is malformed, or of a type that another is of (MisuseError). OpenSSL refuses the types that it handles itself. */
export function readExtensions(options: OptionReader, method: Method): ReadExtensions {
  const given = options.raw('customExtensions');
  if (given === undefined) return { settings: [], decider: {} };
  const path = options.path('customExtensions');
  if (!Array.isArray(given)) throw invalidArgument(path, 'an array of { type, context, add, parse }', given);
  const extensions = Array.from(given, (each: unknown, index) => readExtension(`${path}[${index}]`, each, method));
  for (const [index, { type }] of extensions.entries()) {
    const first = extensions.findIndex((other) => other.type === type);
    if (first < index) throw invalidArgument(`${path}[${index}].type`, `another type than that of ${path}[${first}]`, type);
  }
  const settings = extensions.map(({ type, where, add, parse }) => ({ type, where, adds: add !== undefined, parses: parse !== undefined }));
  if (!settings.some(({ adds, parses }) => adds || parses)) return { settings, decider: {} };
  const decide = ({ index, bytes, ...rest }: ExtensionQuestion, engine: SslEngine): unknown => {
    const { type = 0, add, parse } = extensions[index] ?? {};
    return bytes === null ? add?.({ type, ...rest }, engine) : parse?.({ type, ...rest, bytes }, engine);
  };
  return { settings, decider: { customExtensions: decide } };
}

interface ReadExtension extends Pick<CustomExtension, 'type' | 'add' | 'parse'> {
  readonly where: number;
}

function readExtension(where: string, given: unknown, method: Method): ReadExtension {
  const members = new OptionReader(where, given, ['type', 'context', 'add', 'parse']);
  for (const name of ['add', 'parse']) if (members.has(name)) requireFunction(members.path(name), members.raw(name));
  const type = requireInteger(members.path('type'), members.raw('type'), 0, largest);
  // Read once: what the caller does with the object afterwards changes nothing.
  const { add, parse } = given as CustomExtension;
  return { type, where: readWhere(members, method), ...(add === undefined ? {} : { add }), ...(parse === undefined ? {} : { parse }) };
}

function readWhere(members: OptionReader, method: Method): number {
  const path = members.path('context');
  const names = members.strings('context') ?? [];
  const unknown = names.findIndex((name) => !flags.has(name));
  if (unknown >= 0) throw invalidArgument(`${path}[${unknown}]`, `one of ${[...flags.keys()].join(', ')}`, names[unknown]);
  // OpenSSL would send it all the same, and end the handshake with who sends it.
  const other = names.indexOf(method === 'dtls' ? 'tls-only' : 'dtls-only');
  if (other >= 0) throw invalidArgument(`${path}[${other}]`, `left out: it has no meaning with the method '${method}'`, names[other]);
  if (names.some((name) => messages.has(name))) return names.reduce((sum, name) => sum | (flags.get(name) ?? 0), 0);
  throw invalidArgument(path, `an array with a message at least: ${[...messages.keys()].join(', ')}`, members.raw('context'));
}

/** For lib/ssl/answers.ts. An answer that is none is a MisuseError. */
export const extensionForm = {
  parameters: (asked: Asked): readonly [ExtensionQuestion] => [extensionQuestion(asked)],
  answer: (value: unknown, _engine: SslEngine, asked: Asked): NativeAnswer => extensionAnswer(value, asked),
};

function extensionQuestion({ numbers, bytes, certificates }: Asked): ExtensionQuestion {
  const [index = 0, message = 0, chainIndex = 0] = numbers;
  const [certificate] = certificates;
  return {
    index,
    bytes: isAdding(numbers) ? null : (bytes[0] ?? new Uint8Array(0)),
    message: messageNames.get(message) ?? 'client-hello',
    certificate: certificate === undefined ? null : certificateOf(certificate),
    chainIndex: certificate === undefined ? null : chainIndex,
  };
}

function extensionAnswer(value: unknown, { numbers }: Asked): NativeAnswer {
  const adding = isAdding(numbers);
  if (adding && value === null) return { verdict: 'leave' };
  if (adding && value instanceof Uint8Array && value.length <= largest) return { verdict: 'accept', bytes: [value] };
  if (!adding && value === undefined) return { verdict: 'accept' };
  const alert = typeof value === 'object' && value !== null && 'alert' in value ? alertNumber(value.alert) : undefined;
  if (alert !== undefined) return { verdict: 'refuse', number: alert };
  const name = `the answer of customExtensions[${numbers[0] ?? 0}].${adding ? 'add' : 'parse'}`;
  throw invalidArgument(name, adding ? `a Uint8Array of up to ${largest} bytes, { alert } or null` : '{ alert } or nothing', value);
}

function isAdding(numbers: readonly number[]): boolean {
  return numbers[3] === 1;
}

function unprefixed(name: string): string {
  const bare = name.replace('SSL_EXT_', '').toLowerCase();
  return bare.replace(/^tls1_(?<minor>[23])_/, 'tls1.$<minor>-').replaceAll('_', '-');
}
