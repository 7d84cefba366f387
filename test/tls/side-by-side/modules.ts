// Owns: which modules are held side by side: whatever has the API of node:tls. Each test of this folder runs against each of them.

import nodeTls from 'node:tls';

export type Tls = typeof nodeTls;

/** What another process can require. */
export type Specifier = string;

export const modules: readonly (readonly [name: string, tls: Tls, specifier: Specifier])[] = [['node:tls', nodeTls, 'node:tls']];
