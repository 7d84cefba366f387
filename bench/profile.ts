// Owns: where the time of one case goes, on our side: JavaScript by V8's profiler, all else by perf, where that is there.
// Must not know: what the case does.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildFolder } from './support/c-programs.ts';
import { BenchError, type Case } from './support/case.ts';
import { Workplace } from './support/workplace.ts';

interface CpuProfile {
  readonly nodes: readonly {
    readonly hitCount?: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
}

/** A part of the time, 0 to 1, and whose it is. */
export interface Share {
  readonly part: number;
  readonly name: string;
}

export interface Profile {
  /** By function; `(program)` is native code and the kernel. */
  readonly javascript: readonly Share[];
  /** perf's own report, by library and by symbol; null where there is no perf. */
  readonly native: { readonly libraries: string; readonly symbols: string } | null;
  /** Where the files are, for other tools. */
  readonly folder: string;
}

const root = join(__dirname, '..');
const milliseconds = 3000;
const leastShare = 0.005;

/** Runs our side of the case alone, twice. Fails when: the case cannot be prepared (BenchError). */
export async function profileOf(one: Case): Promise<Profile> {
  const folder = join(buildFolder, 'profiles', one.id.replaceAll('/', '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await runAlone(one, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const javascript = sharesIn(folder);
  const data = join(folder, 'perf.data');
  if (spawnSync('perf', ['--version'], { stdio: 'ignore' }).status !== 0) return { javascript, native: null, folder };
  await runAlone(one, ['--perf-basic-prof'], (pid) => recorded(data, pid));
  const report = (sort: string): string => {
    const parameters = ['report', '-i', data, '--stdio', '--no-children', '-g', 'none', '--percent-limit', '0.7', '-s', sort];
    return linesOf(spawnSync('perf', parameters, { encoding: 'utf8' }).stdout);
  };
  return { javascript, native: { libraries: report('dso'), symbols: report('dso,sym') }, folder };
}

async function runAlone(one: Case, nodeOptions: readonly string[], watch?: (pid: number) => () => Promise<void>): Promise<void> {
  const workplace = new Workplace('ns', nodeOptions);
  try {
    const { ours } = await one.prepare(workplace);
    const worker = workplace.ours.at(-1);
    if (worker === undefined) throw new BenchError(`${one.id} has no process of ours that could be looked at`);
    await ours(milliseconds / 4); // compiled and warm
    const stop = watch?.(worker.pid);
    await ours(milliseconds);
    await stop?.();
  } finally {
    await workplace.close();
  }
}

function recorded(data: string, pid: number): () => Promise<void> {
  const perf = spawn('perf', ['record', '-q', '-F', '3999', '-e', 'cpu-clock', '-o', data, '-p', String(pid)], { stdio: 'ignore' });
  return async () => {
    perf.kill('SIGINT');
    await once(perf, 'close');
  };
}

function sharesIn(folder: string): readonly Share[] {
  const hits = new Map<string, number>();
  let all = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const { nodes } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    for (const { hitCount = 0, callFrame } of nodes) {
      const { functionName, url, lineNumber } = callFrame;
      const place = url === '' ? '' : ` ${relative(root, url.replace('file://', ''))}:${lineNumber + 1}`;
      const name = `${functionName === '' ? '(anonymous)' : functionName}${url.startsWith('node:') ? ` ${url}` : place}`;
      hits.set(name, (hits.get(name) ?? 0) + hitCount);
      all += hitCount;
    }
  }
  const shares = [...hits].map(([name, count]) => ({ name, part: count / all }));
  return shares.filter(({ part }) => part >= leastShare).sort((one, other) => other.part - one.part);
}

function linesOf(report: string): string {
  return report
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 45)
    .map((line) => line.trimEnd())
    .join('\n');
}
