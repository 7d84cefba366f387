// Owns: the groups of scenes, in the order of the page.

import type { Group, Scene } from '../scene.ts';
import { afterFailure } from './after-failure.ts';
import { bioPair } from './bio-pair.ts';
import { certificates } from './certificates.ts';
import { data } from './data.ts';
import { getError } from './get-error.ts';
import { handshake } from './handshake.ts';
import { protocol } from './protocol.ts';
import { settings } from './settings.ts';
import { shutdown } from './shutdown.ts';
import { system } from './system.ts';

export const groups: readonly Group[] = [
  afterFailure,
  getError,
  system,
  handshake,
  data,
  shutdown,
  bioPair,
  protocol,
  certificates,
  settings,
];

export const scenes: readonly Scene[] = groups.flatMap((group) => group.scenes);
