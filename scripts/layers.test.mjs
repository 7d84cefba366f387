// @ts-check
// Plants a violation of every rule in a tree of its own and sees it found: a check that finds nothing must not pass for a clean tree.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { findingsIn } from './layers.mjs';

const clean = {
  'lib/index.ts': "export { one } from './ssl/one.ts';\nexport type { Plain } from './core/plain.ts';\n",
  'lib/cli/main.ts': "import { Command } from 'commander';\nimport { one } from '../index.ts';\nexport const c = [Command, one];\n",
  'lib/io/connect.ts': "import { connect } from 'node:net';\nimport { one } from '../ssl/one.ts';\nexport const c = [connect, one];\n",
  'lib/tls/connect.ts': "import { c } from '../io/connect.ts';\nexport const t = c;\n",
  'lib/c/functions.ts': "import { native } from '../native/addon.ts';\nexport const f = native;\n",
  'lib/ssl/one.ts':
    "import { plain } from '../core/plain.ts';\nimport { native } from '../native/addon.ts';\nexport const one = [plain, native];\n",
  'lib/native/addon.ts':
    "import load from 'node-gyp-build';\nimport { type Plain } from '../core/plain.ts';\nexport const native = load as Plain;\n",
  'lib/core/plain.ts': "import { SSL_ERROR } from './constants.ts';\nexport const plain = SSL_ERROR;\nexport type Plain = unknown;\n",
  'lib/core/constants.ts': `export const SSL_ERROR = 1;\n${'// generated\n'.repeat(400)}`,
  'src-native/addon.cc': '#include "wrap/engine.h"\n',
  'src-native/wrap/engine.h': '#include "napi/values.h"\n#include "ossl/engine.h"\n#include <napi.h>\n',
  'src-native/clayer/engine.h': '#include "napi/values.h"\n#include "ossl/engine.h"\n',
  'src-native/napi/values.h': '#include <napi.h>\n',
  'src-native/ossl/engine.h': '#include "library/api.h"\n#include <string>\n',
  'src-native/library/api.h': '#include "functions.inc"\n#include <string>\n',
};

/** What is planted, where, and what must be said of it. @type {[string, string, RegExp][]} */
const violations = [
  ['lib/index.ts', "import { native } from './native/addon.ts';", /index may not import native/],
  ['lib/cli/main.ts', "import { one } from '../ssl/one.ts';", /cli may not import ssl/],
  ['lib/io/connect.ts', "import type { native } from '../native/addon.ts';", /io may not import native/],
  ['lib/io/connect.ts', "import { t } from '../tls/connect.ts';", /io may not import tls/],
  ['lib/io/connect.ts', "import lodash from 'lodash';", /io may not import the package lodash/],
  ['lib/tls/connect.ts', "import { native } from '../native/addon.ts';", /tls may not import native/],
  ['lib/tls/connect.ts', "export * from '../c/functions.ts';", /tls may not import c /],
  ['lib/c/functions.ts', "import { c } from '../io/connect.ts';", /c may not import io/],
  ['lib/ssl/one.ts', "import { c } from '../io/connect.ts';", /ssl may not import io/],
  ['lib/ssl/one.ts', "export const later = () => import('../io/connect.ts');", /ssl may not import io/],
  ['lib/ssl/one.ts', "export const now = require('../io/connect.ts');", /ssl may not import io/],
  ['lib/ssl/one.ts', "export type Later = import('../io/connect.ts').c;", /ssl may not import io/],
  ['lib/ssl/one.ts', "export { c } from '../io/connect.ts';", /ssl may not import io/],
  ['lib/ssl/one.ts', "import { gone } from './gone.ts';", /does not exist/],
  ['lib/ssl/one.ts', "import package_ from '../../package.json';", /does not exist|outside of lib/],
  ['lib/native/addon.ts', "import { plain } from '../core/plain.ts';", /native may import types only from core/],
  ['lib/native/addon.ts', "import { one } from '../ssl/one.ts';", /native may not import ssl/],
  ['lib/core/plain.ts', "import { native } from '../native/addon.ts';", /core may not import native/],
  ['lib/core/plain.ts', "import { readFileSync } from 'node:fs';", /core is pure/],
  ['lib/other/file.ts', 'export {};', /the layer other is not in the table/],
  ['lib/io/long.ts', '\n'.repeat(300).concat('export {};'), /301 lines, more than 300/],
  ['src-native/ossl/long.cc', '//\n'.repeat(301), /301 lines, more than 300/],
  ['src-native/addon.cc', '#include "ossl/engine.h"', /addon may not include ossl/],
  ['src-native/wrap/engine.h', '#include "library/api.h"', /wrap may not include library/],
  ['src-native/wrap/engine.h', '#include "clayer/engine.h"', /wrap may not include clayer/],
  ['src-native/napi/values.h', '#include "ossl/engine.h"', /napi may not include ossl/],
  ['src-native/ossl/engine.h', '#include "napi/values.h"', /ossl may not include napi/],
  ['src-native/ossl/engine.h', '  #  include <napi.h>', /ossl may not include napi\.h/],
  ['src-native/ossl/engine.h', '#include "constants.inc"', /ossl may not include constants\.inc/],
  ['src-native/ossl/engine.h', '#include "engine.h"', /does not exist/],
  ['src-native/library/api.h', '#include <node_api.h>', /library may not include node_api\.h/],
  ['src-native/library/api.h', '#include "ossl/engine.h"', /library may not include ossl/],
  ['src-native/library/openssl_types.h', '#include <openssl/ssl.h>', /no file includes OpenSSL's headers/],
  ['src-native/other/file.h', '', /the layer other is not in the table/],
];

void describe('the layer check', () => {
  void it('finds nothing in a tree that keeps the rules', () => {
    assert.deepEqual(findingsWith({}), []);
  });

  for (const [file, planted, expected] of violations) {
    void it(`finds in ${file}: ${planted.trim().split('\n')[0] ?? ''} (${expected.source})`, () => {
      const before = clean[/** @type {keyof typeof clean} */ (file)] ?? '';
      const findings = findingsWith({ [file]: `${before}${planted}\n` });
      assert.equal(findings.length, 1, JSON.stringify(findings));
      assert.equal(findings[0]?.file, file);
      assert.match(findings[0]?.problem ?? '', expected);
    });
  }
});

/** @param {Record<string, string>} changed */
function findingsWith(changed) {
  const root = mkdtempSync(join(tmpdir(), 'libssl-layers-'));
  try {
    for (const [file, text] of Object.entries({ ...clean, ...changed })) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return findingsIn(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
