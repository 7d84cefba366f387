// An application: asks with one of the packages for HTTP: an object, and the length of one that it sends. fetch() has no option for an
// authority: NODE_EXTRA_CA_CERTS. input: {package, url, ca}
import { input, tellOutcome } from './tell.cjs';

const { url, ca } = input;
const body = { text: 'x'.repeat(1_000_000) };

const packages = {
  async axios() {
    const { Agent } = await import('node:https');
    const { default: axios } = await import('axios');
    const httpsAgent = new Agent({ ca });
    const { data } = await axios.get(`${url}/`, { httpsAgent });
    return { ...data, ...(await axios.post(`${url}/length`, body, { httpsAgent })).data };
  },
  got: () => askGot(false),
  'got over HTTP/2': () => askGot(true),
  undici: () => askUndici({ connect: { ca } }),
  'undici over HTTP/2': () => askUndici({ allowH2: true, connect: { ca } }),
  'undici with libssl/undici': async () => askUndici({ connect: await connectorWith({ ca }) }),
  'undici with libssl/undici over HTTP/2': async () =>
    askUndici({ allowH2: true, connect: await connectorWith({ ca, ALPNProtocols: ['h2', 'http/1.1'] }) }),
  fetch: () => askFetch(fetch),
  async 'fetch of undici with libssl/undici'() {
    const { Agent, fetch: undiciFetch } = await import('undici');
    return await askFetch(undiciFetch, { dispatcher: new Agent({ connect: await connectorWith({ ca }) }) });
  },
};

async function askFetch(ask, options = {}) {
  const said = await (await ask(`${url}/`, options)).json();
  const headers = { 'content-type': 'application/json' };
  const posted = await ask(`${url}/length`, { ...options, method: 'POST', headers, body: JSON.stringify(body) });
  return { ...said, ...(await posted.json()) };
}

async function connectorWith(options) {
  const { connector } = await import('libssl/undici');
  return connector(options);
}

async function askGot(http2) {
  const { got } = await import('got');
  const one = got.extend({ http2, https: { certificateAuthority: ca }, retry: { limit: 0 } });
  return { ...(await one.get(`${url}/`).json()), ...(await one.post(`${url}/length`, { json: body }).json()) };
}

async function askUndici(options) {
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent(options);
  const said = await (await request(`${url}/`, { dispatcher })).body.json();
  const headers = { 'content-type': 'application/json' };
  const posted = await request(`${url}/length`, { dispatcher, method: 'POST', headers, body: JSON.stringify(body) });
  const all = { ...said, ...(await posted.body.json()) };
  await dispatcher.close();
  return all;
}

await tellOutcome(packages[input.package]);
// Some keep their connections for later.
process.exit();
