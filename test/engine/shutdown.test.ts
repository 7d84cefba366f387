import { expect, test } from '@jest/globals';
import { errorOf, reasons, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, isAtLeast, only } from '../support/libraries.ts';

describeEachLibraryAndProtocol('shutdown', (library, protocol) => {
  const options = { library, client: only(protocol) };
  const into = Buffer.alloc(100);

  test('rule 29: the first call returns 0, "sent", and SSL_get_error is not asked (SSL_shutdown(3))', () => {
    withConnectedPair(options, ({ client, server, toServer }) => {
      toServer.move(client, server);
      expect(client.shutdown()).toEqual({ status: 'done', ret: 0, code: null, value: 'sent' });
      expect(client.bytesToDrain).toBeGreaterThan(0);
      expect(client.state).toMatchObject({ sentShutdown: true, receivedShutdown: false });
    });
  });

  test('rule 29: the second call wants the answer: -1 with want-read (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      pair.client.shutdown();
      expect(pair.client.shutdown()).toMatchObject({ status: 'want-read', ret: -1, code: 2 });
    });
  });

  test('both sides come to "complete", 1, when each has the other’s close_notify', () => {
    withConnectedPair(options, (pair) => {
      const { client, server } = pair;
      client.shutdown();
      pair.shuttleAll();
      expect(server.read(into)).toMatchObject({ status: 'closed', ret: 0, code: 6 });
      expect(server.shutdown()).toEqual({ status: 'done', ret: 1, code: 0, value: 'complete' });
      pair.shuttleAll();
      expect(client.shutdown()).toEqual({ status: 'done', ret: 1, code: 0, value: 'complete' });
      for (const engine of [client, server]) expect(engine.state).toMatchObject({ sentShutdown: true, receivedShutdown: true });
    });
  });

  test('"closed" stays: reading again after close_notify says so again (SSL_get_error(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.shutdown();
      pair.shuttleAll();
      const first = pair.client.read(into);
      expect(first.status).toBe('closed');
      expect(pair.client.read(into)).toBe(first);
      expect(pair.client.peek(into).status).toBe('closed');
      expect(pair.client.failure).toBeNull();
    });
  });

  test('rule 30: during a handshake it is -1, "shutdown while in init", 407 (SSL_shutdown(3))', () => {
    withPair(options, ({ client }) => {
      client.connect();
      const result = client.shutdown();
      expect(result).toMatchObject({ status: 'failed', ret: -1, code: 1 });
      expect(reasons(errorOf(result))).toEqual(['20:407']);
    });
  });

  test('rule 31: a second call with unread data is fatal, 291, and loses that data (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      const { client, server } = pair;
      pair.shuttleAll();
      client.read(into);
      client.shutdown();
      server.write(Buffer.from('precious'));
      pair.shuttleAll();
      const result = client.shutdown();
      expect(result).toMatchObject({ status: 'failed', ret: -1, code: 1 });
      expect(reasons(errorOf(result))).toEqual(['20:291']);
      expect(client.read(into)).toBe(result);
    });
  });

  test('rule 31: a full close reads to "closed" first, and loses nothing (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      const { client, server } = pair;
      client.shutdown();
      server.write(Buffer.from('precious'));
      server.shutdown();
      pair.shuttleAll();
      expect(client.read(into)).toMatchObject({ status: 'done', value: 8 });
      expect(client.read(into).status).toBe('closed');
      expect(client.shutdown()).toMatchObject({ status: 'done', value: 'complete' });
    });
  });

  test('rule 32: sent-shutdown is set although the close_notify did not fit into the pair (SSL_get_shutdown(3))', () => {
    withConnectedPair({ ...options, clientEngine: { bufferSize: 8 } }, ({ client, toServer, server }) => {
      while (toServer.move(client, server));
      expect(client.shutdown()).toMatchObject({ status: 'want-write', ret: -1, code: 3 });
      expect(client.state.sentShutdown).toBe(true);
      let result = client.shutdown();
      while (result.status === 'want-write') {
        client.drain();
        result = client.shutdown();
      }
      expect(client.drain().length).toBeGreaterThan(0);
      expect(['done', 'want-read']).toContain(result.status);
    });
  });

  test('rule 33: the peer may still write after it got close_notify, and it arrives (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      const { client, server } = pair;
      client.shutdown();
      pair.shuttleAll();
      expect(server.read(into).status).toBe('closed');
      expect(server.write(Buffer.from('still here'))).toMatchObject({ status: 'done', value: 10 });
      pair.shuttleAll();
      expect(client.read(into)).toMatchObject({ status: 'done', value: 10 });
      expect(into.toString('latin1', 0, 10)).toBe('still here');
    });
  });

  test('a connection may end without any shutdown: close() frees it and drops what was not drained', () => {
    withConnectedPair(options, ({ client }) => {
      client.write(Buffer.from('never sent'));
      client.close();
      client.close();
      expect(client.closed).toBe(true);
    });
  });

  test('an unread close_notify makes the first shutdown return 0 and the next 1 (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      pair.client.read(into);
      pair.server.shutdown();
      pair.shuttleAll();
      expect(pair.client.shutdown()).toMatchObject({ status: 'done', ret: 0, value: 'sent' });
      expect(pair.client.shutdown()).toMatchObject({ status: 'done', ret: 1, value: 'complete' });
    });
  });

  test('session tickets that were never read do not stand in the way of a shutdown', () => {
    withConnectedPair(options, (pair) => {
      pair.server.shutdown();
      pair.shuttleAll();
      pair.client.shutdown();
      let result = pair.client.shutdown();
      for (let i = 0; i < 5 && result.status === 'want-read'; i += 1) result = pair.client.shutdown();
      expect(result).toMatchObject({ status: 'done', value: 'complete' });
    });
  });

  if (isAtLeast(library, '4.0')) return;
  test('rule 42: a connection is not used again after its end: connect says it is done (SSL_clear(3))', () => {
    withConnectedPair(options, ({ client }) => {
      client.shutdown();
      expect(client.connect()).toMatchObject({ status: 'done', ret: 1 });
    });
  });
});
