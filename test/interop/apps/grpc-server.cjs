// An application in CommonJS: a gRPC server that asks for a certificate. input: {ca, key, cert}
const { Server, ServerCredentials } = require('@grpc/grpc-js');
const { service } = require('./grpc-service.cjs');
const { input, tell } = require('./tell.cjs');

const server = new Server();
server.addService(service, {
  echo: (call, done) => done(null, { said: call.request, client: call.getAuthContext().sslPeerCertificate?.subject.CN ?? null }),
  count(call) {
    for (let n = 0; n < call.request; n += 1) call.write(n);
    call.end();
  },
  sum(call, done) {
    let sum = 0;
    call.on('data', (n) => (sum += n)).on('end', () => done(null, sum));
  },
  talk: (call) => call.on('data', (value) => call.write(value)).on('end', () => call.end()),
});
const [ca, key, cert] = [input.ca, input.key, input.cert].map((text) => Buffer.from(text));
const credentials = ServerCredentials.createSsl(ca, [{ private_key: key, cert_chain: cert }], input.clientCertificate);
server.bindAsync('127.0.0.1:0', credentials, (error, port) => tell(error === null ? { port } : { error: error.message }));
