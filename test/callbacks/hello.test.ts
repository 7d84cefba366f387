// What a server decides from the ClientHello. SSL_CTX_set_client_hello_cb(3), SSL_CTX_set_tlsext_servername_callback(3),
// SSL_CTX_set_alpn_select_cb(3), SSL_CTX_set_cert_cb(3)

import { expect, test } from '@jest/globals';
import { type ClientHello, MisuseError, SslContext, type SslContextOptions } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

type ServerOptions = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('callbacks of a server for the ClientHello', (library, protocol) => {
  const client = { ...only(protocol), ...trustingClient() };
  const pairOf = (server: ServerOptions, offers: ServerOptions & { readonly serverName?: string } = {}): EnginePair => {
    const { serverName, ...ofContext } = offers;
    return new EnginePair({
      library,
      client: { ...client, ...ofContext },
      server: { ...only(protocol), ...identity('server'), ...server },
      clientEngine: serverName === undefined ? {} : { serverName },
    });
  };
  const other = (options: ServerOptions = {}): SslContext =>
    new SslContext({ role: 'server', library, ...only(protocol), ...identity('otherHost'), ...options });
  const shown = (pair: EnginePair): string | undefined => pair.client.peerCertificate?.altNames[0]?.value;

  test('clientHelloCallback sees what the client said', () => {
    const hellos: ClientHello[] = [];
    const pair = pairOf({ clientHelloCallback: (hello) => void hellos.push(hello) }, { serverName: hosts.good, alpn: ['h2', 'http/1.1'] });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    const [hello] = hellos;
    expect(hellos).toHaveLength(1);
    expect(hello).toMatchObject({
      legacyVersion: 'TLSv1.2',
      serverName: hosts.good,
      alpn: ['h2', 'http/1.1'],
      supportedVersions: protocol === 'TLSv1.3' ? ['TLSv1.3'] : null,
    });
    expect(Buffer.from(hello?.random ?? []).equals(Buffer.from(pair.server.randoms.client))).toBe(true);
    expect(hello?.cipherSuites).toContain(pair.server.connection.cipher?.id);
    expect(hello?.extensions.find(({ type }) => type === 0)?.data.length).toBe(5 + hosts.good.length);
    pair.close();
  });

  test('clientHelloCallback chooses a context, with its certificate and its ALPN', () => {
    const pair = pairOf({ clientHelloCallback: () => other({ alpn: ['x'] }), alpn: ['y'] }, { alpn: ['x'], verifyMode: 'none' });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(pair.client.connection.alpn).toBe('x');
    expect(shown(pair)).toBe('other.test');
    pair.close();
  });

  test.each([
    [false, 40],
    [{ alert: 'access_denied' }, 49],
    [{ alert: 112 }, 112],
  ] as const)('clientHelloCallback: %p ends the handshake with alert %p', (answer, alert) => {
    const pair = pairOf({ clientHelloCallback: () => answer });
    const { client: refused, server } = pair.handshake();
    expect(errorOf(server)).toMatchObject({ alert: { direction: 'sent', description: alert } });
    expect(errorOf(server).queue.map(({ reasonCode }) => reasonCode)).toEqual([234]); // callback failed
    expect(errorOf(refused)).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', description: alert } });
    pair.close();
  });

  test('clientHelloCallback that answers later: want-client-hello-cb, rule of SSL_ERROR_WANT_CLIENT_HELLO_CB', async () => {
    let asked = 0;
    const pair = pairOf(
      {
        clientHelloCallback: async () => {
          asked += 1;
          await new Promise(setImmediate);
          return other();
        },
      },
      { verifyMode: 'none' },
    );
    expect(pair.handshake().server).toMatchObject({ status: 'want-client-hello-cb', ret: -1, code: 11 });
    expect(pair.server.accept().status).toBe('want-client-hello-cb');
    await pair.server.pendingAnswer;
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect([asked, shown(pair)]).toEqual([1, 'other.test']);
    pair.close();
  });

  test('certCallback gives the identity, at once or later: want-x509-lookup', async () => {
    const given = identity('otherHost');
    for (const answer of [() => given, () => Promise.resolve(given), () => other(), () => Promise.resolve(other())]) {
      const { certificate: _c, privateKey: _k, ...bare } = identity('server') as Record<string, unknown>;
      const pair = new EnginePair({
        library,
        client: { ...client, verifyMode: 'none' },
        server: { ...only(protocol), ...bare, certCallback: answer },
      });
      const first = pair.handshake();
      if (first.server.status !== 'done') {
        expect(first.server).toMatchObject({ status: 'want-x509-lookup', ret: -1, code: 4 });
        await pair.server.pendingAnswer;
      }
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(shown(pair)).toBe('other.test');
      pair.close();
    }
  });

  test('certCallback of a client gives its certificate when the server asks, with the chain', async () => {
    const given = identity('client');
    for (const answer of [given, Promise.resolve(given)]) {
      const pair = new EnginePair({
        library,
        client: { ...client, certCallback: () => answer },
        server: { ...only(protocol), ...identity('server'), ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' },
      });
      let results = pair.handshake();
      for (let turn = 0; turn < 4 && pair.client.pendingAnswer !== null; turn += 1) {
        await pair.client.pendingAnswer;
        results = pair.handshake();
      }
      expect(results).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.server.peerCertificate?.subject).toBe(pair.client.ownCertificate?.subject);
      expect(pair.server.connection.verify.verified).toBe(true);
      pair.close();
    }
  });

  test('certCallback: nothing leaves what the context has, false ends the handshake', () => {
    const same = pairOf({ certCallback: () => undefined });
    expect(same.handshake().client.status).toBe('done');
    same.close();
    const none = pairOf({ certCallback: () => false });
    expect(errorOf(none.handshake().server).queue.map(({ reasonCode }) => reasonCode)).toEqual([377]); // cert cb error
    none.close();
  });

  test('certCallback: an identity that OpenSSL refuses comes out as its SettingError', () => {
    const wrong = { certificate: identity('server').certificate, privateKey: identity('serverEc').privateKey };
    const pair = pairOf({ certCallback: () => wrong });
    expect(() => pair.handshake()).toThrow(expect.objectContaining({ name: 'SettingError', setting: 'privateKey' }));
    expect(pair.server.failure).not.toBeNull();
    pair.close();
  });

  test('serverNameCallback chooses a context by name', () => {
    const names: (string | null)[] = [];
    const second = other();
    const serverNameCallback = (name: string | null): SslContext | undefined => {
      names.push(name);
      return name === 'other.test' ? second : undefined;
    };
    for (const serverName of [hosts.good, 'other.test', undefined]) {
      const pair = pairOf({ serverNameCallback }, { verifyMode: 'none', ...(serverName === undefined ? {} : { serverName }) });
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(shown(pair)).toBe(serverName === 'other.test' ? 'other.test' : hosts.good);
      if (serverName !== undefined) expect(pair.server.connection.serverName).toBe(serverName);
      pair.close();
    }
    expect(names).toEqual([hosts.good, 'other.test', null]);
  });

  test.each([
    [false, 112],
    [{ alert: 'internal_error' }, 80],
  ] as const)('serverNameCallback: %p ends the handshake with alert %p', (answer, alert) => {
    const pair = pairOf({ serverNameCallback: () => answer }, { serverName: hosts.good });
    const error = errorOf(pair.handshake().server);
    expect(error.alert).toMatchObject({ direction: 'sent', description: alert });
    expect(error.queue.map(({ reasonCode }) => reasonCode)).toEqual([234]); // callback failed
    pair.close();
  });

  test("serverNameCallback: 'noack' goes on and does not acknowledge the name", () => {
    const pair = pairOf({ serverNameCallback: () => 'noack' }, { serverName: hosts.good });
    expect(pair.handshake().server.status).toBe('done');
    pair.close();
  });

  test('alpnSelectCallback chooses from the offer, does without, or ends the handshake', () => {
    const offers: (readonly string[])[] = [];
    const chosen = (answer: string | null | false): EnginePair =>
      pairOf(
        {
          alpnSelectCallback: (offered) => {
            offers.push(offered);
            return answer;
          },
        },
        { alpn: ['h2', 'http/1.1'] },
      );
    const some = chosen('http/1.1');
    expect(some.handshake().client.status).toBe('done');
    expect([some.client.connection.alpn, some.server.connection.alpn]).toEqual(['http/1.1', 'http/1.1']);
    const none = chosen(null);
    expect(none.handshake().client.status).toBe('done');
    expect(none.client.connection.alpn).toBeNull();
    const refused = chosen(false);
    expect(errorOf(refused.handshake().server)).toMatchObject({ alert: { description: 120 } });
    const foreign = chosen('h3');
    expect(() => foreign.handshake()).toThrow(/alpnSelectCallback must be one of the protocols offered \(h2, http\/1\.1\)/);
    expect(offers).toEqual(Array.from({ length: 4 }, () => ['h2', 'http/1.1']));
    for (const pair of [some, none, refused, foreign]) pair.close();
  });

  test('after a switch the callbacks of the new context are asked, and those of the old one for what belongs to it', () => {
    const asked: string[] = [];
    const second = other({
      alpnSelectCallback: ([first]) => {
        asked.push('alpn of the second');
        return first ?? null;
      },
    });
    const pair = pairOf(
      {
        serverNameCallback: () => second,
        alpnSelectCallback: () => {
          asked.push('alpn of the first');
          return null;
        },
        decryptTicketCallback: () => 'ignore-renew',
        ticketKeyCallback: (name) => {
          asked.push(`ticket key of the first for ${name === null ? 'a new one' : 'an old one'}`);
          return null;
        },
      },
      { serverName: 'other.test', alpn: ['h2'], verifyMode: 'none' },
    );
    expect(pair.handshake().server.status).toBe('done');
    expect(pair.client.connection.alpn).toBe('h2');
    expect(asked[0]).toBe('alpn of the second');
    expect(asked.slice(1).every((entry) => entry === 'ticket key of the first for a new one')).toBe(true);
    pair.close();
  });

  test.each([
    ['clientHelloCallback', 5],
    ['clientHelloCallback', { alert: 'no such alert' }],
    ['serverNameCallback', 'other.test'],
    ['serverNameCallback', null],
    ['certCallback', { certificate: identity('server').certificate }],
    ['certCallback', 'server.pem'],
    ['alpnSelectCallback', undefined],
  ] as const)('%s: the answer %p is a mistake that is named', (name, answer) => {
    const pair = pairOf({ [name]: () => answer }, { alpn: ['h2'], serverName: hosts.good });
    expect(() => pair.handshake()).toThrow(MisuseError);
    expect(pair.server.failure).not.toBeNull();
    pair.close();
  });

  test('certCallback: a context without a certificate and its key is a mistake that is named', () => {
    const pair = pairOf({ certCallback: () => new SslContext({ role: 'server', library }) });
    expect(() => pair.handshake()).toThrow(/certCallback must be an SslContext with a certificate and its key/);
    pair.close();
  });

  test('a context of another role is refused by name', () => {
    const pair = pairOf({ clientHelloCallback: () => new SslContext({ role: 'client', library }) });
    expect(() => pair.handshake()).toThrow(
      /clientHelloCallback must be an SslContext of the same OpenSSL and library context with role 'server'/,
    );
    pair.close();
  });
});

test.each(['clientHelloCallback', 'serverNameCallback', 'alpnSelectCallback', 'ticketKeyCallback', 'pskServerCallback'])(
  '%s has no meaning on a client',
  (name) => {
    expect(() => new SslContext({ role: 'client', [name]: () => undefined })).toThrow(/it has no meaning on a client/);
  },
);
