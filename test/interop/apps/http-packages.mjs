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
  undici: () => askUndici(false),
  'undici over HTTP/2': () => askUndici(true),
  async fetch() {
    const said = await (await fetch(`${url}/`)).json();
    const headers = { 'content-type': 'application/json' };
    return { ...said, ...(await (await fetch(`${url}/length`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) };
  },
};

async function askGot(http2) {
  const { got } = await import('got');
  const one = got.extend({ http2, https: { certificateAuthority: ca }, retry: { limit: 0 } });
  return { ...(await one.get(`${url}/`).json()), ...(await one.post(`${url}/length`, { json: body }).json()) };
}

async function askUndici(allowH2) {
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent({ allowH2, connect: { ca } });
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
