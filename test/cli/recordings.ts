// Owns: recording and replaying with the built command, and what came of it.
// Must not know: what is tested.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from '../../lib/cli/recording.ts';
import type { ReplayReport } from '../../lib/cli/replay-text.ts';
import { certificateFile, hosts } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { libssl, type Ran } from './command.ts';

/** A path where nothing is. */
export function newFile(): string {
  return join(tempFolder('recordings'), `${randomUUID()}.json`);
}

/** Against a server of test/support on 127.0.0.1, as connectTo() of command.ts. */
export async function record(port: number, ...more: readonly string[]): Promise<Ran & { readonly file: string }> {
  const file = newFile();
  const ran = await libssl(['record', file, `127.0.0.1:${port}`, '--servername', hosts.good, '--ca', certificateFile('root'), ...more]);
  return { ...ran, file };
}

export function recordingIn(file: string): Recording {
  return JSON.parse(readFileSync(file, 'utf8')) as Recording;
}

/** Fails when: no report was printed. */
export async function replay(
  file: string,
  ...more: readonly string[]
): Promise<{ readonly code: number | null; readonly report: ReplayReport }> {
  const ran = await libssl(['replay', file, '--json', ...more]);
  if (!ran.stdout.startsWith('{')) throw new Error(`no report: ${JSON.stringify(ran)}`);
  return { code: ran.code, report: JSON.parse(ran.stdout) as ReplayReport };
}
