// Owns: the time from the start of a process to its first context, and the size of the package as npm packs it.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BenchError, type Case } from '../support/case.ts';

const root = join(__dirname, '..', '..');
const ours = "const { SslContext } = require('libssl'); new SslContext({ role: 'client' });";
const rival = "require('node:tls').createSecureContext();";

export const load: readonly Case[] = [
  {
    id: 'load/time',
    rivalName: 'node:tls',
    unit: 'ms',
    better: 'less',
    target: null,
    rounds: { most: 7 },
    cold: true,
    prepare: () => ({ ours: () => timeOfFirstContext(ours), rival: () => timeOfFirstContext(rival) }),
  },
  {
    id: 'package/size',
    rivalName: 'none',
    unit: 'bytes',
    better: 'less',
    target: null,
    rounds: { most: 1 },
    cold: true,
    prepare: () => ({ ours: unpackedSize, rival: null }),
  },
];

// Of several processes, as one alone says little. Node's own start is in it, for both.
function timeOfFirstContext(script: string): number {
  const times = Array.from({ length: 5 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', `${script} console.log(performance.now());`], {
      cwd: root, // where 'libssl' is this package, as it was built
      encoding: 'utf8',
    });
    if (status !== 0) throw new BenchError(`a process with "${script}" failed:\n${stderr}`);
    return Number(stdout);
  });
  return Math.min(...times);
}

function unpackedSize(): number {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new BenchError(`npm pack failed:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as readonly { readonly unpackedSize: number }[];
  return packed?.unpackedSize ?? Number.NaN;
}
