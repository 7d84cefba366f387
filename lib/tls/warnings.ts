// Owns: process warnings that are given once.

const given = new Set<string>();

export function warnOnce(code: string, text: string, type: 'Warning' | 'DeprecationWarning' | 'SecurityWarning'): void {
  if (given.has(code)) return;
  given.add(code);
  process.emitWarning(text, { type, code });
}
