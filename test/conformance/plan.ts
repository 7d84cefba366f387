// Owns: what one connection of a test is made of: the second one of a resumption has settings of its own.
// Must not know: how a layer makes it.

import type { Extras, HandshakeCase } from './case.ts';
import type { Setting } from './configuration.ts';
import type { Library } from './library.ts';
import { freshNotes, type Notes } from './peer.ts';

export interface ConnectionPlan {
  readonly library: Library;
  readonly test: HandshakeCase;
  readonly extra: Extras;
  readonly commands: {
    readonly client: readonly Setting[];
    readonly server: readonly Setting[];
    readonly server2: readonly Setting[] | null;
  };
  readonly notes: Notes;
}

export function planOf(library: Library, test: HandshakeCase, isSecond: boolean): ConnectionPlan {
  const { client, server, server2, resumeClient, resumeServer } = test.commands;
  const notes = freshNotes();
  return isSecond
    ? {
        library,
        test,
        extra: test.resumeExtra,
        commands: { client: resumeClient ?? client, server: resumeServer ?? server, server2: null },
        notes,
      }
    : { library, test, extra: test.extra, commands: { client, server, server2 }, notes };
}
