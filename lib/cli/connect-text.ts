// Owns: what `connect` prints for people.
// Must not know: how a connection is made.

import { createHash } from 'node:crypto';
import { type AltName, type Certificate, type ConnectionInfo, type HandshakeStep, type PublicKey, sslErrorName } from '../index.ts';
import type { Closing, Outcome } from './connect-outcome.ts';
import { echErrorFacts, echFacts } from './ech.ts';
import { errorFacts, verifyText } from './error-text.ts';
import { type Colors, type Fact, facts, table } from './layout.ts';
import { plain } from './plain-text.ts';
import type { Target } from './target.ts';

/** The whole report, on standard output. `verified`: verification was not switched off. */
export function connectText(outcome: Outcome, target: Target, verified: boolean, colors: Colors): string {
  const { connection, peer, peerKey, closing, error, steps, files } = outcome;
  const blocks = [heading(outcome, target, colors)];
  if (steps.length > 0) blocks.push(stepsTable(steps, colors));
  const entries: Fact[] = [];
  if (connection !== null) entries.push(...connectionFacts(connection, verified, colors));
  if (peer !== null) entries.push(...peerFacts(peer));
  else if (peerKey !== null) entries.push(['Peer', 'a raw public key, no certificate'], keyFact(peerKey));
  if (files.sessionSaved !== null) entries.push(['Session file', files.sessionSaved ? 'written' : 'not written: no session came']);
  if (closing !== null) entries.push(['Closing', closingTexts[closing]]);
  if (error !== null) entries.push(...errorFacts(error, colors), ...echErrorFacts(error, colors));
  if (entries.length > 0) blocks.push(facts(entries, colors));
  return `${blocks.join('\n\n')}\n`;
}

const closingTexts: Readonly<Record<NonNullable<Closing>, string>> = {
  answered: "close_notify sent, and the peer's received",
  cut: 'close_notify sent; the peer closed the connection without its own',
  silent: 'close_notify sent; no answer within 1 s',
};

function heading({ library, mode }: Outcome, { host, port }: Target, colors: Colors): string {
  const to = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (library === null) return colors.bold(`${plain(to)}, ${mode}`);
  return `${colors.bold(`${plain(to)}, ${mode}`)}, ${library.version.text} (${library.source}, ${library.isolation.state})`;
}

function stepsTable(steps: readonly HandshakeStep[], colors: Colors): string {
  const numbers = ['#', 'returned', 'bytes out', 'bytes in', 'ms'];
  const rows = steps.map(({ call, ret, code, sent, received, ms }, index) => {
    const name = sslErrorName(code);
    const failed = ret <= 0 && !name.startsWith('SSL_ERROR_WANT_');
    const result = ret > 0 ? colors.green(name) : failed ? colors.red(name) : name;
    return [String(index + 1), call, String(ret), result, byteCount(sent), byteCount(received), ms.toFixed(1)];
  });
  return table(['#', 'call', 'returned', 'SSL_get_error', 'bytes out', 'bytes in', 'ms'], rows, numbers, colors);
}

// Where OpenSSL works on the socket itself nobody counts.
function byteCount(bytes: number | null): string {
  return bytes === null ? '-' : String(bytes);
}

function connectionFacts(connection: ConnectionInfo, verified: boolean, colors: Colors): readonly Fact[] {
  const { protocol, cipher, group, signatures, alpn, resumed, verify, certificateCompression } = connection;
  return [
    ['Protocol', protocol ?? 'none'],
    ['Cipher', cipher === null ? 'none' : `${cipher.name}, ${cipher.bits} bits`],
    ['Group', group ?? 'none'],
    ['Signature', signatures.peer ?? 'none'],
    ['ALPN', alpn === null ? 'none agreed' : plain(alpn)],
    ['Session', resumed ? 'resumed' : 'new'],
    ...echFacts(connection, colors),
    ...compressionFacts(certificateCompression.peer),
    ['Verification', ...verificationLines(verify, verified, colors)],
  ];
}

function compressionFacts(saving: ConnectionInfo['certificateCompression']['peer']): readonly Fact[] {
  if (saving === null) return [];
  return [['Certificate', `${saving.algorithm}: ${saving.originalLength} bytes in ${saving.compressedLength}`]];
}

function verificationLines(verify: ConnectionInfo['verify'], asked: boolean, colors: Colors): readonly string[] {
  const result = verifyText(verify);
  if (!asked) return [colors.yellow('switched off: this could be anyone'), `what OpenSSL found: ${result}`];
  const name = verify.peerName === null ? [] : [`name matched: ${plain(verify.peerName)}`];
  return [verify.verified ? colors.green(result) : colors.red(result), ...name];
}

function peerFacts({ subject, issuer, altNames, notBefore, notAfter, publicKey }: Certificate): readonly Fact[] {
  const day = (date: Date | null): string => date?.toISOString().replace('.000', '') ?? 'unreadable';
  return [
    ['Peer', `subject: ${plain(subject) || 'empty'}`, `issuer:  ${plain(issuer) || 'empty'}`],
    ['Names', altNames.length === 0 ? 'none' : altNames.map(altNameText).join(', ')],
    ['Valid', `${day(notBefore)} to ${day(notAfter)}`],
    ['Key', keyText(publicKey)],
  ];
}

// With what it can be recognised by, in the form of a TLSA record 3 1 1.
function keyFact(key: PublicKey): Fact {
  return ['Key', keyText(key), `SHA-256: ${createHash('sha256').update(key.raw).digest('hex')}`];
}

function keyText({ type, group, bits }: Pick<PublicKey, 'type' | 'group' | 'bits'>): string {
  return [type, group, `${bits} bits`].filter((part) => part !== null).join(', ');
}

function altNameText({ type, value }: AltName): string {
  return plain(`${type}:${value}`);
}
