// Owns: the settings of a connection on their way to native code: those of most connections one by one, the others together.

import { native } from './addon.ts';
import type { NativeContext, NativeEngine, NativeRefusal, NativeSession } from './binding.ts';
import type { NativeRareSettings } from './settings.ts';

export interface NativeEngineSettings extends NativeRareSettings {
  /** null: neither a pair nor a descriptor yet. */
  readonly bufferSize: number | null | undefined;
  readonly serverName: string | undefined;
  readonly verifyHost: string | undefined;
  readonly verifyIp: string | undefined;
  readonly verifyMode: number | undefined;
  readonly alpn: Uint8Array | undefined;
  readonly session: NativeSession | undefined;
}

export function createEngine(context: NativeContext, settings: NativeEngineSettings): NativeEngine | NativeRefusal {
  const { bufferSize, serverName, verifyHost, verifyIp, verifyMode, alpn, session } = settings;
  const rare = hasRare(settings) ? settings : undefined;
  return native.createEngine(context, bufferSize, serverName, verifyHost, verifyIp, verifyMode, alpn, session, rare);
}

export function isRefusal(made: NativeEngine | NativeRefusal): made is NativeRefusal {
  return 'failure' in made;
}

const rareSettings: readonly (keyof NativeRareSettings)[] = [
  'verifyParameters',
  'dane',
  'rawKeys',
  'statusType',
  'certificateCompression',
  'fd',
  'mtu',
  'linkMtu',
  'ech',
  'srtpProfiles',
];

function hasRare(settings: NativeRareSettings): boolean {
  return rareSettings.some((name) => settings[name] !== undefined);
}
