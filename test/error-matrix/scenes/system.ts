// Owns: scenes in which the system is at fault: OpenSSL's own socket BIO on descriptors that are no sockets. They need no network.

import { closeSync, openSync } from 'node:fs';
import type { Group, Scene } from '../scene.ts';
import { onStage } from '../stage.ts';

function onDescriptor(id: string, what: string, path: string, flags: string): Scene {
  return {
    id: `system/${id}`,
    page: 'SSL_get_error(3)',
    what,
    run: onStage({}, (stage) => {
      const fd = openSync(path, flags);
      try {
        stage.l.SSL_set_fd(stage.client.ssl, fd);
        return [stage.connect({ errno: true }), stage.connect({ errno: true })];
      } finally {
        closeSync(fd);
      }
    }),
  };
}

export const system: Group = {
  title: 'Errors of the system',
  about: 'SSL_connect over a descriptor, twice; `errno` as it was after each call. Before the second, nothing was done about the first.',
  scenes: [
    onDescriptor('read-only', 'The descriptor is open for reading alone.', '/dev/null', 'r'),
    onDescriptor('full', 'The descriptor is of a device that is full.', '/dev/full', 'r+'),
    onDescriptor('ends-at-once', 'The descriptor takes everything and gives an end of file.', '/dev/null', 'r+'),
  ],
};
