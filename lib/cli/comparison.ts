// Owns: comparing two recordings, call by call, and the first thing in which they differ.
// Must not know: how it is shown.
//
// Compared is what the same settings and the same server should give again: numbers, and what of the records is not fresh in every run. Not
// compared are texts, and the lengths of records that carry signatures, certificates or tickets of the moment: of what we send, only that of
// the ClientHello counts, and of what comes, none.

import { groupName, signatureName, sslErrorName, verifyResultName } from '../index.ts';
import type { ClientHelloFacts, ServerHelloFacts } from './hello.ts';
import type { QueueNumbers, RecordedOutcome, RecordedStep } from './recording.ts';
import { cipherName, contentTypeName, extensionName, messageName, versionName } from './wire-names.ts';
import type { WireMessage, WireRecord } from './wire-records.ts';

export interface Difference {
  /** From 1; null: in what was agreed on, or in the settings. */
  readonly step: number | null;
  readonly call: string | null;
  /** What differs, in words. */
  readonly what: string;
  readonly recorded: string;
  readonly replayed: string;
}

export interface Compared {
  readonly steps: readonly RecordedStep[];
  /** null: only the beginning is compared, which has no outcome. */
  readonly outcome: RecordedOutcome | null;
  /** Its verify results have 1.1.1's numbers. */
  readonly of111: boolean;
}

/** One thing to compare, in words that show it. The words of two are the same if and only if they are. */
type Fact = readonly [what: string, value: string];

/** `calls`: what the calls said and what was agreed on, whatever the records were. */
export type Scope = 'everything' | 'calls';

/** null: no difference. */
export function firstDifference(recorded: Compared, replayed: Compared, scope: Scope): Difference | null {
  const length = Math.max(recorded.steps.length, replayed.steps.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [recorded.steps[index], replayed.steps[index]];
    const place = { step: index + 1, call: one?.call ?? other?.call ?? null };
    if (one === undefined || other === undefined) {
      return { ...place, what: 'the number of calls', recorded: callText(one), replayed: callText(other) };
    }
    const found = firstOf(factsOf(one, scope), factsOf(other, scope));
    if (found !== null) return { ...place, ...found };
  }
  if (recorded.outcome === null || replayed.outcome === null) return null;
  const found = firstOf(outcomeFacts(recorded.outcome, recorded.of111), outcomeFacts(replayed.outcome, replayed.of111));
  return found === null ? null : { step: null, call: null, ...found };
}

function firstOf(one: readonly Fact[], other: readonly Fact[]): Pick<Difference, 'what' | 'recorded' | 'replayed'> | null {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [what = '', recorded = 'none'] = one[index] ?? [];
    const [otherWhat = '', replayed = 'none'] = other[index] ?? [];
    // Facts of another kind in this place: one side sent a record that the other did not.
    if (what !== otherWhat) return { what: what || otherWhat, recorded: factText(one[index]), replayed: factText(other[index]) };
    if (recorded !== replayed) return { what, recorded, replayed };
  }
  return null;
}

function factsOf(step: RecordedStep, scope: Scope): readonly Fact[] {
  return scope === 'calls' ? callFacts(step) : [...callFacts(step), ...wireFacts(step)];
}

function callFacts({ call, ret, code, queue, state, finished }: RecordedStep): readonly Fact[] {
  return [
    ['call', call],
    ['return value', String(ret)],
    ['SSL_get_error', code === null ? 'not asked' : `${sslErrorName(code)} (${code})`],
    ['error queue', queueText(queue)],
    ['SSL_is_init_finished', finished ? '1' : '0'],
    ['state', state], // a text, but one that has not changed from 1.1.1 to 4.0
  ];
}

function wireFacts({ sent, received, arrival }: RecordedStep): readonly Fact[] {
  return [
    ...sent.flatMap((record) => recordFacts('sent', record)),
    ['number of records sent', String(sent.length)],
    ['what came next', arrival ?? 'nothing was waited for'],
    ...received.flatMap((record) => recordFacts('received', record)),
  ];
}

