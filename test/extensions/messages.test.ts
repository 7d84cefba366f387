// Custom extensions in every message that can have one, on each OpenSSL. SSL_CTX_add_custom_ext(3)

import { expect, test } from '@jest/globals';
import {
  type CustomExtension,
  type ExtensionContext,
  SslContext,
  type SslContextOptions,
  SslEngine,
  type SslSession,
} from '../../lib/index.ts';
import { EnginePair, type PairOptions, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

type Options = Partial<Omit<SslContextOptions, 'role'>>;

const type = 0xffa5;
const everywhere: readonly ExtensionContext[] = [
  'client-hello',
  'tls1.2-server-hello',
  'tls1.3-encrypted-extensions',
  'tls1.3-certificate',
  'tls1.3-certificate-request',
  'tls1.3-new-session-ticket',
];

interface Noted {
  readonly notes: string[];
  readonly customExtensions: readonly CustomExtension[];
}

/** An extension that says what it hears, and answers with its own name and the message's. */
function noting(who: string, context = everywhere): Noted {
  const notes: string[] = [];
  const add: CustomExtension['add'] = ({ message, chainIndex }) => Buffer.from(`${who} ${message} ${chainIndex ?? ''}`.trim());
  const parse: CustomExtension['parse'] = ({ message, bytes, certificate, chainIndex, type: heard }) => {
    const of = certificate === null ? '' : ` of ${certificate.subject.match(/CN\s*=\s*(?<name>[^,/]+)/)?.groups?.['name']} ${chainIndex}`;
    notes.push(`${heard === type ? '' : heard}${message}: ${Buffer.from(bytes).toString()}${of}`);
    return undefined;
  };
  return { notes, customExtensions: [{ type, context, add, parse }] };
}

const settings = (client: Options, server: Options): PairOptions => ({
  client: { ...trustingClient(), ...client },
  server: { ...identity('server'), ...server },
});

describeEachLibraryAndProtocol('custom extensions', (library, protocol) => {
  const both = (client: Options, server: Options): PairOptions =>
    settings({ library, ...only(protocol), ...client }, { library, ...only(protocol), ...server });
  const answer = protocol === 'TLSv1.3' ? 'tls1.3-encrypted-extensions' : 'tls1.2-server-hello';

  test('the server hears what the ClientHello has, the client what the server answers', () => {
    const context = ['client-hello', 'tls1.2-server-hello', 'tls1.3-encrypted-extensions'] as const;
    const [client, server] = [noting('client', context), noting('server', context)];
    withConnectedPair(both({ customExtensions: client.customExtensions }, { customExtensions: server.customExtensions }), () => undefined);
    expect(server.notes).toEqual(['client-hello: client client-hello']);
    expect(client.notes).toEqual([`${answer}: server ${answer}`]);
  });

  test('callbacks get the engine that is at work, which can be asked', () => {
    const engines: SslEngine[] = [];
    const heard: CustomExtension = {
      type,
      context: ['client-hello'],
      add: (_, engine) => {
        expect(engine.state.finished).toBe(false);
        engines.push(engine);
        return new Uint8Array(0);
      },
      parse: (_, engine) => {
        engines.push(engine);
        return undefined;
      },
    };
    withConnectedPair(both({ customExtensions: [heard] }, { customExtensions: [heard] }), (pair) => {
      expect(engines).toEqual([pair.client, pair.server]);
    });
  });

  test('nothing is asked of a server whose client has not sent the extension, and nothing heard', () => {
    const server = noting('server');
    withConnectedPair(both({}, { customExtensions: server.customExtensions }), () => undefined);
    expect(server.notes).toEqual([]);
  });

  test('null leaves it out; without add a ClientHello has it empty', () => {
    const heard = (extension: Partial<CustomExtension>): readonly string[] => {
      const server = noting('server', ['client-hello']);
      const customExtensions = [{ type, context: ['client-hello'] as const, ...extension }];
      withConnectedPair(both({ customExtensions }, { customExtensions: server.customExtensions }), () => undefined);
      return server.notes;
    };
    expect(heard({ add: () => null })).toEqual([]);
    expect(heard({})).toEqual(['client-hello: ']);
    expect(heard({ add: () => new Uint8Array(0) })).toEqual(['client-hello: ']);
  });

  test('several go side by side, and large ones whole', () => {
    const large = Buffer.alloc(12_000, 'x');
    const heard: [number, number][] = [];
    const extensions = [0xff01 + 10, 0xff01 + 20, 0xffa6].map(
      (each): CustomExtension => ({
        type: each,
        context: ['client-hello'],
        add: () => large.subarray(0, each & 0xff),
        parse: ({ type: found, bytes }) => {
          heard.push([found, bytes.length]);
          return undefined;
        },
      }),
    );
    const one: CustomExtension = { ...(extensions[0] as CustomExtension), type: 0xffa7, add: () => large };
    const customExtensions = [...extensions, one];
    withConnectedPair(both({ customExtensions }, { customExtensions }), () => undefined);
    expect(heard).toEqual([...extensions.map((each) => [each.type, each.type & 0xff]), [0xffa7, large.length]]);
  });

  test('what a callback gave can be changed afterwards: it was copied', () => {
    const bytes = Buffer.from('before');
    const heard = noting('server', ['client-hello']);
    const pair = new EnginePair(
      both({ customExtensions: [{ type, context: ['client-hello'], add: () => bytes }] }, { customExtensions: heard.customExtensions }),
    );
    pair.client.connect();
    bytes.fill(0);
    pair.handshake();
    expect(heard.notes).toEqual(['client-hello: before']);
    pair.close();
  });

  test('steps on the pool ask the same, in the same order', async () => {
    const asked = async (onPool: boolean): Promise<unknown> => {
      const [client, server] = [noting('client'), noting('server')];
      const pair = new EnginePair(both({ customExtensions: client.customExtensions }, { customExtensions: server.customExtensions }));
      const results = onPool ? await handshakeOnPool(pair) : pair.handshake();
      expect(results).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      pair.close();
      return [client.notes, server.notes];
    };
    expect(await asked(true)).toEqual(await asked(false));
  });

  test('a context that is chosen by name brings its own along', () => {
    const [client, first, other] = [noting('client'), noting('first'), noting('other')];
    const serverNameCallback = (): SslContext => chosen;
    const chosen = new SslContext({ role: 'server', library, ...identity('serverEc'), customExtensions: other.customExtensions });
    const server = { customExtensions: first.customExtensions, serverNameCallback };
    withConnectedPair(both({ customExtensions: client.customExtensions }, server), () => undefined);
    expect(client.notes).toContain(`${answer}: other ${answer}`);
  });
});

describeEachLibrary('custom extensions of TLS 1.3', (library) => {
  const tls13 = only('TLSv1.3');

  test('are in EncryptedExtensions, in Certificate for each certificate, in CertificateRequest and in NewSessionTicket', () => {
    const [client, server] = [noting('client'), noting('server')];
    const of = (extension: Noted, more: Options): Options => ({ library, ...tls13, customExtensions: extension.customExtensions, ...more });
    const asking = { ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' } as const;
    const pair = EnginePair.connected(settings(of(client, identity('client')), of(server, asking)));
    pair.send('server', Buffer.from('x'));
    expect(server.notes).toEqual([
      'client-hello: client client-hello',
      expect.stringMatching(/^tls1\.3-certificate: client tls1\.3-certificate 0 of .* 0$/),
      expect.stringMatching(/^tls1\.3-certificate: client tls1\.3-certificate 1 of .* 1$/),
    ]);
    expect(client.notes.slice(0, 4)).toEqual([
      'tls1.3-encrypted-extensions: server tls1.3-encrypted-extensions',
      'tls1.3-certificate-request: server tls1.3-certificate-request',
      expect.stringMatching(/^tls1\.3-certificate: server tls1\.3-certificate 0 of server.test 0$/),
      expect.stringMatching(/^tls1\.3-certificate: server tls1\.3-certificate 1 of .* 1$/),
    ]);
    expect(client.notes.slice(4)).toEqual(Array(2).fill('tls1.3-new-session-ticket: server tls1.3-new-session-ticket'));
    pair.close();
  });

  test('are in a HelloRetryRequest and in both ClientHellos', () => {
    const context = ['client-hello', 'tls1.3-hello-retry-request'] as const;
    const [client, server] = [noting('client', context), noting('server', context)];
    const options = settings(
      { library, ...tls13, groups: 'X25519:P-256', customExtensions: client.customExtensions },
      { library, ...tls13, groups: 'P-256', customExtensions: server.customExtensions },
    );
    withConnectedPair(options, () => undefined);
    expect(server.notes).toEqual(Array(2).fill('client-hello: client client-hello'));
    expect(client.notes).toEqual(['tls1.3-hello-retry-request: server tls1.3-hello-retry-request']);
  });

  test('ignore-on-resumption leaves a resumed connection without', () => {
    const heard: string[] = [];
    const extension = (context: readonly ExtensionContext[]): CustomExtension => ({
      type,
      context: ['client-hello', ...context],
      add: () => new Uint8Array(0),
      parse: ({ message }) => {
        heard.push(message);
        return undefined;
      },
    });
    for (const [context, times] of [
      [[], 2],
      [['ignore-on-resumption'], 1],
    ] as const) {
      heard.length = 0;
      const sessions: SslSession[] = [];
      const customExtensions = [extension(context)];
      const clientContext = new SslContext({
        role: 'client',
        library,
        ...tls13,
        ...trustingClient(),
        customExtensions,
        onSession: (session) => void sessions.push(session),
      });
      const serverContext = new SslContext({ role: 'server', library, ...tls13, ...identity('server'), customExtensions });
      withConnectedPair({ clientContext, serverContext }, (pair) => void pair.send('server', Buffer.from('x')));
      withConnectedPair({ clientContext, serverContext, clientEngine: { session: sessions[0] as SslSession } }, (pair) => {
        expect(pair.client.connection.resumed).toBe(true);
      });
      expect(heard).toHaveLength(times);
    }
  });

  test('are sent whatever the protocol, and passed over by a server that knows them for TLS 1.2 alone', () => {
    const heard = (own: ExtensionContext, server: Noted): readonly string[] => {
      const customExtensions = [{ type, context: ['client-hello', own] as const }];
      const options = settings({ library, ...tls13, customExtensions }, { library, customExtensions: server.customExtensions });
      withConnectedPair(options, () => undefined);
      return server.notes;
    };
    expect(heard('tls1.2-and-below-only', noting('server', ['client-hello']))).toEqual(['client-hello: ']);
    expect(heard('tls1.2-and-below-only', noting('server', ['client-hello', 'tls1.2-and-below-only']))).toEqual([]);
  });

  test('an engine that asks nobody else is still told in the middle of a read: a ticket', () => {
    const heard: string[] = [];
    const context = ['client-hello', 'tls1.3-new-session-ticket'] as const;
    const parse: CustomExtension['parse'] = ({ message }) => {
      heard.push(message);
      return undefined;
    };
    const clientContext = new SslContext({
      role: 'client',
      library,
      ...tls13,
      ...trustingClient(),
      customExtensions: [{ type, context, parse }],
    });
    const add = (): Uint8Array => Buffer.from('t');
    const serverContext = new SslContext({
      role: 'server',
      library,
      ...tls13,
      ...identity('server'),
      customExtensions: [{ type, context, add }],
    });
    const pair = new EnginePair({ clientContext, serverContext });
    expect(pair.client).toBeInstanceOf(SslEngine);
    pair.handshake();
    pair.send('server', Buffer.from('x'));
    expect(heard).toEqual(Array(2).fill('tls1.3-new-session-ticket'));
    pair.close();
  });
});
