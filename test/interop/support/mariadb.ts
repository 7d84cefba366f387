// Owns: MariaDB with a user for TLS alone, and one who needs a certificate.
// Must not know: its clients.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { type Running, runTool, startProgram } from './program.ts';
import { Unprivileged } from './unprivileged.ts';

// Debian's mariadb-server-core has the tables' definitions here; the script that hands them to the server wants more packages.
const share = '/usr/share/mysql';
const users = [
  `create user 'anyone'@'%' identified by 'word' require ssl;`,
  `create user 'client'@'%' identified by 'word' require subject '/CN=client';`,
];

export async function startMariadb({ caFile, server }: Certificates): Promise<Running> {
  const user = new Unprivileged('mariadb');
  try {
    const data = user.makeFolder('data');
    const common = [
      '--no-defaults',
      `--datadir=${data}`,
      '--innodb-log-file-size=4M',
      '--innodb-buffer-pool-size=8M',
      `--lc-messages-dir=${share}`,
    ];
    const tables = ['mysql_system_tables.sql', 'mysql_system_tables_data.sql'].map((name) => readFileSync(join(share, name), 'utf8'));
    const sql = ['create database mysql;', 'use mysql;', ...tables, 'flush privileges;', ...users].join('\n');
    const { code, output } = await runTool(...user.command('mariadbd', [...common, '--bootstrap']), sql);
    if (code !== 0) throw new Error(output);
    const tls = [
      `--ssl-cert=${user.copy(server.certFile, 'server.pem')}`,
      `--ssl-key=${user.copy(server.keyFile, 'server.key.pem')}`,
      `--ssl-ca=${user.copy(caFile, 'root.pem')}`,
    ];
    const running = await startProgram((port) => {
      const place = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(user.folder, 'socket')}`, '--skip-name-resolve'];
      const [program, parameters] = user.command('mariadbd', [...common, ...place, ...tls]);
      return { program, parameters, ready: /ready for connections/ };
    });
    return user.removedAfter(running);
  } catch (error) {
    user.remove();
    throw error;
  }
}
