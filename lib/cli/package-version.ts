// Owns: the version of this package, as package.json has it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function packageVersion(): string {
  // Both lib/cli and dist/cli lie two folders below the package's root.
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
