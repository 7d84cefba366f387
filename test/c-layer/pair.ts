// Owns: a client and a server of the C layer that talk over a BIO pair, as the tests here need them.

import * as c from '../../lib/c/index.ts';
import type { OpenSSL } from '../../lib/index.ts';
import { certificateFile, keyFile } from '../support/pki.ts';

export interface Side {
  readonly ctx: c.SSL_CTX;
  readonly ssl: c.SSL;
  readonly bio: c.BIO;
}

export interface Pair {
  readonly l: c.CLayer;
  readonly client: Side;
  readonly server: Side;
}

export function some<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('OpenSSL gave nothing');
  return value;
}

/** `configure` gets the two contexts before the connections are made of them. */
export function makePair(library: OpenSSL, configure: (client: c.SSL_CTX, server: c.SSL_CTX) => void = () => undefined): Pair {
  const l = c.with(library);
  const clientCtx = some(l.SSL_CTX_new(some(l.TLS_client_method())));
  const serverCtx = some(l.SSL_CTX_new(some(l.TLS_server_method())));
  l.SSL_CTX_use_certificate_chain_file(serverCtx, certificateFile('serverEc'));
  l.SSL_CTX_use_PrivateKey_file(serverCtx, keyFile('serverEc'), c.SSL_FILETYPE_PEM);
  configure(clientCtx, serverCtx);
  const one = c.out<c.BIO | null>();
  const other = c.out<c.BIO | null>();
  l.BIO_new_bio_pair(one, 0, other, 0);
  const client = side(l, clientCtx, some(one.value));
  const server = side(l, serverCtx, some(other.value));
  l.SSL_set_connect_state(client.ssl);
  l.SSL_set_accept_state(server.ssl);
  return { l, client, server };
}

function side(l: c.CLayer, ctx: c.SSL_CTX, bio: c.BIO): Side {
  const ssl = some(l.SSL_new(ctx));
  l.SSL_set_bio(ssl, bio, bio);
  return { ctx, ssl, bio };
}

/** Both go on in turns until both are done or one fails: what SSL_do_handshake and SSL_get_error said last, of client and server. */
export function shakeHands({ l, client, server }: Pair): readonly (readonly [ret: number, code: number])[] {
  let last: (readonly [number, number])[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    last = [client, server].map(({ ssl }) => {
      l.ERR_clear_error();
      const ret = l.SSL_do_handshake(ssl);
      return [ret, l.SSL_get_error(ssl, ret)] as const;
    });
    if (last.every(([ret]) => ret === 1) || last.some(([, code]) => code === c.SSL_ERROR_SSL)) return last;
  }
  return last;
}

export function freePair({ l, client, server }: Pair): void {
  for (const { ssl, ctx } of [client, server]) {
    l.SSL_free(ssl);
    l.SSL_CTX_free(ctx);
  }
}

/** What a refused call throws. */
export function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
