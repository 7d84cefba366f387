// node -r libssl/register: whatever way a program comes to tls, https and http2, it is on the chosen OpenSSL. Each program is a process.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Certificates, makeCertificates } from '../interop/support/certificates.ts';
import { libraries } from '../support/at-hand.ts';
import { library, type ProgramOptions, run, said } from './register-child.ts';

// Which of the functions are the package's.
const compare = `
  const own = { tls: require('libssl/tls'), https: require('libssl/https'), http2: require('libssl/http2') };
  console.log(JSON.stringify([
    tls.connect === own.tls.connect, tls.TLSSocket === own.tls.TLSSocket,
    https.createServer === own.https.createServer, http2.connect === own.http2.connect,
  ]));`;
const replaced = [true, true, true, true];
const withRequire = "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');";
const early = ['--require', 'libssl/register'];
const imported = ['--import', 'libssl/register'];

describe('the modules are replaced', () => {
  test.each([
    ['require', "const tls = require('tls'), https = require('https'), http2 = require('http2');", false],
    ['require of node:', "const tls = require('node:tls'), https = require('node:https'), http2 = require('node:http2');", false],
    ['import default', `import tls from 'tls'; import https from 'https'; import http2 from 'http2'; ${withRequire}`, true],
    [
      'import *',
      `import * as tls from 'node:tls'; import * as https from 'node:https'; import * as http2 from 'node:http2'; ${withRequire}`,
      true,
    ],
    [
      'import of names',
      `import { connect, TLSSocket } from 'node:tls'; import { createServer } from 'node:https'; import { connect as connect2 } from 'node:http2';
       ${withRequire} const tls = { connect, TLSSocket }, https = { createServer }, http2 = { connect: connect2 };`,
      true,
    ],
    [
      'import()',
      `${withRequire} const [tls, https, http2] = await Promise.all(['tls', 'https', 'http2'].map((name) => import('node:' + name)));`,
      true,
    ],
    ['createRequire', `${withRequire} const tls = require('tls'), https = require('https'), http2 = require('http2');`, true],
    [
      'process.getBuiltinModule',
      "const [tls, https, http2] = ['tls', 'https', 'http2'].map((name) => (process.getBuiltinModule ?? require)(name));",
      false,
    ],
  ])('for %s', async (_, program, module) => {
    for (const flags of [early, imported]) expect(await said(program + compare, { module, flags })).toEqual(replaced);
  });

  // Node runs what --import names in workers of a file or a URL, and not in those of a text.
  test('in worker threads', async () => {
    const asModule = `${withRequire} const tls = require('tls'), https = require('https'), http2 = require('http2'); ${compare}`;
    const program = `new (require('worker_threads').Worker)(new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(asModule)})));`;
    for (const flags of [early, imported]) expect(await said(program, { flags })).toEqual(replaced);
    const asText = `const tls = require('tls'), https = require('https'), http2 = require('http2'); ${compare}`;
    expect(await said(`new (require('worker_threads').Worker)(${JSON.stringify(asText)}, { eval: true });`)).toEqual(replaced);
  });

  test('in processes that it starts as a Node', async () => {
    const program = `
      const code = ${JSON.stringify(`const tls = require('tls'), https = require('https'), http2 = require('http2'); ${compare}`)};
      require('child_process').spawn(process.execPath, ['--eval', code], { stdio: 'inherit' });`;
    const environment = { NODE_OPTIONS: '--require libssl/register' };
    expect(await said(program, { flags: [], environment })).toEqual(replaced);
  });

  test('late too, for who asks the module each time or has imported the names', async () => {
    const program = `
      import { connect, TLSSocket } from 'node:tls';
      import https from 'node:https';
      import http2 from 'node:http2';
      import 'libssl/register';
      ${withRequire} const tls = { connect, TLSSocket }; ${compare}`;
    expect(await said(program, { flags: [], module: true })).toEqual(replaced);
  });

  test('but not in what has taken functions out before', async () => {
    const program = `
      const { connect } = require('tls');
      require('libssl/register');
      console.log(connect === require('libssl/tls').connect);`;
    expect(await said(program, { flags: [] })).toBe(false);
  });

  test('with what a program assigns', async () => {
    const program = `
      const tls = require('tls');
      tls.DEFAULT_MIN_VERSION = 'TLSv1.3';
      tls.DEFAULT_CIPHERS = 'TLS_AES_128_GCM_SHA256';
      const own = require('libssl/tls');
      console.log(JSON.stringify([own.DEFAULT_MIN_VERSION, tls.DEFAULT_MIN_VERSION, own.DEFAULT_CIPHERS]));`;
    expect(await said(program)).toEqual(['TLSv1.3', 'TLSv1.3', 'TLS_AES_128_GCM_SHA256']);
  });
});

