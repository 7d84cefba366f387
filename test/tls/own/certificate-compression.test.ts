// certificateCompression of libssl/tls on each OpenSSL: as node:tls has it, and without what is lost there.

import { once } from 'node:events';
import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { expect, jest, test } from '@jest/globals';
import { certificateCompressions } from '../../../lib/index.ts';
import { thrown } from '../side-by-side/support.ts';
import { eachLibrary, on, ownTls } from './support.ts';

eachLibrary('certificateCompression', (peers, library) => {
  const present = certificateCompressions(library);
  const options = (certificateCompression?: readonly string[]): TlsOptions & ConnectionOptions =>
    ({ ...on(library), ...(certificateCompression === undefined ? {} : { certificateCompression }) }) as object;
  test('what the library lacks is refused by name', () => {
    const absent = ['zlib', 'brotli', 'zstd'].filter((name) => !present.includes(name as 'zlib'));
    for (const name of absent) {
      const error = thrown(() => ownTls.createSecureContext(options([name])));
      expect(error).toMatchObject({ code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM' });
      expect(error?.message).toContain(library.version.text);
    }
    expect(absent.length + present.length).toBe(3);
  });

  test('null and [] are off, as nothing is', async () => {
    for (const off of [undefined, null as never, []]) {
      const { client } = await peers.pair(options(off), options(present));
      expect(client.authorized).toBe(true);
    }
  });

  if (present.length === 0) return;

  test('the certificate comes compressed where both sides want it, by each algorithm', async () => {
    const written: string[] = [];
    const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const comesCompressed = async (server: TlsOptions, client: ConnectionOptions): Promise<boolean> => {
      written.length = 0;
      await peers.pair(server, { ...client, enableTrace: true });
      return written.some((line) => line.includes('Received TLSv1.3 Handshake, CompressedCertificate'));
    };
    try {
      for (const name of present) {
        expect(await comesCompressed(options([name]), options([name]))).toBe(true);
        expect(await comesCompressed(options([name]), options())).toBe(false); // Node's default, and so this one's, is not to offer it
      }
    } finally {
      spy.mockRestore();
    }
  });

  test('a stapled response comes all the same: that certificate goes out as it is', async () => {
    const response = Buffer.from('30030a0103', 'hex'); // OCSPResponse ::= SEQUENCE { responseStatus tryLater(3) }
    const listener = await peers.listen(options(present));
    listener.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, response));
    const client = peers.connect(listener, { ...options(present), requestOCSP: true } as ConnectionOptions);
    const [heard] = (await once(client, 'OCSPResponse')) as [Buffer | null];
    expect(heard).toEqual(response);
  });
});
