// Owns: on which TLS an application of test/interop/apps runs: Node's own, or the package put in its place by -r libssl/register.
// Must not know: what the applications do.

import { describe } from '@jest/globals';
import { libraries } from '../../support/at-hand.ts';

export interface Mode {
  readonly name: string;
  readonly nodeOptions: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What every connection of the application reports as socket.ssl.library.version.text; null with Node's own TLS, which has no such thing. */
  readonly library: string | null;
}

export const node: Mode = { name: 'node', nodeOptions: [], environment: {}, library: null };

// The system's where it is there, and the newest of the others: a run may be held to one OpenSSL (LIBSSL_TEST_ONLY).
const [first, ...others] = libraries.filter(({ name }) => name !== 'node' || libraries.length === 1).map(registered);

/** With libssl/register. */
export const register: readonly Mode[] = first === undefined ? [] : [first];

/** With the package as it is used by hand: nothing is put in place of Node's modules. */
export const byHand: readonly Mode[] = register.map((mode) => ({
  ...mode,
  name: mode.name.replace('register', 'by hand'),
  nodeOptions: [],
}));

/** What each file of this folder is tested with. */
export const modes: readonly Mode[] = [node, ...register];

/** Those of web-app.test.ts: one more OpenSSL, where there is one. */
export const allModes: readonly Mode[] = modes.length > 1 ? [...modes, ...others.slice(-1)] : modes;

export function describeEachMode(title: string, tests: (mode: Mode) => void, among = modes): void {
  describe.each(among.map((mode) => [mode.name, mode] as const))(`${title}: %s`, (_, mode) => tests(mode));
}

function registered({ name, selector, library }: (typeof libraries)[number]): Mode {
  return {
    name: `register, OpenSSL ${name} (${library.version.short})`,
    nodeOptions: ['--require', 'libssl/register'],
    environment: { LIBSSL_LIBRARY: selector },
    library: library.version.text,
  };
}