describe('the process', () => {
  test('ends by itself where it has nothing to do', async () => {
    expect(await run('')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['--require', early],
    ['--import', imported],
  ])('ends at its start if the library cannot be loaded, and says what was tried: %s', async (_, flags) => {
    const { code, stdout, stderr } = await run("console.log('started')", {
      flags,
      environment: { LIBSSL_LIBRARY: '/nowhere/libssl.so.3' },
    });
    expect([code === 0, stdout]).toEqual([false, '']);
    expect(stderr).toContain('ERR_SSL_LIBRARY_LOAD');
    expect(stderr).toContain('/nowhere/libssl.so.3');
  });
});

describe('connections', () => {
  let certificates: Certificates;
  let options: ProgramOptions;
  beforeAll(async () => {
    certificates = await makeCertificates();
    const { certFile, keyFile } = certificates.server;
    options = { environment: { CERT: certFile, KEY: keyFile, NODE_EXTRA_CA_CERTS: certificates.caFile } };
  });

  // A server, of which `use` makes use; both ends say which OpenSSL they are on.
  const serving = (use: string): string => `
    const [tls, https, http2] = [require('tls'), require('https'), require('http2')];
    const { readFileSync } = require('fs');
    const credentials = { cert: readFileSync(process.env.CERT), key: readFileSync(process.env.KEY) };
    const libraryOf = (socket) => socket.ssl?.library?.version.text ?? null;
    const server = http2.createSecureServer({ ...credentials, allowHTTP1: true }, ({ socket }, response) => response.end(libraryOf(socket)));
    const text = async (stream) => { let all = ''; for await (const part of stream.setEncoding('utf8')) all += part; return all; };
    const tell = (...libraries) => { console.log(JSON.stringify(libraries)); process.exit(); };
    server.listen(0, 'localhost', async () => { const { port } = server.address(); const url = 'https://localhost:' + port; ${use} });`;
  const both = [library.library.version.text, library.library.version.text];

  const uses = [
    ['https.get', 'https.get(url, async (response) => tell(libraryOf(response.socket), await text(response)));'],
    [
      'https.get with agent: false',
      'https.get(url, { agent: false }, async (response) => tell(libraryOf(response.socket), await text(response)));',
    ],
    [
      'a subclass of https.Agent',
      `class Own extends https.Agent { createConnection(...given) { return super.createConnection(...given); } }
       https.get(url, { agent: new Own() }, async (response) => tell(libraryOf(response.socket), await text(response)));`,
    ],
    [
      'http2.connect',
      "const session = http2.connect(url); tell(...(await Promise.all([new Promise((done) => session.on('connect', (_, socket) => done(libraryOf(socket)))), text(session.request())])));",
    ],
    [
      'fetch',
      `const on = []; require('diagnostics_channel').subscribe('undici:client:connected', ({ socket }) => on.push(libraryOf(socket)));
       const said = await (await fetch(url)).text(); tell(...on, said);`,
    ],
    [
      'tls.connect',
      "const socket = tls.connect({ port, host: 'localhost' }); socket.write('GET / HTTP/1.0\\r\\n\\r\\n'); const said = await text(socket); tell(libraryOf(socket) ?? on, said.split('\\r\\n\\r\\n').at(-1));",
    ],
  ] as const;

  test.each(uses.slice(0, -1))('%s', async (_, use) => {
    expect(await said(serving(use), options)).toEqual(both);
  });

  test('tls.connect', async () => {
    const use = `const socket = tls.connect({ port, host: 'localhost' }, () => socket.write('GET / HTTP/1.0\\r\\n\\r\\n'));
      const on = await new Promise((done) => socket.on('secureConnect', () => done(libraryOf(socket))));
      tell(on, (await text(socket)).split('\\r\\n\\r\\n').at(-1));`;
    expect(await said(serving(use), options)).toEqual(both);
  });

  test.each(libraries.map(({ name, selector, library: { version } }) => [name, selector, version.text]))(
    'are on the library that LIBSSL_LIBRARY names: %s',
    async (_, selector, version) => {
      const environment = { ...options.environment, LIBSSL_LIBRARY: selector };
      expect(await said(serving(uses[0][1]), { environment })).toEqual([version, version]);
    },
  );

  test('are made by what inherits from the classes', async () => {
    const use = `
      const { inherits } = require('util');
      function OldServer(...given) { tls.Server.call(this, ...given); }
      inherits(OldServer, tls.Server);
      class Server extends tls.Server {}
      function OldHttps(...given) { https.Server.call(this, ...given); }
      inherits(OldHttps, https.Server);
      const found = [];
      for (const Made of [OldServer, Server, OldHttps]) {
        const made = new Made(credentials);
        await new Promise((done) => made.listen(0, 'localhost', done));
        const socket = tls.connect({ port: made.address().port, host: 'localhost' });
        const [accepted] = await Promise.all([
          new Promise((done) => made.on('secureConnection', done)), new Promise((done) => socket.on('secureConnect', done)),
        ]);
        found.push(made instanceof tls.Server, libraryOf(accepted) === libraryOf(socket), libraryOf(socket) !== null);
      }
      tell(...found);`;
    expect(await said(serving(use), options)).toEqual(Array.from({ length: 9 }, () => true));
  });

  test.each([
    ['twice', [...early, ...early, ...imported]],
    ['as two copies', [...early, '--require', './test/tls/register-again.cjs']],
  ])('work where the package is loaded %s', async (_, flags) => {
    for (const [, use] of uses.slice(0, -1)) expect(await said(serving(use), { ...options, flags })).toEqual(both);
  });

  test('that are unref’d hold nothing', async () => {
    const use = `
      server.unref();
      server.on('session', (one) => one.unref());
      const session = http2.connect(url);
      session.on('connect', () => { session.unref(); console.log(JSON.stringify('connected')); });`;
    expect(await said(serving(use), options)).toBe('connected');
  });

  test('resume their sessions in any worker of a cluster', async () => {
    const program = { file: 'tls/register-cluster.mjs' };
    expect(await said(program, options)).toEqual({ workers: 2, resumed: [false, true, true, true, true, true] });
  });
});
