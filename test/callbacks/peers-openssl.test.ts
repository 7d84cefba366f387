// Callbacks that decide, held against the programs of OpenSSL: s_server and s_client of the system's. openssl-s_server(1), openssl-s_client(1)

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions, SslSession, type SslSocket, type TicketKey } from '../../lib/index.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, local, open, readSome } from '../support/io-clients.ts';
import { absentProgram, sServerCommand, startServer, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, only, type Protocol, protocols } from '../support/libraries.ts';
import { certificateFile, certificatePem, hosts, identity, keyFile } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

type ServerOptions = Partial<Omit<SslContextOptions, 'role'>>;

const program = 'openssl';
const absent = absentProgram(program);
const key = randomBytes(32);
const keyOptions = ['-psk', key.toString('hex'), '-psk_identity', 'me'];
const flags: Readonly<Record<Protocol, string>> = { 'TLSv1.2': '-tls1_2', 'TLSv1.3': '-tls1_3' };
// OCSPResponse ::= SEQUENCE { responseStatus tryLater(3) } (RFC 6960, 4.2.1)
const response = Buffer.from('30030a0103', 'hex');

(absent === null ? describe : describe.skip)(`the program openssl${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  const tools: Tool[] = [];
  const acceptors: Acceptor[] = [];
  afterEach(async () => {
    closeAll();
    for (const server of acceptors.splice(0)) server.close();
    for (const tool of tools.splice(0)) await tool.stop();
  });

  describeEachLibrary('s_server and connect()', (library) => {
    const sServer = async (more: readonly string[], bare = false): Promise<number> => {
      const command = sServerCommand(program, ['-rev', ...more], 'server');
      const nobody = ['s_server', '-accept', '127.0.0.1:0', '-nocert', '-rev', ...more];
      const { tool, port } = await startServer(bare ? { ...command, parameters: nobody } : command);
      tools.push(tool);
      return port;
    };
    const reversed = async (socket: SslSocket): Promise<void> => {
      socket.write('stressed\n');
      expect((await readSome(socket, 9)).toString()).toBe('desserts\n');
      socket.destroy(); // s_server serves one at a time
    };

    test.each(protocols)('%s: a pre-shared key in place of certificates (SSL_CTX_set_psk_use_session_callback(3))', async (protocol) => {
      const port = await sServer([flags[protocol], ...keyOptions, '-psk_hint', 'which', '-cipher', 'PSK'], true);
      const asked: unknown[] = [];
      const socket = await open({
        ...local(library, port),
        ...(protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {}),
        pskClientCallback: (request) => {
          asked.push(request);
          return { identity: 'me', key };
        },
      });
      expect(socket.connection?.protocol).toBe(protocol);
      expect(socket.peerCertificate).toBeNull();
      expect(asked).toContainEqual({ protocol, hint: protocol === 'TLSv1.2' ? 'which' : null });
      await reversed(socket);
    });

    test.each(protocols)('%s: a stapled response reaches statusCallback (SSL_CTX_set_tlsext_status_cb(3))', async (protocol) => {
      const file = join(tempFolder('callbacks'), 'response.der');
      writeFileSync(file, response);
      const port = await sServer([flags[protocol], '-status_file', file]);
      const seen: (Buffer | null)[] = [];
      const statusCallback = (stapled: Uint8Array | null): boolean => {
        seen.push(stapled && Buffer.from(stapled));
        return true;
      };
      await reversed(await open({ ...local(library, port), statusType: 'ocsp', statusCallback }));
      expect(seen).toEqual([response]);
    });

    test.each(protocols)('%s: a certificate from certCallback, at once and later, passes -Verify', async (protocol) => {
      const port = await sServer([flags[protocol], '-Verify', '2', '-verify_return_error', '-CAfile', certificateFile('root')]);
      for (const answer of [identity('client'), Promise.resolve(identity('clientEc'))])
        await reversed(await open({ ...local(library, port), certCallback: () => answer }));
    });

    test.each(protocols)('%s: verifyCallback sees its chain, and can turn it down', async (protocol) => {
      const port = await sServer([flags[protocol]]);
      const depths: number[] = [];
      const verifyCallback = ({ depth, ok }: { readonly depth: number; readonly ok: boolean }): boolean => depths.push(depth) > 0 && ok;
      await reversed(await open({ ...local(library, port), verifyCallback }));
      expect(new Set(depths)).toEqual(new Set([0, 1, 2]));
      await expect(open({ ...local(library, port), verifyCallback: () => 23 })).rejects.toMatchObject({ verify: { code: 23 } });
      await tools.at(-1)?.says(/certificate revoked/); // the alert, as it says it
    });
  });

  describeEachLibrary('s_client and accept()', (library) => {
    const contextOf = (options: ServerOptions): SslContext =>
      new SslContext({ role: 'server', library, ...identity('server'), sessionIdContext: 'here', ...options });
    const listen = async (context: SslContext): Promise<Acceptor> => {
      const server = await acceptor({ context }, (socket) => {
        socket.write('ready\n');
        socket.pipe(socket);
      });
      acceptors.push(server);
      return server;
    };
    const sClient = (port: number, more: readonly string[]): Tool => {
      const trust = ['-CAfile', certificateFile('root'), '-verify_return_error'];
      const tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, ...trust, ...more]);
      tools.push(tool);
      return tool;
    };
    const whole = async (
      context: SslContext,
      more: readonly string[],
    ): Promise<{ readonly output: string; readonly socket: SslSocket }> => {
      const { port, next } = await listen(context);
      const tool = sClient(port, more);
      const socket = await next();
      await tool.says(/ready$/m);
      tool.type('Q\n');
      await tool.exited;
      return { output: tool.output, socket };
    };

    test.each(protocols)('%s: a pre-shared key in place of certificates (SSL_CTX_set_psk_find_session_callback(3))', async (protocol) => {
      const offers: unknown[] = [];
      const context = new SslContext({
        role: 'server',
        library,
        ...(protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {}),
        pskServerCallback: (offer) => {
          offers.push(offer);
          return { key };
        },
      });
      const { output, socket } = await whole(context, [flags[protocol], ...keyOptions, '-cipher', 'PSK']);
      expect(output).toContain('no peer certificate available');
      expect(offers).toEqual([{ protocol, identity: 'me' }]);
      expect(socket.connection?.protocol).toBe(protocol);
    });

    test.each(protocols)('%s: another key ends both', async (protocol) => {
      const pskServerCallback = (): { key: Buffer } => ({ key: randomBytes(32) });
      const context = new SslContext({ role: 'server', library, cipherList: 'PSK', pskServerCallback });
      const { port, next } = await listen(context);
      const tool = sClient(port, [flags[protocol], ...keyOptions, '-cipher', 'PSK']);
      await expect(next()).rejects.toMatchObject({ name: 'SslError', alert: { direction: 'sent' } });
      await tool.says(/alert/);
    });

    test.each(protocols)('%s: SNI chooses the context (SSL_CTX_set_tlsext_servername_callback(3))', async (protocol) => {
      const other = contextOf(identity('otherHost'));
      const names: (string | null)[] = [];
      const context = contextOf({
        ...only(protocol),
        serverNameCallback: (name) => {
          names.push(name);
          return name === 'other.test' ? other : name === 'nobody.test' ? false : undefined;
        },
      });
      for (const name of ['other.test', hosts.good])
        expect((await whole(context, ['-servername', name, '-verify_hostname', name])).output).toContain('Verify return code: 0 (ok)');
      const { port } = await listen(context);
      await sClient(port, ['-servername', 'nobody.test']).says(/unrecognized name/);
      expect(names).toEqual(['other.test', hosts.good, 'nobody.test']);
    });

    test.each(protocols)('%s: alpnSelectCallback chooses what the client asked for last, or refuses (RFC 7301)', async (protocol) => {
      const alpnSelectCallback = (offered: readonly string[]): string | false => (offered.length > 1 ? (offered.at(-1) ?? false) : false);
      const context = contextOf({ ...only(protocol), alpnSelectCallback });
      expect((await whole(context, ['-alpn', 'h2,http/1.1'])).output).toContain('ALPN protocol: http/1.1');
      const { port } = await listen(context);
      await sClient(port, ['-alpn', 'h2']).says(/no application protocol/);
    });

    test.each(protocols)('%s: -status prints what statusCallback gives', async (protocol) => {
      const stapled = await whole(contextOf({ ...only(protocol), statusCallback: () => response }), ['-status']);
      expect(stapled.output).toMatch(/OCSP Response Status: trylater \(0x3\)/);
      const none = await whole(contextOf({ ...only(protocol), statusCallback: () => null }), ['-status']);
      expect(none.output).toContain('OCSP response: no response sent');
    });

    test.each(protocols)('%s: clientHelloCallback that answers later, with another context', async (protocol) => {
      const other = contextOf(identity('otherHost'));
      const context = contextOf({
        ...only(protocol),
        clientHelloCallback: async ({ serverName }) => {
          await new Promise(setImmediate);
          return serverName === 'other.test' ? other : undefined;
        },
      });
      const { output } = await whole(context, ['-servername', 'other.test', '-verify_hostname', 'other.test']);
      expect(output).toContain('Verify return code: 0 (ok)');
    });

    const resumes = async (protocol: Protocol, first: SslContext, second: SslContext): Promise<boolean> => {
      const file = join(tempFolder('callbacks'), `session-${process.hrtime.bigint()}.pem`);
      await whole(first, [flags[protocol], '-sess_out', file]);
      const { output, socket } = await whole(second, [flags[protocol], '-sess_in', file]);
      expect(output.includes('Reused, ')).toBe(socket.connection?.resumed);
      return socket.connection?.resumed ?? false;
    };

    test.each(protocols)('%s: a ticket of one context resumes at another with the same ticketKeyCallback', async (protocol) => {
      const newKey = (): TicketKey => ({ name: randomBytes(16), aesKey: randomBytes(32), hmacKey: randomBytes(32) });
      const keys = [newKey()];
      const ticketKeyCallback = (name: Uint8Array | null): TicketKey | null =>
        (name === null ? keys[0] : keys.find((candidate) => Buffer.from(candidate.name).equals(name))) ?? null;
      expect(await resumes(protocol, contextOf({ ticketKeyCallback }), contextOf({ ticketKeyCallback }))).toBe(true);
      const after = contextOf({ ticketKeyCallback: (name) => (name === null ? newKey() : null) });
      expect(await resumes(protocol, contextOf({ ticketKeyCallback }), after)).toBe(false);
    });

    test.each(protocols)('%s: a session id of one context resumes at another with the same store', async (protocol) => {
      const store = new Map<string, Uint8Array>();
      const shared: ServerOptions = {
        options: ['SSL_OP_NO_TICKET'],
        onSession: (session) => store.set(session.id, session.toDer()),
        getSessionCallback: (id) => {
          const der = store.get(Buffer.from(id).toString('hex'));
          return der === undefined ? null : SslSession.fromDer(der, library);
        },
      };
      expect(await resumes(protocol, contextOf(shared), contextOf(shared))).toBe(true);
    });

    test('certVerifyCallback of a server sees the chain of a client', async () => {
      const subjects: string[][] = [];
      const context = contextOf({
        ca: certificatePem('root'),
        verifyMode: 'fail-if-no-peer-cert',
        certVerifyCallback: (chain) => {
          subjects.push(chain.map(({ subject }) => subject));
          return true;
        },
      });
      const chain = certificateFile('client');
      await whole(context, ['-cert', chain, '-cert_chain', chain, '-key', keyFile('client')]);
      expect(subjects).toHaveLength(1);
      expect(subjects[0]?.[0]).toMatch(/CN=client/);
    });
  });
});
