// Owns: one run of curl: the bodies that it printed, or what it came to.
// Must not know: the server.

import { execFile } from 'node:child_process';
import { pathOf } from './installed.ts';

export interface Fetched {
  readonly code: number;
  readonly body: Buffer;
  readonly errors: string;
}

/** Runs curl without the user's settings and proxies. */
export function curl(...parameters: readonly string[]): Promise<Fetched> {
  const all = ['--disable', '--silent', '--show-error', '--noproxy', '*', ...parameters];
  return new Promise((resolve, reject) => {
    execFile(pathOf('curl'), all, { encoding: 'buffer', maxBuffer: 100_000_000 }, (error, body, errors) => {
      if (error === null) resolve({ code: 0, body, errors: errors.toString() });
      else if (typeof error.code === 'number') resolve({ code: error.code, body, errors: errors.toString() });
      else reject(error);
    });
  });
}

/** As curl(), for an answer in JSON. */
export async function curlJson<T>(...parameters: readonly string[]): Promise<T> {
  const { code, body, errors } = await curl(...parameters);
  if (code !== 0) throw new Error(`curl ended with ${code}: ${errors}`);
  return JSON.parse(body.toString()) as T;
}
