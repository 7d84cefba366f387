// An application: smtp-server, once with implicit TLS and once with STARTTLS; says what mail came. input: {tls}
import { SMTPServer } from 'smtp-server';
import { input, tell } from './tell.cjs';

const start = (secure) => {
  const server = new SMTPServer({
    ...input.tls,
    secure,
    onAuth: ({ username }, _, done) => done(null, { user: username }),
    async onData(stream, { secure: encrypted, user, tlsOptions, clientHostname }, done) {
      const mail = (await stream.toArray()).join('');
      tell({
        encrypted,
        user,
        cipher: tlsOptions?.name,
        named: clientHostname !== undefined,
        length: mail.length,
        subject: /^Subject: (.*)\r$/m.exec(mail)?.[1],
      });
      done();
    },
  });
  server.on('error', (error) => tell({ error: error.code }));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.server.address().port)));
};

const port = await start(true);
tell({ port, startTls: await start(false) });
