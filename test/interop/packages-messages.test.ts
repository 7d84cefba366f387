// npm's packages for mail, messages and calls, unmodified, as client and as server: nodemailer and smtp-server (TLS from the start, and
// STARTTLS, RFC 3207), mqtt and aedes, @grpc/grpc-js.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { runApp, type Serving, serveApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeEachMode } from './support/modes.ts';

const whole = endedWithBlock();
let certificates: Certificates;
beforeAll(async () => {
  certificates = await makeCertificates();
});

describeEachMode('nodemailer to smtp-server', (mode) => {
  interface Ports {
    readonly port: number;
    readonly startTls: number;
  }
  let server: Serving<Ports>;
  beforeAll(async () => {
    const { cert, key } = certificates.server;
    server = await whole(serveApp<Ports>(mode, 'smtp-server.mjs', { tls: { cert, key } }));
  });
  const send = (options: object, unconnected = false): Promise<object> =>
    runApp(mode, 'nodemailer-client.mjs', { options }, { unconnected });

  test('TLS from the start', async () => {
    const options = { port: server.said.port, secure: true, tls: { ca: certificates.ca } };
    expect(await send(options)).toEqual({ accepted: ['b@localhost'] });
    expect(await server.says()).toMatchObject({ encrypted: true, user: 'somebody', subject: 'hello' });
  });

  test.each(['TLSv1.2', 'TLSv1.3'])('STARTTLS, %s', async (version) => {
    const options = {
      port: server.said.startTls,
      requireTLS: true,
      tls: { ca: certificates.ca, minVersion: version, maxVersion: version },
    };
    expect(await send(options)).toEqual({ accepted: ['b@localhost'] });
    expect(await server.says()).toMatchObject({ encrypted: true, user: 'somebody', subject: 'hello' });
  });

  test('does not hand a mail to one whose authority it does not know', async () => {
    const options = { port: server.said.startTls, requireTLS: true };
    expect(await send(options, true)).toMatchObject({
      error: { code: 'ESOCKET', message: expect.stringMatching(/local issuer certificate/) },
    });
  });
});

describeEachMode('mqtt to aedes', (mode) => {
  interface Ports {
    readonly port: number;
    readonly webSocket: number;
  }
  let broker: Serving<Ports>;
  beforeAll(async () => {
    const { ca, server } = certificates;
    const options = { cert: server.cert, key: server.key, ca, requestCert: true, rejectUnauthorized: true };
    broker = await whole(serveApp<Ports>(mode, 'mqtt-broker.mjs', { options }));
  });

  test.each([
    ['mqtts', 'port'],
    ['wss', 'webSocket'],
  ] as const)('%s: is told what it publishes; with a client certificate', async (scheme, which) => {
    const { ca, client } = certificates;
    const input = { url: `${scheme}://localhost:${broker.said[which]}`, options: { ca, cert: client.cert, key: client.key } };
    expect(await runApp(mode, 'mqtt-client.mjs', input)).toEqual({ topic: 'topic', length: 1_000_000 });
  });

  test('refuses another authority', async () => {
    const input = { url: `mqtts://localhost:${broker.port}`, options: {} };
    const said = await runApp(mode, 'mqtt-client.mjs', input, { unconnected: true });
    expect(said).toMatchObject({ error: { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' } });
  });
});

describeEachMode('@grpc/grpc-js', (mode) => {
  const serve = (clientCertificate: boolean): Promise<Serving> => {
    const { ca, server } = certificates;
    return whole(serveApp(mode, 'grpc-server.cjs', { ca, key: server.key, cert: server.cert, clientCertificate }));
  };
  const call = (port: number, credentials: object, unconnected = false): Promise<object> =>
    runApp(mode, 'grpc-client.cjs', { address: `localhost:${port}`, ...credentials }, { unconnected });
  const talked = { length: 1_000_000, counted: 1000, sum: 5050, talked: ['one', 'two', 'three'] };

  describe('without a client certificate', () => {
    let server: Serving;
    beforeAll(async () => {
      server = await serve(false);
    });

    test('one answer, many answers, many questions, and both', async () => {
      expect(await call(server.port, { ca: certificates.ca })).toEqual({ ...talked, client: null });
    });

    test('does not call one whose authority it does not know', async () => {
      expect(await call(server.port, {}, true)).toMatchObject({
        error: { code: 14, message: expect.stringMatching(/local issuer certificate/) },
      });
    });
  });

  test('with a client certificate', async () => {
    const { ca, client } = certificates;
    const { port } = await serve(true);
    expect(await call(port, { ca, cert: client.cert, key: client.key })).toEqual({ ...talked, client: 'client' });
  });
});
