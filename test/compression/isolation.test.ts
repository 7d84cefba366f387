// libz, libbrotli and libzstd come with libcrypto, and Node exports functions of the same names: none of them may be bound to Node's.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { certificateCompressions } from '../../lib/index.ts';
import { bindingsAreTold, bindingsIn, writeBindingsTo } from '../support/bindings.ts';
import { jsonOf } from '../support/child.ts';
import { describeEachCompressing } from '../support/compression.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';

describeEachCompressing('the libraries that compress', (library, { name }) => {
  if (bindingsAreTold !== null || name === 'system' || name === 'node') {
    test.skip(bindingsAreTold ?? 'not of the cache', () => undefined);
    return;
  }

  test('are bound among themselves, and libcrypto to them, never to Node', async () => {
    const folder = tempFolder('compression', name);
    const parameters = [join(cacheFolder, name)];
    const environment = writeBindingsTo(folder);
    const seen = await jsonOf<readonly string[]>('compression/isolation-main.ts', { parameters, environment });
    expect(seen).toEqual(certificateCompressions(library));
    const compressors = /\/lib(z|brotli\w+|zstd)\.so/;
    const names = /^(_?Brotli|ZSTD_|inflate|deflate|crc32|adler32|compress|uncompress)/;
    const bindings = bindingsIn(folder).filter(({ from }) => compressors.test(from) || /\/libcrypto\.so/.test(from));
    const ofCompressors = bindings.filter(({ symbol }) => names.test(symbol));
    expect(ofCompressors.filter(({ from }) => from.includes('libcrypto')).length).toBeGreaterThan(5);
    expect(ofCompressors.filter(({ to }) => !compressors.test(to))).toEqual([]);
    expect(bindings.filter(({ from, to }) => compressors.test(from) && to === process.execPath)).toEqual([]);
  });
});
