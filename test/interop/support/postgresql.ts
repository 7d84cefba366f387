// Owns: PostgreSQL with ssl=on and no way in without: the database `template1` for every client, `postgres` for the user that its certificate
// names.
// Must not know: its clients.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { type Running, runTool, startProgram } from './program.ts';
import { Unprivileged } from './unprivileged.ts';

export const postgresqlPrograms = ['initdb', 'postgres'] as const;

export async function startPostgresql({ caFile, server }: Certificates): Promise<Running> {
  const user = new Unprivileged('postgresql');
  try {
    const data = join(user.folder, 'data');
    const options = ['--username=client', '--auth=trust', '--no-sync', '--no-instructions', '--encoding=UTF8', '--locale=C'];
    const { code, output } = await runTool(...user.command('initdb', ['-D', data, ...options]));
    if (code !== 0) throw new Error(output);
    writeFileSync(join(data, 'pg_hba.conf'), 'hostssl template1 all 127.0.0.1/32 trust\nhostssl postgres all 127.0.0.1/32 cert\n');
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      ssl: 'on',
      ssl_cert_file: user.copy(server.certFile, 'server.pem'),
      ssl_key_file: user.copy(server.keyFile, 'server.key.pem'),
      ssl_ca_file: user.copy(caFile, 'root.pem'),
    };
    const running = await startProgram((port) => {
      const all = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const [program, parameters] = user.command('postgres', ['-D', data, ...all]);
      return { program, parameters, ready: /ready to accept connections/, end: 'SIGINT' };
    });
    return user.removedAfter(running);
  } catch (error) {
    user.remove();
    throw error;
  }
}
