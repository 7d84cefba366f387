// ALPN: what a client offers in each form, what a server chooses, by list or by callback, and what happens if nothing is left.

import type { TlsOptions } from 'node:tls';
import { expect, test } from '@jest/globals';
import { hosts } from '../../support/pki.ts';
import { sideBySide, thrown, versions } from './support.ts';

const wire = Buffer.from('\x02h2\x08http/1.1', 'latin1');

sideBySide('ALPN', (peers) => {
  test.each(versions)('is what both sides say it is, %s', async (_, version) => {
    const { client, server } = await peers.pair({ ALPNProtocols: ['h2', 'http/1.1'] }, { ...version, ALPNProtocols: ['http/1.1'] });
    expect([client.alpnProtocol, server.alpnProtocol]).toEqual(['http/1.1', 'http/1.1']);
  });

  test('is chosen by the server’s order', async () => {
    const { client } = await peers.pair({ ALPNProtocols: ['b', 'a'] }, { ALPNProtocols: ['a', 'b'] });
    expect(client.alpnProtocol).toBe('b');
  });

  test.each([
    ['an array of strings', ['h2', 'http/1.1']],
    ['a Buffer as it is sent', wire],
    ['a Uint8Array', new Uint8Array(wire)],
    ['a DataView', new DataView(new Uint8Array(wire).buffer)],
  ])('takes %s, on both sides', async (_, protocols) => {
    expect((await peers.pair({ ALPNProtocols: ['http/1.1'] }, { ALPNProtocols: protocols })).server.alpnProtocol).toBe('http/1.1');
    expect((await peers.pair({ ALPNProtocols: protocols }, { ALPNProtocols: ['http/1.1'] })).client.alpnProtocol).toBe('http/1.1');
  });

  test.each([
    ['the client offers none', { ALPNProtocols: ['h2'] }, {}],
    ['the server has none', {}, { ALPNProtocols: ['h2'] }],
    ['neither has any', {}, {}],
  ])('is false if %s', async (_, serverOptions, clientOptions) => {
    const { client, server } = await peers.pair(serverOptions, clientOptions);
    expect([client.alpnProtocol, server.alpnProtocol]).toEqual([false, false]);
  });

  test('is null before the handshake is done', async () => {
    const client = peers.connect(await peers.listen({ ALPNProtocols: ['h2'] }), { ALPNProtocols: ['h2'] });
    expect(client.alpnProtocol).toBeNull();
  });

  test.each(versions)('ends the handshake with an alert if nothing is shared, %s', async (_, version) => {
    const error = await peers.refusedBy(await peers.listen({ ...version, ALPNProtocols: ['a'] }), { ALPNProtocols: ['b'] });
    expect(error.client.code).toMatch(/^ERR_SSL_(TLSV1_ALERT|TLSV13_ALERT)_NO_APPLICATION_PROTOCOL$/);
    expect(error.server.code).toBe('ERR_SSL_NO_APPLICATION_PROTOCOL');
  });

  test.each(versions)('ALPNCallback is asked with the servername and all protocols, and chooses, %s', async (_, version) => {
    const asked: unknown[] = [];
    const serverOptions: TlsOptions = {
      ...version,
      ALPNCallback: (question) => {
        asked.push(question);
        return question.protocols.at(-1);
      },
    };
    const { client, server } = await peers.pair(serverOptions, { ALPNProtocols: ['one', 'two'] });
    expect(asked).toEqual([{ servername: hosts.good, protocols: ['one', 'two'] }]);
    expect([client.alpnProtocol, server.alpnProtocol]).toEqual(['two', 'two']);
  });

  test('ALPNCallback is not asked if nothing is offered', async () => {
    let asked = 0;
    const { client } = await peers.pair({
      ALPNCallback: () => {
        asked += 1;
        return undefined;
      },
    });
    expect([asked, client.alpnProtocol]).toEqual([0, false]);
  });

  test('ALPNCallback ends the handshake with undefined', async () => {
    const error = await peers.refusedBy(await peers.listen({ ALPNCallback: () => undefined }), { ALPNProtocols: ['one'] });
    expect(error.client.code).toMatch(/^ERR_SSL_(TLSV1_ALERT|TLSV13_ALERT)_NO_APPLICATION_PROTOCOL$/);
    expect(error.server.code).toBe('ERR_SSL_NO_APPLICATION_PROTOCOL');
  });

  test('ALPNCallback that chooses what was not offered destroys the connection with ERR_TLS_ALPN_CALLBACK_INVALID_RESULT', async () => {
    const listener = await peers.listen({ ALPNCallback: () => 'three' });
    const failed = new Promise((resolve) => listener.once('tlsClientError', resolve));
    await peers.refused(listener, { ALPNProtocols: ['one'] });
    expect(await failed).toHaveProperty('code', 'ERR_TLS_ALPN_CALLBACK_INVALID_RESULT');
  });

  test('ALPNCallback that throws destroys the connection with what it threw', async () => {
    const mine = new Error('of the callback');
    const listener = await peers.listen({
      ALPNCallback: () => {
        throw mine;
      },
    });
    const failed = new Promise((resolve) => listener.once('tlsClientError', resolve));
    await peers.refused(listener, { ALPNProtocols: ['one'] });
    expect(await failed).toBe(mine);
  });

  test('ALPNCallback beside ALPNProtocols throws ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS', () => {
    const error = thrown(() => peers.server({ ALPNCallback: () => 'a', ALPNProtocols: ['a'] }));
    expect(error?.code).toBe('ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS');
  });

  test('a protocol of more than 255 bytes throws ERR_OUT_OF_RANGE', () => {
    expect(thrown(() => peers.server({ ALPNProtocols: ['a'.repeat(256)] }))?.code).toBe('ERR_OUT_OF_RANGE');
  });
});
