// What a connection is told otherwise than its context: SSL_set_options(3), SSL_set_cipher_list(3), SSL_set_min_proto_version(3).

import { describe, expect, test } from '@jest/globals';
import { type Adjustment, SslContext, SslEngine } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, isAtLeast, only } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

describeEachLibrary('adjust()', (library) => {
  const misuse = (code: string, argument: string) => expect.objectContaining({ name: 'MisuseError', code, argument });

  test('the highest and the lowest protocol are the connection’s own (SSL_set_max_proto_version(3))', () => {
    withPair({ library, client: trustingClient() }, (pair) => {
      pair.client.adjust({ maxProtocol: 'TLSv1.2' });
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.connection.protocol).toBe('TLSv1.2');
    });
    withPair({ library, client: trustingClient(), server: { ...identity('server'), maxProtocol: 'TLSv1.2' } }, (pair) => {
      pair.client.adjust({ minProtocol: 'TLSv1.3' });
      expect(pair.handshake().client.status).toBe('failed');
    });
  });

  test('ciphers for the next handshake (SSL_set_cipher_list(3))', () => {
    const server = {
      ...identity('server'),
      ...(isAtLeast(library, '3.0') ? { options: ['SSL_OP_ALLOW_CLIENT_RENEGOTIATION'] as const } : {}),
    };
    withConnectedPair({ library, client: { ...trustingClient(), ...only('TLSv1.2') }, server }, (pair) => {
      pair.client.adjust({ cipherList: 'ECDHE+AES128+AESGCM' });
      pair.client.renegotiate();
      do {
        for (const engine of [pair.client, pair.server]) engine.peek(Buffer.alloc(1));
      } while (pair.shuttle());
      expect(pair.send('client', Buffer.from('x')).toString()).toBe('x');
      expect(pair.client.connection.cipher?.bits).toBe(128);
      expect(pair.server.connection.cipher?.name).toBe(pair.client.connection.cipher?.name);
    });
  });

  test('options are set and cleared (SSL_set_options(3), SSL_clear_options(3))', () => {
    const client = { ...trustingClient(), ...only('TLSv1.2') };
    const tickets = (server: Partial<Adjustment>): boolean => {
      const pair = new EnginePair({ library, client });
      pair.server.adjust(server);
      pair.handshake();
      const { hasTicket } = pair.client.session ?? { hasTicket: null };
      pair.close();
      return hasTicket === true;
    };
    expect(tickets({})).toBe(true);
    expect(tickets({ options: ['SSL_OP_NO_TICKET'] })).toBe(false);
    expect(tickets({ options: ['SSL_OP_NO_TICKET'], clearOptions: ['SSL_OP_NO_TICKET'] })).toBe(false);
  });

  describe('inside of a callback', () => {
    const chosen = new SslContext({ role: 'server', library, ...identity('server'), options: ['SSL_OP_NO_TICKET'] });

    test.each([
      [true, 'are those of the context that was chosen'],
      [false, 'stay, whatever context is chosen (SSL_set_SSL_CTX(3))'],
    ])('with optionsFrom: %s the options %s', (takesOptions) => {
      const serverContext = new SslContext({
        role: 'server',
        library,
        ...identity('server'),
        serverNameCallback: (_name, engine) => {
          if (takesOptions) engine.adjust({ optionsFrom: chosen });
          return chosen;
        },
      });
      const client = { ...trustingClient(), ...only('TLSv1.2') };
      withPair({ library, client, serverContext, clientEngine: { serverName: 'server.example' } }, (pair) => {
        expect(pair.handshake().server.status).toBe('done');
        expect(pair.client.session?.hasTicket).toBe(!takesOptions);
      });
    });

    test.each([
      [true, 'refuses a client without a certificate and the protocol that the chosen context refuses'],
      [false, 'lets everybody in (SSL_set_SSL_CTX(3))'],
    ])('with policyFrom: %s a context that asks for a certificate %s', (takesPolicy) => {
      const strict = new SslContext({
        ...{ role: 'server', library, ...identity('server'), ca: certificatePem('root') },
        ...{ verifyMode: 'fail-if-no-peer-cert', maxProtocol: 'TLSv1.2' },
      });
      const serverContext = new SslContext({
        role: 'server',
        library,
        ...identity('server'),
        clientHelloCallback: (_hello, engine) => {
          if (takesPolicy) engine.adjust({ policyFrom: strict });
          return strict;
        },
      });
      withPair({ library, client: trustingClient(), serverContext }, (pair) => {
        const { server } = pair.handshake();
        if (!takesPolicy) expect([server.status, pair.server.connection.protocol]).toEqual(['done', 'TLSv1.3']);
        else expect(errorOf(server).alert).toMatchObject({ direction: 'sent', name: 'handshake_failure' }); // TLS 1.3 says certificate_required
      });
    });

    test('a highest protocol that is set from the ClientHello holds for this handshake (SSL_CTX_set_client_hello_cb(3))', () => {
      const serverContext = new SslContext({
        role: 'server',
        library,
        ...identity('server'),
        clientHelloCallback: (_hello, engine) => {
          engine.adjust({ maxProtocol: 'TLSv1.2' });
          return undefined;
        },
      });
      withPair({ library, client: trustingClient(), serverContext }, (pair) => {
        expect(pair.handshake().client.status).toBe('done');
        expect(pair.server.connection.protocol).toBe('TLSv1.2');
      });
    });

    test('what is refused there is thrown there, and the operation’s own errors stay', () => {
      const serverContext = new SslContext({
        role: 'server',
        library,
        ...identity('server'),
        serverNameCallback: (_name, engine) => {
          expect(() => engine.adjust({ cipherList: 'NONSENSE' })).toThrow(expect.objectContaining({ function: 'SSL_set_cipher_list' }));
          return false;
        },
      });
      withPair({ library, client: trustingClient(), serverContext }, (pair) => {
        expect(errorOf(pair.handshake().server).queue.map(({ reason }) => reason)).not.toContain('no cipher match');
      });
    });
  });

  test('what OpenSSL refuses is a SettingError that names it', () => {
    withPair({ library, client: trustingClient() }, ({ client }) => {
      expect(() => client.adjust({ cipherList: 'NONSENSE' })).toThrow(
        expect.objectContaining({ name: 'SettingError', setting: 'cipherList', function: 'SSL_set_cipher_list' }),
      );
      expect(client.failure).toBeNull();
    });
  });

  test.each([
    [{ ciphers: 'x' }, 'ERR_SSL_UNKNOWN_OPTION', 'settings.ciphers'],
    [null, 'ERR_SSL_ARGUMENT', 'settings'],
    [{ maxProtocol: 'TLSv9' }, 'ERR_SSL_ARGUMENT', 'settings.maxProtocol'],
    [{ options: ['SSL_OP_NONSENSE'] }, 'ERR_SSL_ARGUMENT', 'settings.options'],
    [{ clearOptions: 'SSL_OP_NO_TICKET' }, 'ERR_SSL_ARGUMENT', 'settings.clearOptions'],
    [{ cipherList: '' }, 'ERR_SSL_ARGUMENT', 'settings.cipherList'],
    [{ optionsFrom: {} }, 'ERR_SSL_ARGUMENT', 'settings.optionsFrom'],
  ])('%j is a misuse', (settings, code, argument) => {
    withPair({ library, client: trustingClient() }, ({ client }) => {
      expect(() => client.adjust(settings as Adjustment)).toThrow(misuse(code, argument));
    });
  });

  test('a context of the other role, a closed engine and a wrong receiver are misuses', () => {
    withPair({ library, client: trustingClient() }, ({ client, server }) => {
      expect(() => client.adjust({ optionsFrom: server.context })).toThrow(misuse('ERR_SSL_ARGUMENT', 'settings.optionsFrom'));
      expect(() => SslEngine.prototype.adjust.call({} as SslEngine, {})).toThrow(expect.objectContaining({ code: 'ERR_SSL_RECEIVER' }));
      client.close();
      expect(() => client.adjust({})).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
    });
  });
});

describeEachLibrary('conf', (library) => {
  test('pairs give a command more than once, in their order; its value may be empty (SSL_CONF_cmd(3))', () => {
    const conf = [
      ['MinProtocol', 'TLSv1.3'],
      ['MinProtocol', 'TLSv1.2'],
      ['MaxProtocol', 'TLSv1.2'],
      ['Ciphersuites', ''],
    ] as const;
    withConnectedPair({ library, client: { ...trustingClient(), conf } }, ({ client }) => {
      expect(client.connection.protocol).toBe('TLSv1.2');
    });
  });

  test.each([
    ['x', 'options.conf'],
    [['MinProtocol'], 'options.conf[0]'],
    [[['MinProtocol']], 'options.conf[0]'],
    [[['MinProtocol', 1]], 'options.conf.MinProtocol'],
    [[['', 'x']], 'options.conf command'],
    [{ MinProtocol: 'a\0b' }, 'options.conf.MinProtocol'],
  ])('%j is a misuse', (conf, argument) => {
    expect(() => new SslContext({ role: 'client', library, conf: conf as unknown as Record<string, string> })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument }),
    );
  });
});
