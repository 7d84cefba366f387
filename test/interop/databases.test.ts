// ioredis against Redis with TLS, mysql2 against MariaDB (which begins in plain text and goes over to TLS).

import { beforeAll, expect, test } from '@jest/globals';
import { runApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeWith } from './support/installed.ts';
import { startMariadb } from './support/mariadb.ts';
import { describeEachMode } from './support/modes.ts';
import type { Running } from './support/program.ts';
import { startRedis } from './support/redis.ts';

const until = endedWithBlock();
let certificates: Certificates;
beforeAll(async () => {
  certificates = await makeCertificates();
});

describeWith(['redis-server'], 'Redis', () => {
  let open: Running;
  let closed: Running;
  beforeAll(async () => {
    open = await until(startRedis(certificates, 'optional'));
    closed = await until(startRedis(certificates, 'yes'));
  });

  describeEachMode('ioredis', (mode) => {
    const run = ({ port }: Running, tls: object, unconnected = false): Promise<object> =>
      runApp(mode, 'ioredis-client.mjs', { options: { port, tls: { ca: certificates.ca, ...tls } }, bytes: 1_000_000 }, { unconnected });

    test('writes and reads 1 MB, verified', async () => {
      expect(await run(open, {})).toMatchObject({ same: true });
    });

    test('shows its certificate to one that wants it', async () => {
      const { cert, key } = certificates.client;
      expect(await run(closed, { cert, key })).toMatchObject({ same: true });
    });

    test('refuses another name', async () => {
      expect(await run(open, { servername: 'other.test' }, true)).toMatchObject({ error: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } });
    });
  });
});

describeWith(['mariadbd'], 'MariaDB', () => {
  let mariadb: Running;
  beforeAll(async () => {
    mariadb = await until(startMariadb(certificates));
  });

  describeEachMode('mysql2', (mode) => {
    const run = (ssl: object, more: object = {}, unconnected = false): Promise<object> => {
      const options = { port: mariadb.port, host: 'localhost', user: 'anyone', ssl: { ca: certificates.ca, ...ssl }, ...more };
      return runApp(mode, 'mysql2-client.mjs', { options, bytes: 300_000 }, { unconnected });
    };

    test.each(['TLSv1.2', 'TLSv1.3'])('%s: asks and is answered, verified', async (version) => {
      expect(await run({ verifyIdentity: true, minVersion: version, maxVersion: version })).toEqual({ version, length: 300_000 });
    });

    test('is who its certificate says, and not let in without', async () => {
      const { cert, key } = certificates.client;
      expect(await run({ cert, key }, { user: 'client' })).toMatchObject({ length: 300_000 });
      expect(await run({}, { user: 'client' })).toMatchObject({ error: { code: 'ER_ACCESS_DENIED_ERROR' } });
    });

    test('refuses an authority that it does not know, and another name', async () => {
      const refused = (message: RegExp): object => ({ error: { code: 'HANDSHAKE_SSL_ERROR', message: expect.stringMatching(message) } });
      expect(await run({ ca: [] }, {}, true)).toMatchObject(refused(/local issuer certificate/));
      expect(await run({ verifyIdentity: true }, { host: 'other.test' }, true)).toMatchObject(refused(/altnames.*other\.test/));
    });
  });
});
