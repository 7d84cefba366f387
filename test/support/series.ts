// Owns: the series of OpenSSL that tests know, oldest first: those that deps/openssl/get can bring. A new one is a row of its table.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const table = join(__dirname, '..', '..', 'deps', 'openssl', 'get', 'series.json');

export const series: readonly string[] = (JSON.parse(readFileSync(table, 'utf8')) as { readonly series: string }[]).map(
  (row) => row.series,
);
