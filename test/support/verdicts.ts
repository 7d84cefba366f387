// Owns: what a client makes of a server's certificate, in a form that a table can hold.
// Must not know: what is tested.

import { expect } from '@jest/globals';
import type { OpenSSL } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import { errorOf, reasons, withPair } from './engine-pair.ts';
import { since } from './libraries.ts';

/** By release where they differ. */
export type ByRelease<T> = T | Readonly<Record<string, T>>;

/** The verify code and the alert of a refusal; null where the certificate is accepted. */
export type Verdict = { readonly code: ByRelease<number>; readonly alert: ByRelease<number> } | null;

export interface VerdictScene {
  readonly client: Partial<SslContextOptions>;
  readonly server: Partial<SslContextOptions>;
  readonly engine?: SslEngineOptions;
}

/** Runs the handshake: both sides must tell of it as the verdict says, by return value, queue, verify code and alert. */
export function expectVerdict(library: OpenSSL, { client, server, engine }: VerdictScene, verdict: Verdict): void {
  withPair({ library, client: { verifyMode: 'peer', ...client }, server, clientEngine: engine ?? {} }, (pair) => {
    const results = pair.handshake();
    if (verdict === null) {
      expect(results).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.client.connection.verify).toMatchObject({ code: 0, name: 'X509_V_OK', verified: true });
      return;
    }
    const code = byRelease(library, verdict.code);
    const alert = byRelease(library, verdict.alert);
    const error = errorOf(results.client);
    expect(error).toMatchObject({
      name: 'SslError',
      family: 'peer',
      code: 'ERR_SSL_CERTIFICATE',
      operation: 'SSL_connect',
      ret: -1,
      sslError: 1,
      unexpectedEof: false,
      verify: { code },
      alert: { direction: 'sent', level: 'fatal', description: alert },
    });
    expect(reasons(error).at(-1)).toBe('20:134');
    expect(error.message).toContain(error.verify?.name ?? 'no verify');
    expect(error.message).toContain(error.verify?.text ?? 'no verify');
    expect(errorOf(results.server)).toMatchObject({
      code: 'ERR_SSL_ALERT',
      alert: { direction: 'received', level: 'fatal', description: alert },
      verify: null,
    });
    expect(reasons(errorOf(results.server))).toEqual([`20:${1000 + alert}`]);
    expect(pair.client.connection.verify).toMatchObject({ code, verified: false, peerName: null });
  });
}

export function byRelease<T extends number | string | readonly string[]>(library: OpenSSL, value: ByRelease<T>): T {
  return typeof value === 'object' && !Array.isArray(value) ? since(library, value as Readonly<Record<string, T>>) : (value as T);
}
