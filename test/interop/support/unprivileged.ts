// Owns: programs that refuse to run as root: they run as a user without rights, in a folder that is that user's.
// Must not know: which programs there are.

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from './installed.ts';

/** nobody, in a folder of its own; whoever runs the tests, where that is not root. */
export class Unprivileged {
  /** Outside of the test run's folder, which is its owner's alone. */
  readonly folder: string;
  readonly #ids: { readonly user: number; readonly group: number } | null;

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `libssl-${name}-`));
    this.#ids = process.getuid?.() === 0 ? idsOf('nobody') : null;
    this.#give(this.folder);
  }

  /** The program and its parameters, as that user. */
  command(program: string, parameters: readonly string[]): readonly [program: string, parameters: readonly string[]] {
    if (this.#ids === null) return [pathOf(program), parameters];
    const { user, group } = this.#ids;
    return [pathOf('setpriv'), [`--reuid=${user}`, `--regid=${group}`, '--clear-groups', pathOf(program), ...parameters]];
  }

  /** A copy of a file that only that user can read. */
  copy(file: string, name: string): string {
    const path = join(this.folder, name);
    copyFileSync(file, path);
    chmodSync(path, 0o600);
    this.#give(path);
    return path;
  }

  makeFolder(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(path);
    this.#give(path);
    return path;
  }

  /** The same program, whose end takes this user's folder away. */
  removedAfter<T extends { stop(): Promise<unknown> }>(running: T): T & { stop(): Promise<void> } {
    const stop = async (): Promise<void> => {
      await running.stop();
      this.remove();
    };
    return { ...running, stop };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #give(path: string): void {
    if (this.#ids !== null) chownSync(path, this.#ids.user, this.#ids.group);
  }
}

function idsOf(name: string): { readonly user: number; readonly group: number } {
  const [user, group] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { encoding: 'utf8' })));
  return { user: user ?? Number.NaN, group: group ?? Number.NaN };
}
