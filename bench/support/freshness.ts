// Owns: whether what is measured is what stands in the sources.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from './case.ts';

const root = join(__dirname, '..', '..');

/**
 * What is to be said of it; null if dist/ is newer than lib/.
 *
 * Fails when: there is no dist/ (BenchError).
 */
export function staleness(): string | null {
  const built = join(root, 'dist', 'index.js');
  if (!existsSync(built)) throw new BenchError('there is no dist/, and that is what is measured: npm run build');
  const newest = Math.max(...filesOf('lib').map((file) => statSync(file).mtimeMs));
  return newest > statSync(built).mtimeMs
    ? 'dist/ is older than lib/: npm run build:ts, or what is measured is not what stands there'
    : null;
}

function filesOf(folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name));
}
