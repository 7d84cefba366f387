// An application in CommonJS: calls of each kind over gRPC. input: {address, ca, key, cert}
const { credentials, makeGenericClientConstructor } = require('@grpc/grpc-js');
const { service } = require('./grpc-service.cjs');
const { input, tellOutcome } = require('./tell.cjs');

const bytes = (text) => (text === undefined ? null : Buffer.from(text));
const Client = makeGenericClientConstructor(service, 'Service');

void tellOutcome(async () => {
  const client = new Client(input.address, credentials.createSsl(bytes(input.ca), bytes(input.key), bytes(input.cert)));
  const answer = (start) => new Promise((resolve, reject) => start((error, value) => (error === null ? resolve(value) : reject(error))));
  try {
    const echo = await answer((done) => client.echo('x'.repeat(1_000_000), done));
    const counted = await client.count(1000).toArray();
    const sum = await answer((done) => {
      const call = client.sum(done);
      for (let n = 1; n <= 100; n += 1) call.write(n);
      call.end();
    });
    const talk = client.talk();
    for (const word of ['one', 'two', 'three']) talk.write(word);
    talk.end();
    return { length: echo.said.length, client: echo.client, counted: counted.length, sum, talked: await talk.toArray() };
  } finally {
    client.close();
  }
});
