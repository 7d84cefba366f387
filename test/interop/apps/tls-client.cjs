// An application in CommonJS: says numbered lines, and reads until as much has come back, or the end. input: {options, lines}
const { connect } = require('node:tls');
const { input, tellOutcome } = require('./tell.cjs');

const text = Array.from({ length: input.lines }, (_, index) => `line ${index}\n`).join('');

void tellOutcome(
  () =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', ...input.options }, () => {
        const { authorized, alpnProtocol, servername } = socket;
        const said = { authorized, alpnProtocol, servername, protocol: socket.getProtocol(), cipher: socket.getCipher().name };
        let received = '';
        socket.setEncoding('latin1').on('data', (more) => {
          received += more;
          if (received.length >= text.length) socket.end();
        });
        socket.on('close', () => resolve({ ...said, length: received.length, same: received === text, received: received.slice(0, 200) }));
        socket.write(text);
      });
      socket.on('error', reject);
    }),
);