function recordFacts(way: 'sent' | 'received', record: WireRecord): readonly Fact[] {
  const { type, version, length, encrypted, messages = [], alert } = record;
  const kind = type === null ? 'no TLS' : `${contentTypeName(type)}${encrypted ? ', encrypted' : ''}`;
  return [
    [`record ${way}`, kind],
    [`${way} messages`, messages.map((message) => messageName(message.type)).join(', ')],
    ...messages.flatMap(messageFacts),
    [`${way} record version`, type === null ? '' : versionName(version)],
    [`${way} alert`, alert === undefined ? '' : `level ${alert.level}, description ${alert.description}`],
    ...(messages.some(({ clientHello }) => clientHello !== undefined)
      ? [['length of the ClientHello record', String(length)] as const]
      : []),
  ];
}

function messageFacts({ clientHello, serverHello }: WireMessage): readonly Fact[] {
  return [
    ...(clientHello === undefined ? [] : clientHelloFacts(clientHello)),
    ...(serverHello === undefined ? [] : serverHelloFacts(serverHello)),
  ];
}

function clientHelloFacts(hello: ClientHelloFacts): readonly Fact[] {
  const of = (name: string): string => `ClientHello, ${name}`;
  return [
    [of('legacy version'), versionName(hello.legacyVersion)],
    [of('supported versions'), list(hello.versions, versionName)],
    [of('groups'), list(hello.groups, groupName)],
    [of('key shares'), list(hello.keyShares, groupName)],
    [of('ciphers'), list(hello.ciphers, cipherName)],
    [of('signature algorithms'), list(hello.signatureAlgorithms, signatureName)],
    [of('ALPN'), list(hello.alpn, String)],
    [of('server name'), hello.serverName ?? 'none'],
    [of('length of the session id'), String(hello.sessionIdLength)],
    [of('extensions'), list(hello.extensions, extensionName)],
  ];
}

function serverHelloFacts(hello: ServerHelloFacts): readonly Fact[] {
  const of = (name: string): string => `ServerHello, ${name}`;
  return [
    ['ServerHello', hello.retry ? 'it asks for another ClientHello (HelloRetryRequest)' : 'it takes the ClientHello'],
    [of('version'), versionName(hello.version)],
    [of('cipher'), cipherName(hello.cipher)],
    [of('group'), hello.group === null ? 'none' : groupName(hello.group)],
    [of('extensions'), list(hello.extensions, extensionName)],
  ];
}

function outcomeFacts(outcome: RecordedOutcome, of111: boolean): readonly Fact[] {
  const { done, protocol, cipher, group, signature, alpn, verify, alert, error } = outcome;
  return [
    ['handshake', done ? 'done' : 'failed'],
    ['protocol', protocol ?? 'none'],
    ['cipher', cipher ?? 'none'],
    ['group', group?.toLowerCase() ?? 'none'], // SSL_get0_group_name has spelt them in several ways
    ['signature', signature ?? 'none'],
    ['ALPN', alpn ?? 'none'],
    // By name: five numbers meant something else in 1.1.1.
    ['verify result', verify === null ? 'none' : verifyResultName(verify, of111)],
    ['alert', alert === null ? 'none' : `${alert.direction} ${alert.name} (${alert.description})`],
    ['error', error ?? 'none'],
  ];
}

function list(numbers: readonly number[], name: (number: number) => string): string;
function list(texts: readonly string[], name: (text: string) => string): string;
function list(values: readonly (number | string)[], name: (value: never) => string): string {
  return values.length === 0 ? 'none' : values.map((value) => name(value as never)).join(', ');
}

function queueText(queue: readonly QueueNumbers[]): string {
  return queue.length === 0 ? 'empty' : queue.map(({ library, reason }) => `${library}:${reason}`).join(', ');
}

function callText(step: RecordedStep | undefined): string {
  if (step === undefined) return 'no call any more';
  return `${step.call} returned ${step.ret}${step.code === null ? '' : `, ${sslErrorName(step.code)}`}`;
}

function factText(fact: Fact | undefined): string {
  return fact === undefined ? 'none' : `${fact[0]}: ${fact[1]}`;
}
