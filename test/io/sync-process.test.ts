// connectSync() in processes of their own, beyond test/sync: who closes a descriptor, and signals that interrupt every wait. signal(7)

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { type Ran, type RunOptions, run, said } from '../support/io-child.ts';
import { local, trusting } from '../support/io-clients.ts';
import { hashOf, pattern } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { testServers } from '../support/test-servers.ts';

const bios = ['pair', 'socket'] as const;

describeEachLibrary('connectSync() in a process of its own', (library, { selector }) => {
  const listen = testServers();
  const trust = { ...trusting(library), library: selector };
  const runSaying = async (program: string, options: RunOptions): Promise<readonly unknown[]> => {
    const ran: Ran = await run(program, options);
    expect(ran.stderr).toBe('');
    expect([ran.code, ran.signal]).toEqual([0, null]);
    return said(ran);
  };

  // Descriptor 3 of the program is a TCP connection to `port`, which this process has made.
  const withDescriptor = async (port: number, program: string, input: object): Promise<readonly unknown[]> => {
    const tcp: Socket = connectTcp(port, '127.0.0.1').pause();
    await once(tcp, 'connect');
    return await runSaying(program, {
      input: { ...trust, ...input },
      stdio: ['ignore', 'pipe', 'pipe', tcp],
      started: () => tcp.destroy(),
    });
  };

  test.each(bios)('bio %s: a handshake that fails closes the descriptor', async (bio) => {
    const server = await listen({ kind: 'tls', identity: 'expired' });
    const program = `
      try { libssl.connectSync({ ...input, fd: 3 }); } catch (error) { say(error.code); }
      try { require('node:fs').fstatSync(3); } catch (error) { say(error.code); }`;
    expect(await withDescriptor(server.port, program, { bio })).toEqual(['ERR_SSL_CERTIFICATE', 'EBADF']);
  });

  test('a mistake in the options leaves the descriptor open: it was not taken over', async () => {
    const server = await listen({ kind: 'tls' });
    const program = `
      try { libssl.connectSync({ ...input, fd: 3, timeout: -1 }); } catch (error) { say(error.argument); }
      try { libssl.connectSync({ ...input, fd: 3, cipherList: 'nothing of the kind' }); } catch (error) { say(error.code); }
      say(require('node:fs').fstatSync(3).isSocket());`;
    expect(await withDescriptor(server.port, program, {})).toEqual(['options.timeout', 'ERR_SSL_SETTING', true]);
  });

  test.each(bios)('bio %s: a descriptor that is not open is EBADF, and whoever gets that number later keeps it', async (bio) => {
    const program = `
      const fs = require('node:fs');
      const number = fs.openSync('/dev/null', 'r');
      fs.closeSync(number);
      try { libssl.connectSync({ ...input, fd: number }); } catch (error) { say(error.code); }
      const mine = fs.openSync('/dev/null', 'r');
      say(mine === number);
      for (let n = 0; n < 5; n += 1) { gc(); await new Promise((resolve) => setImmediate(resolve)); }
      say(fs.fstatSync(mine).isCharacterDevice());`;
    expect(await runSaying(program, { input: { ...trust, bio }, execArgv: ['--expose-gc'] })).toEqual(['EBADF', true, true]);
  });

  test.each(bios)('bio %s: a descriptor that is no socket is an SslError, and is closed', async (bio) => {
    const program = `
      const fs = require('node:fs');
      const fd = fs.openSync(process.execPath, 'r');
      try { libssl.connectSync({ ...input, fd, timeout: 5000 }); } catch (error) { say([error.family, error.code]); }
      try { fs.fstatSync(fd); } catch (error) { say(error.code); }`;
    const [first, second] = await runSaying(program, { input: { ...trust, bio } });
    expect(first).toEqual(['peer', expect.stringMatching(/^(ENOTSOCK|EBADF|ERR_SSL_PROTOCOL)$/)]);
    expect(second).toBe('EBADF');
  });

  // Keeps interrupting the process from the moment that it says something until it ends.
  const interrupt = (child: ChildProcess, ...after50: readonly (() => void)[]): void => {
    let count = 0;
    child.stdout?.once('data', () => {
      const more = (): void => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill(count % 2 === 0 ? 'SIGWINCH' : 'SIGUSR2');
        count += 1;
        if (count % 50 === 0) after50[count / 50 - 1]?.();
        setTimeout(more, 1);
      };
      more();
    });
  };

  test.each(bios)('bio %s: signals in the middle of the handshake and of every call change nothing', async (bio) => {
    const tls = await listen({ kind: 'tls', session: 'hold', bytes: 300_000 });
    const proxy = await listen({ kind: 'proxy', to: tls.port, cutAfter: 500, cut: 'hold' });
    const bytes = pattern(12_000_000);
    const program = `
      for (const signal of ['SIGWINCH', 'SIGUSR2']) process.on(signal, () => undefined);
      const { createHash } = require('node:crypto');
      const { pattern } = require(input.servers);
      say('ready');
      const socket = libssl.connectSync(input.options);
      const parts = [];
      for (let left = 300000; left > 0; left -= parts.at(-1).length) parts.push(socket.read());
      say(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
      say(socket.write(pattern(12000000)));
      say(socket.shutdown());
      say(socket.read());
      socket.close();
      process.exit(0);`;
    const options = { ...local(library, proxy.port), library: selector, bio };
    const heard = await runSaying(program, {
      input: { options, servers: require.resolve('../support/io-servers.ts') },
      started: (child) => {
        const write = (): void => void tls.seen('secure').then(() => tls.command('write'));
        interrupt(
          child,
          () => proxy.command('pass'),
          write,
          () => tls.command('resume'),
        );
      },
    });
    expect(heard).toEqual(['ready', hashOf(pattern(300_000)), bytes.length, 'sent', null]);
    expect(tls.log).toContainEqual({ event: 'hash', detail: hashOf(bytes) });
  });

  test('signals do not put off the deadline', async () => {
    const server = await listen({ kind: 'raw' });
    const program = `
      process.on('SIGWINCH', () => undefined).on('SIGUSR2', () => undefined);
      say('ready');
      try { libssl.connectSync(input); } catch (error) { say(error.code); }
      process.exit(0);`;
    const options = { ...local(library, server.port), library: selector, timeout: 200 };
    expect(await runSaying(program, { input: options, started: (child) => interrupt(child) })).toEqual(['ready', 'ERR_SSL_TIMEOUT']);
  });

  test('a peer that is gone does not end the process with SIGPIPE', async () => {
    const tls = await listen({ kind: 'tls', session: 'hold' });
    const proxy = await listen({ kind: 'proxy', to: tls.port });
    const program = `
      process.on('SIGPIPE', () => say('SIGPIPE'));
      const socket = libssl.connectSync(input);
      say('connected');
      try { for (;;) socket.write(Buffer.alloc(100000)); } catch (error) { say(['EPIPE', 'ECONNRESET'].includes(error.code)); }
      await new Promise((resolve) => setImmediate(resolve));
      process.exit(0);`;
    for (const bio of bios) {
      const heard = await runSaying(program, {
        input: { ...local(library, proxy.port), library: selector, bio },
        started: (child) => child.stdout?.once('data', () => proxy.command('cut-reset')),
      });
      expect(heard.filter((value) => value !== 'SIGPIPE')).toEqual(['connected', true]);
    }
  });
});
