// Owns: the way from a context, which many connections share and which OpenSSL asks, to the socket whose handshake it is.
// Must not know: what a socket answers.

import type { SslContextOptions } from '../ssl/context-options.ts';
import type { Deciders } from '../ssl/deciders.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { Observers } from '../ssl/observers.ts';

/** What one socket hears and decides, under the names of the options of SslContext. */
export type Hooks = Observers & Omit<Deciders, 'dtlsTimerCallback'>;
export type HookName = keyof Hooks;

const hooksOf = new WeakMap<SslEngine, Hooks>();

export function setHooks(engine: SslEngine, hooks: Hooks): void {
  hooksOf.set(engine, hooks);
}

/** The names of those that a socket has: a context is made with just these, so that OpenSSL asks no more than somebody answers. */
export function hookNames(hooks: Hooks): readonly HookName[] {
  return (Object.keys(hooks) as HookName[]).filter((name) => hooks[name] !== undefined).sort();
}

/** Options of an SslContext that pass each call on to the hooks of the engine, which comes last in all of them. */
export function dispatchers(names: readonly HookName[]): Partial<SslContextOptions> {
  return Object.fromEntries(names.map((name) => [name, dispatcher(name)]));
}

function dispatcher(name: HookName): (...call: readonly unknown[]) => unknown {
  return (...call) => {
    const hook = hooksOf.get(call.at(-1) as SslEngine)?.[name] as ((...call: readonly unknown[]) => unknown) | undefined;
    return hook?.(...call);
  };
}
