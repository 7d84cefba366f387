// Makes connections of the C layer, with callbacks that mention their own SSL, and never frees one; then says how many objects are left. Needs
// --expose-gc. Parameters: selector, count.

import { setImmediate as turn } from 'node:timers/promises';
import { OpenSSL } from '../../lib/index.ts';
import { native } from '../../lib/native/addon.ts';
import { makePair, shakeHands, some } from './pair.ts';

const [selector = 'node', count = '1'] = process.argv.slice(2);

async function main(): Promise<void> {
  const library = OpenSSL.load(selector);
  let most = 0;
  for (let index = 0; index < Number(count); index += 1) {
    forget(library);
    most = Math.max(most, native.cLiveObjects());
    if (index % 50 === 0) await turn(); // finalizers run between turns
  }
  for (let round = 0; round < 50 && native.cLiveObjects() > 0; round += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await turn();
  }
  process.stdout.write(JSON.stringify({ most, left: native.cLiveObjects() }));
}

function forget(library: OpenSSL): void {
  const pair = makePair(library);
  const { l, client } = pair;
  l.SSL_CTX_set_info_callback(client.ctx, () => l.SSL_get_SSL_CTX(client.ssl));
  l.SSL_set_ex_data(client.ssl, 0, pair);
  shakeHands(pair);
  const certificate = some(l.SSL_get_peer_certificate(client.ssl));
  l.SSL_set_app_data(client.ssl, { certificate, name: l.X509_get_subject_name(certificate) });
  l.BIO_push(some(l.BIO_new(some(l.BIO_f_buffer()))), some(l.BIO_new(some(l.BIO_s_mem()))));
  l.SSL_get1_session(client.ssl);
  l.X509_STORE_CTX_init(some(l.X509_STORE_CTX_new()), some(l.SSL_CTX_get_cert_store(client.ctx)), certificate, [certificate]);
  l.SSL_CTX_get0_param(client.ctx);
}

void main();
