// An application: a query over one connection of pg. input: {options, rows}
import { Client } from 'pg';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const client = new Client({ host: '127.0.0.1', user: 'client', ...input.options });
  await client.connect();
  const ssl = await client.query('select ssl, version, client_dn from pg_stat_ssl where pid = pg_backend_pid()');
  const rows = await client.query(
    'select sum(n)::int as sum, sum(length(t))::int as length from (select n, $2 || n as t from generate_series(1, $1) n) s',
    [input.rows ?? 10, 'text '],
  );
  const many = await client.query('select repeat($1, 100) as t from generate_series(1, $2)', ['0123456789', input.rows ?? 10]);
  await client.end();
  return { ...ssl.rows[0], ...rows.rows[0], received: many.rows.map(({ t }) => t).join('').length };
});
