// Owns: configuration files, config(5), of tests of providers.
// Must not know: what is in them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

export function configuration(name: string, text: string): string {
  const file = join(tempFolder('providers'), `${name}.cnf`);
  writeFileSync(file, text);
  return file;
}
