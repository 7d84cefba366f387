// @ts-check
// `npm run check`: runs every script of package.json whose name begins with "check:", in their order, all of them even if one fails.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const failed = [];

for (const name of Object.keys(scripts).filter((each) => each.startsWith('check:'))) {
  console.log(`\n— ${name}: ${scripts[name]}`);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} after ${seconds} s`);
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
