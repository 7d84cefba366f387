// pg against PostgreSQL, which begins in plain text (SSLRequest) and goes over to TLS: what sslmode=verify-full of libpq means, in pg's words.

import { beforeAll, expect, test } from '@jest/globals';
import { runApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeWith } from './support/installed.ts';
import { describeEachMode } from './support/modes.ts';
import { postgresqlPrograms, startPostgresql } from './support/postgresql.ts';
import type { Running } from './support/program.ts';

describeWith(postgresqlPrograms, 'PostgreSQL', () => {
  const until = endedWithBlock();
  let certificates: Certificates;
  let server: Running;
  beforeAll(async () => {
    certificates = await makeCertificates();
    server = await until(startPostgresql(certificates));
  });

  describeEachMode('pg', (mode) => {
    const run = (ssl: unknown, more: object = {}, unconnected = false): Promise<object> =>
      runApp(mode, 'pg-client.mjs', { options: { port: server.port, database: 'template1', ssl, ...more }, rows: 2000 }, { unconnected });

    test('verifies authority and name, asks and is answered', async () => {
      const said = await run({ ca: certificates.ca });
      expect(said).toMatchObject({ ssl: true, version: 'TLSv1.3', client_dn: null, sum: 2_001_000, received: 2_000_000 });
    });

    test('over TLS 1.2, by name', async () => {
      const said = await run({ ca: certificates.ca, maxVersion: 'TLSv1.2' }, { host: 'localhost' });
      expect(said).toMatchObject({ ssl: true, version: 'TLSv1.2' });
    });

    test('sslmode=verify-full in a connection string reads the authority from a file', async () => {
      const connectionString = `postgres://client@localhost:${server.port}/template1?sslmode=verify-full&sslrootcert=${certificates.caFile}`;
      const said = await runApp(mode, 'pg-client.mjs', { options: { connectionString } });
      expect(said).toMatchObject({ ssl: true, sum: 55 });
    });

    test('is who its certificate says', async () => {
      const { ca, client } = certificates;
      const said = await run({ ca, cert: client.cert, key: client.key }, { database: 'postgres' });
      expect(said).toMatchObject({ client_dn: '/CN=client' });
    });

    test('is not let in as somebody else, nor without a certificate', async () => {
      const { ca, stranger } = certificates;
      expect(await run({ ca, cert: stranger.cert, key: stranger.key }, { database: 'postgres' })).toMatchObject({
        error: { code: '28000' },
      });
      expect(await run({ ca }, { database: 'postgres' })).toMatchObject({ error: { code: '28000' } });
    });

    test.each([
      ['another name', { servername: 'other.test' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      ['an authority that it does not know', { ca: [] }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ])('refuses %s', async (_, ssl, code) => {
      expect(await run({ ca: certificates.ca, ...ssl }, {}, true)).toMatchObject({ error: { code } });
    });

    test('is refused in plain text', async () => {
      expect(await run(false, {}, true)).toMatchObject({ error: { code: '28000' } });
    });
  });
});
