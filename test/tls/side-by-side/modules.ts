// Owns: which modules are held side by side: whatever has the API of node:tls. Each test of this folder runs against each of them.

import { join } from 'node:path';
import nodeTls from 'node:tls';
import * as libsslTls from '../../../lib/tls/index.ts';

export type Tls = typeof nodeTls;

/** What another process can require. */
export type Specifier = string;

export const modules: readonly (readonly [name: string, tls: Tls, specifier: Specifier])[] = [
  ['node:tls', nodeTls, 'node:tls'],
  ['libssl/tls', libsslTls as unknown as Tls, join(__dirname, '..', '..', '..', 'lib', 'tls', 'index.ts')],
];
