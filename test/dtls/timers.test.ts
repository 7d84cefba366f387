// The timer of a flight: DTLSv1_get_timeout(3), DTLSv1_handle_timeout(3), DTLS_set_timer_cb(3). No time is asserted but OpenSSL's own first
// second; who waits polls dtlsTimeout.

import { expect, test } from '@jest/globals';
import type { SslEngine } from '../../lib/index.ts';
import { readAll, timerIsOver, withConnectedDatagramPair, withDatagramPair } from '../support/datagram-pair.ts';
import { errorOf, reasons } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';

// Above the 15 ms below which OpenSSL takes a time for over.
const short = { dtlsTimerCallback: (): number => 25 };
const retransmissions = 12; // DTLS1_TMO_ALERT_COUNT

describeEachLibrary('timers of DTLS', (library) => {
  test('no timer runs before the first flight, nor when the handshake is done', async () => {
    await withDatagramPair({ library }, (pair) => {
      expect([pair.client.dtlsTimeout, pair.server.dtlsTimeout]).toEqual([null, null]);
      expect(pair.handshake().client.status).toBe('done');
      expect([pair.client.dtlsTimeout, pair.server.dtlsTimeout]).toEqual([null, null]);
      expect(pair.client.handleDtlsTimeout()).toEqual({ status: 'done', ret: 0, code: null, value: false });
    });
  });

  test('after a flight there is a second left at most, and before it is over nothing is done', async () => {
    await withDatagramPair({ library }, ({ client }) => {
      client.connect();
      expect(client.dtlsTimeout).toBeGreaterThan(0);
      expect(client.dtlsTimeout).toBeLessThanOrEqual(1000);
      client.drainDatagrams();
      expect(client.handleDtlsTimeout()).toMatchObject({ status: 'done', ret: 0, value: false });
      expect(client.datagramsToDrain).toBe(0);
    });
  });

  test('when it is over the flight is sent again, as it was', async () => {
    await withDatagramPair({ library, client: short }, async ({ client }) => {
      client.connect();
      const [first] = client.drainDatagrams();
      await timerIsOver(client);
      expect(client.dtlsTimeout).toBe(0);
      expect(client.handleDtlsTimeout()).toEqual({ status: 'done', ret: 1, code: 0, value: true });
      const [second, ...more] = client.drainDatagrams();
      expect(more).toEqual([]);
      // A record of its own: another sequence number (RFC 6347, 4.1). The message in it is the same.
      const recordHeader = 13;
      expect(second?.subarray(recordHeader)).toEqual(first?.subarray(recordHeader));
      expect(second?.subarray(0, recordHeader)).not.toEqual(first?.subarray(0, recordHeader));
    });
  });

  test('connect() sends it again too, when it finds no input and the time is over', async () => {
    await withDatagramPair({ library, client: short }, async ({ client }) => {
      client.connect();
      client.drainDatagrams();
      await timerIsOver(client);
      expect(client.connect()).toMatchObject({ status: 'want-read' });
      expect(client.datagramsToDrain).toBeGreaterThan(0);
    });
  });

  test('after twelve times without an answer OpenSSL gives up', async () => {
    await withDatagramPair({ library, client: short }, async ({ client }) => {
      client.connect();
      for (let again = 0; again < retransmissions; again += 1) {
        await timerIsOver(client);
        expect(client.handleDtlsTimeout()).toMatchObject({ status: 'done', value: true });
      }
      await timerIsOver(client);
      const error = errorOf(client.handleDtlsTimeout());
      expect(error).toMatchObject({ operation: 'DTLSv1_handle_timeout', ret: -1, code: 'ERR_SSL_PROTOCOL' });
      expect(reasons(error)).toEqual(['20:312']); // read timeout expired
      expect(client.connect()).toMatchObject({ status: 'failed', error });
    });
  });

  test('the callback hears what it said before, in milliseconds, and 0 for each new flight', async () => {
    const heard: number[] = [];
    const dtlsTimerCallback = (last: number, engine: SslEngine): number => {
      heard.push(last);
      expect(() => engine.connect()).toThrow(expect.objectContaining({ code: 'ERR_SSL_BUSY' }));
      return last === 0 ? 20.5 : last + 1;
    };
    await withDatagramPair({ library, client: { dtlsTimerCallback } }, async ({ client }) => {
      client.connect();
      for (let again = 0; again < 2; again += 1) {
        await timerIsOver(client);
        client.handleDtlsTimeout();
      }
      expect(heard.slice(0, 3)).toEqual([0, 20.5, 21.5]);
    });
  });

  test.each([[-1], [Number.NaN], [1_800_001], ['50'], [undefined], [Promise.resolve(50)]])('%p is no answer of it', async (value) => {
    await withDatagramPair({ library, client: { dtlsTimerCallback: () => value as number } }, ({ client }) => {
      expect(() => client.connect()).toThrow(
        expect.objectContaining({ name: 'MisuseError', message: expect.stringContaining('dtlsTimerCallback') }),
      );
    });
  });

  test('what the callback throws comes out of the operation, and OpenSSL has its own second', async () => {
    const thrown = new Error('of the callback');
    const dtlsTimerCallback = (): number => {
      throw thrown;
    };
    await withDatagramPair({ library, client: { dtlsTimerCallback } }, ({ client }) => {
      expect(() => client.connect()).toThrow(thrown);
      expect(client.dtlsTimeout).toBeGreaterThan(0);
      expect(client.datagramsToDrain).toBe(1);
    });
  });

  test("a lost last flight: the peer's retransmission is answered from within a read", async () => {
    await withDatagramPair({ library, client: short }, async (pair) => {
      let lost = 0;
      pair.toClient = (datagrams) => {
        const last = pair.server.connection.protocol !== null && lost === 0;
        if (last) lost += datagrams.length;
        return last ? [] : datagrams;
      };
      const { client, server } = pair.handshake();
      expect([client.status, server.status, lost > 0]).toEqual(['want-read', 'done', true]);
      await timerIsOver(pair.client);
      expect(pair.client.handleDtlsTimeout()).toMatchObject({ value: true });
      pair.shuttle();
      expect(readAll(pair.server)).toEqual([]); // it reads the client's flight once more, and sends its own again
      pair.shuttle();
      expect(pair.client.connect()).toMatchObject({ status: 'done' });
      pair.client.write(Buffer.from('hello'));
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['hello']);
    });
  });

  test('data that is lost starts no timer', async () => {
    await withConnectedDatagramPair({ library }, ({ client }) => {
      client.write(Buffer.from('lost'));
      client.drainDatagrams();
      expect(client.dtlsTimeout).toBeNull();
    });
  });
});
