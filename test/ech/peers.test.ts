// Encrypted Client Hello against OpenSSL's own programs, both ways: `openssl ech` makes the keys, `s_server` and `s_client` use them.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connectSync, EchRejectedError, EchStore } from '../../lib/index.ts';
import { describeEachWithEch, names, newStore } from '../support/ech.ts';
import { closeAll, closed, open, rejection, thrown } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { opensslPrograms, sServerCommand, Tool } from '../support/io-tools.ts';
import { certificateFile, certificatePem, identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const program = opensslPrograms.find(({ name }) => name === '4.0')?.program;
const run = program === undefined ? test.skip : test;

describeEachWithEch("ECH against OpenSSL's programs", (library) => {
  const file = join(tempFolder('ech-peers'), 'ech.pem');
  let peer: Peer;
  let port = 0;
  let store: EchStore;

  beforeAll(async () => {
    if (program === undefined) return;
    execFileSync(program, ['ech', '-out', file, '-public_name', names.outer], { stdio: 'ignore' });
    store = EchStore.fromPem({ file }, {}, library);
    peer = await Peer.start();
    port = await peer.run(sServerCommand(program, ['-ech_key', file], 'server'));
  });
  afterAll(() => peer?.stop());
  afterEach(closeAll);
  afterEach(stopServers);

  const base = () => ({ host: '127.0.0.1', port, library, ca: certificatePem('root'), serverName: names.inner, timeout: 10_000 });

  run('a key of the program is read, and written as the program wrote it', () => {
    expect(store.entries).toMatchObject([{ publicName: names.outer, hasPrivateKey: true }]);
    expect(store.toPem().replaceAll('\n', '')).toBe(readFileSync(file, 'latin1').replaceAll('\n', ''));
  });

  run('connect() and connectSync() to s_server', async () => {
    const ech = { configList: store.configListBase64 };
    const socket = await open({ ...base(), ech });
    expect(socket.connection).toMatchObject({ ech: { status: 'success' }, verify: { verified: true, peerName: names.inner } });
    await closed(socket.destroy()); // s_server serves one after the other
    for (const bio of ['pair', 'socket'] as const) {
      const blocking = connectSync({ ...base(), ech, bio });
      expect(blocking.connection.ech).toMatchObject({ status: 'success', innerName: names.inner, outerName: names.outer });
      blocking.close();
    }
  });

  run('s_server sends its list to a client with a stale one, who comes again with it', async () => {
    const stale = { configList: newStore(library).configList };
    const error = (await rejection(open({ ...base(), ech: stale }))) as EchRejectedError;
    expect(Buffer.from(error.retryConfigs ?? []).equals(store.configList)).toBe(true);
    const socket = await open({ ...base(), ech: { ...stale, retry: true } });
    expect(socket.connection?.ech?.status).toBe('success');
    await closed(socket.destroy());
    expect(thrown(() => connectSync({ ...base(), ech: stale }))).toBeInstanceOf(EchRejectedError);
    const blocking = connectSync({ ...base(), ech: { ...stale, retry: true } });
    expect(blocking.connection.ech?.status).toBe('success');
    blocking.close();
  });

  run('s_client to a server of this package', async () => {
    const own = newStore(library);
    const served = await serve(library, { ...identity('server'), echStore: own });
    const parameters = ['-connect', `127.0.0.1:${served.port}`, '-servername', names.inner, '-CAfile', certificateFile('root')];
    const tool = new Tool(program ?? '', ['s_client', ...parameters, '-ech_config_list', own.configListBase64]);
    await tool.says(/ECH: success/);
    const socket = await served.connection(0);
    expect(socket.connection?.ech).toMatchObject({ status: 'success', innerName: names.inner, outerName: names.outer });
    await tool.stop();
  });

  run('s_client with a stale list, and one that only pretends', async () => {
    const own = newStore(library);
    const served = await serve(library, { ...identity('server'), echStore: own });
    const parameters = ['s_client', '-connect', `127.0.0.1:${served.port}`, '-servername', names.inner, '-CAfile', certificateFile('root')];
    const stale = new Tool(program ?? '', [...parameters, '-ech_config_list', newStore(library).configListBase64]);
    expect(await stale.exited).not.toBe(0);
    expect(stale.output).toMatch(/ech required/i);
    expect((await served.failure(0)).error).toMatchObject({ alert: { name: 'ech_required' } });
    const pretending = new Tool(program ?? '', [...parameters, '-ech_grease']);
    expect((await served.connection(0)).connection?.ech?.status).toBe('grease');
    await pretending.stop();
  });
});
