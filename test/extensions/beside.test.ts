// Custom extensions and compressed certificates beside what else a handshake can have: Encrypted Client Hello, raw public keys.

import { expect, test } from '@jest/globals';
import { certificateCompressions, type CustomExtension } from '../../lib/index.ts';
import { describeEachWithEch, echPair, names, newStore } from '../support/ech.ts';
import { withConnectedPair } from '../support/engine-pair.ts';

describeEachWithEch('with Encrypted Client Hello', (library) => {
  test('an extension is asked for once, heard once, and the certificate of the hidden server comes compressed', () => {
    const heard: string[] = [];
    const of = (who: string): readonly CustomExtension[] => [
      {
        type: 0xffa5,
        context: ['client-hello', 'tls1.3-encrypted-extensions'],
        add: ({ message }) => {
          heard.push(`${who} adds to ${message}`);
          return Buffer.from(who);
        },
        parse: ({ bytes }) => {
          heard.push(`${who} hears ${Buffer.from(bytes).toString()}`);
          return undefined;
        },
      },
    ];
    const store = newStore(library);
    const server = { echStore: store, customExtensions: of('server'), certificateCompression: certificateCompressions(library) };
    const engine = { ech: { configList: store.configList } };
    withConnectedPair(echPair(library, { server, client: { customExtensions: of('client') }, engine }), (pair) => {
      expect(pair.server.connection.serverName).toBe(names.inner);
      expect(pair.client.connection.certificateCompression.peer?.algorithm).toBe(certificateCompressions(library)[0]);
    });
    expect(heard).toEqual([
      'client adds to client-hello',
      'server hears client',
      'server adds to tls1.3-encrypted-extensions',
      'client hears server',
    ]);
  });
});
