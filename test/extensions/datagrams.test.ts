// Custom extensions over datagrams. SSL_CTX_add_custom_ext(3)

import { expect, test } from '@jest/globals';
import { type CustomExtension, SslContext } from '../../lib/index.ts';
import { DatagramPair } from '../support/datagram-pair.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachLibrary } from '../support/libraries.ts';

describeEachLibrary('custom extensions of DTLS', (library) => {
  test('go with the hellos, both ways, through the cookie exchange of a handshake in fragments', () => {
    const heard: string[] = [];
    const of = (who: string): readonly CustomExtension[] => [
      {
        type: 0xffa5,
        context: ['client-hello', 'tls1.2-server-hello', 'dtls-only'],
        add: () => Buffer.alloc(600, who),
        parse: ({ message, bytes }) => {
          heard.push(`${message}: ${bytes.length} ${String.fromCharCode(bytes[0] ?? 0)}`);
          return undefined;
        },
      },
    ];
    const pair = new DatagramPair({ library, client: { customExtensions: of('c') }, server: { customExtensions: of('s') } });
    pair.handshake();
    expect(pair.client.state.finished && pair.server.state.finished).toBe(true);
    expect(new Set(heard)).toEqual(new Set(['client-hello: 600 c', 'tls1.2-server-hello: 600 s']));
    pair.close();
  });

  test('refuse to be for TLS only', () => {
    const customExtensions = [{ type: 1234, context: ['client-hello', 'tls-only'] as const }];
    const error = thrown(() => new SslContext({ role: 'client', method: 'dtls', library, customExtensions }));
    expect(error).toMatchObject({ name: 'MisuseError', argument: 'options.customExtensions[0].context[1]' });
  });
});
