// Owns: on what was measured.

import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { BenchError } from './case.ts';
import { placing } from './workplace.ts';

export interface Machine {
  readonly node: string;
  /** Of node:tls. */
  readonly nodeOpenSSL: string;
  /** Of ours and of the C programs. */
  readonly systemOpenSSL: string;
  readonly cpus: number;
  readonly cpu: string;
  readonly platform: string;
  readonly placing: string;
}

/** Fails when: the built package cannot be loaded, or not the system's OpenSSL (BenchError). */
export function describeMachine(): Machine {
  return {
    node: process.version,
    nodeOpenSSL: process.versions.openssl,
    systemOpenSSL: systemOpenSSL(),
    cpus: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
    placing,
  };
}

export function machineText({ node, nodeOpenSSL, systemOpenSSL: system, cpus: count, cpu, platform, placing: where }: Machine): string {
  return [
    `Node ${node} on ${platform}, ${count} CPUs (${cpu}); ${where}`,
    `ours and C: the system's ${system}; node:tls: OpenSSL ${nodeOpenSSL}`,
  ].join('\n');
}

// In a process of its own: this one measures nothing and loads nothing.
function systemOpenSSL(): string {
  const script = "console.log(require('libssl').OpenSSL.load('system').version.text)";
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: __dirname, encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new BenchError(`the built package does not load the system's OpenSSL (npm run build makes it):\n${stderr.trim()}`);
}
