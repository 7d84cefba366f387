// What makes docs/coverage.md: scripts/coverage.mjs, on headers and a project made for it, and against what real libraries export. That the
// page itself is up to date is for `npm run check:coverage`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Reached {
  readonly entry: { readonly name: string; readonly kind: string; readonly deprecated: string | null; readonly instead: string | null };
  readonly kind: 'typed' | 'c-layer' | 'planned' | 'not';
  readonly places: readonly string[];
  readonly through: readonly string[];
  readonly inside: string | null;
  readonly reason: string | null;
}

const script = join(__dirname, '..', '..', 'scripts', 'coverage.mjs');

const header = `
#ifndef OPENSSL_SSL_H
#define OPENSSL_SSL_H
typedef int (*SSL_verify_cb)(int preverify_ok, X509_STORE_CTX *x509_ctx);
#ifdef __cplusplus
int SSL_only_in_cplusplus(SSL *s);
#endif
#if 0
int SSL_never(SSL *s);
#endif
/* int SSL_commented_out(SSL *s); */
// int SSL_commented_too(SSL *s);
#define SSL_TXT_kDHE "kDHE"
#define SSL_OP_NO_TLSv1 SSL_OP_BIT(26)
#define SSL_CTX_set_mode(ctx, op) \\
    SSL_CTX_ctrl((ctx), SSL_CTRL_MODE, (op), NULL)
#define SSL_CTX_set_quiet_mode(ctx, op) SSL_CTX_ctrl((ctx), SSL_CTRL_MODE, (op), NULL)
#define SSL_set_silent(ssl, op) SSL_ctrl((ssl), SSL_CTRL_SILENT, (op), NULL)
#define SSL_set_unused(ssl, op) SSL_ctrl((ssl), SSL_CTRL_UNUSED, (op), NULL)
#define SSL_CTX_add0_chain_cert(ctx, x509) SSL_CTX_ctrl(ctx, SSL_CTRL_CHAIN_CERT, 0, (char *)(x509))
#define SSL_CTX_add1_chain_cert(ctx, x509) SSL_CTX_ctrl(ctx, SSL_CTRL_CHAIN_CERT, 1, (char *)(x509))
__owur int SSL_connect(SSL *ssl);
__owur long SSL_CTX_ctrl(SSL_CTX *ctx, int cmd,
    long larg,
    void *parg);
void (*SSL_CTX_sess_get_new_cb(SSL_CTX *ctx))(SSL *ssl,
    SSL_SESSION *sess);
static ossl_inline int SSL_is_inline(const SSL *s)
{
    return SSL_connect((SSL *)s);
}
int SSL_after_inline(SSL *s);
#define SSL_connects(s) (SSL_connect(s) == 1)
#define SSL_connects_twice(s) (SSL_connect(s) && SSL_after_inline(s))
#define SSL_old_name SSL_connect
#ifndef OPENSSL_NO_DEPRECATED_3_4
OSSL_DEPRECATEDIN_3_4_FOR("not safe, replace with SSL_get_time_ex()")
__owur long SSL_get_time(const SSL *s);
#endif
#ifndef OPENSSL_NO_DEPRECATED_1_1_0
#define SSL_library_init() OPENSSL_init_ssl(0, NULL)
#else
#define SSL_not_deprecated(s) SSL_get_nothing(s)
#endif
int SSL_documented_only(SSL *s);
int SSL_called_in_a_comment(SSL *s);
int SSL_called_without_a_word(SSL *s);
int SSL_only_a_row(SSL *s);
int SSL_for_nobody(SSL *s);
int SSL_of_the_c_layer(SSL *s);
int SSL_use_file(SSL *s, FILE *fp);
int SSL_srp_use_file(SSL *s);
#endif
`;

const project: Readonly<Record<string, string>> = {
  'deps/openssl/functions.inc': [
    'REQUIRED(ssl, "1.1.1", "", int, SSL_connect, (SSL *ssl))',
    'REQUIRED(ssl, "1.1.1", "", long, SSL_CTX_ctrl, (SSL_CTX *ctx, int cmd, long larg, void *parg))',
    'REQUIRED(ssl, "1.1.1", "", int, OPENSSL_init_ssl, (uint64_t opts, const OPENSSL_INIT_SETTINGS *settings))',
    'REQUIRED(ssl, "1.1.1", "", int, SSL_called_in_a_comment, (SSL *s))',
    'REQUIRED(ssl, "1.1.1", "", int, SSL_called_without_a_word, (SSL *s))',
    'REQUIRED(ssl, "1.1.1", "", int, SSL_only_a_row, (SSL *s))',
    'REQUIRED(ssl, "1.1.1", "", int, SSL_for_nobody, (SSL *s))',
  ].join('\n'),
  'src-native/engine.cc': `
    // SSL_called_in_a_comment
    const char* text = "SSL_called_in_a_comment"; /* SSL_called_in_a_comment */
    int connect() { return api.SSL_connect(ssl) + api.SSL_called_without_a_word(ssl) + api.SSL_for_nobody(ssl); }
    void silent() { failed("SSL_set_silent", "SSL_CTRL_SILENT"); }
    void load() { api.OPENSSL_init_ssl(0, nullptr); }
    void chain() { api.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, x); failed("SSL_CTX_add1_chain_cert"); }`,
  'lib/index.ts': "export type { Options, Info } from './ssl/context.ts';\nexport { Context, Engine, load } from './ssl/context.ts';\n",
  'lib/ssl/context.ts': `
/** The base. */
export interface BaseOptions {
  /** Flags, SSL_CTX_set_mode(3) */
  readonly modes?: number;
  /** SSL_set_unused(3), SSL_documented_only(3), SSL_called_in_a_comment(3), SSL_only_a_row(3) */
  readonly others?: number;
}

export interface Options extends BaseOptions {
  readonly more?: number;
}

/** @openssl SSL_for_nobody */
export interface Hidden {
  /** SSL_for_nobody(3) */
  readonly a: number;
}

export interface Info {
  readonly verify: {
    /** SSL_connect(3) */
    readonly result: number;
  };
}

export class Context {
  constructor(options: Options) {
    control(CONTROL.SSL_CTRL_MODE, options.modes);
  }
}

export abstract class Core {
  /** @openssl SSL_connect */
  connect(): void {}
}

export class Engine extends Core {
  /** As the other. @openssl SSL_connect */
  get connected(): boolean {
    return true;
  }
}

/**
 * Loads.
 *
 * @openssl OPENSSL_init_ssl
 */
export function load(): void {}
`,
  'lib/c/functions.ts': "// SSL_for_nobody: not offered\nexport const SSL_of_the_c_layer = row('SSL_of_the_c_layer');\n",
};

describe('on headers and a project made for it', () => {
  let found: ReadonlyMap<string, Reached>;
  beforeAll(() => {
    const folder = tempFolder('coverage');
    write(folder, 'include/openssl/ssl.h', header);
    for (const [name, text] of Object.entries(project)) write(join(folder, 'project'), name, text);
    found = run(join(folder, 'include'), join(folder, 'project'));
  });

  test('finds functions and macros, and no type, constant, comment or branch that C does not see', () => {
    expect([...found].map(([name, { entry }]) => [name, entry.kind])).toEqual([
      ['SSL_CTX_add0_chain_cert', 'macro'],
      ['SSL_CTX_add1_chain_cert', 'macro'],
      ['SSL_CTX_ctrl', 'function'],
      ['SSL_CTX_sess_get_new_cb', 'function'],
      ['SSL_CTX_set_mode', 'macro'],
      ['SSL_CTX_set_quiet_mode', 'macro'],
      ['SSL_after_inline', 'function'],
      ['SSL_called_in_a_comment', 'function'],
      ['SSL_called_without_a_word', 'function'],
      ['SSL_connect', 'function'],
      ['SSL_connects', 'macro'],
      ['SSL_connects_twice', 'macro'],
      ['SSL_documented_only', 'function'],
      ['SSL_for_nobody', 'function'],
      ['SSL_get_time', 'function'],
      ['SSL_is_inline', 'function'],
      ['SSL_library_init', 'macro'],
      ['SSL_not_deprecated', 'macro'],
      ['SSL_of_the_c_layer', 'function'],
      ['SSL_old_name', 'alias'],
      ['SSL_only_a_row', 'function'],
      ['SSL_set_silent', 'macro'],
      ['SSL_set_unused', 'macro'],
      ['SSL_srp_use_file', 'function'],
      ['SSL_use_file', 'function'],
    ]);
  });

  test.each([
    ['SSL_get_time', '3.4', 'SSL_get_time_ex'],
    ['SSL_library_init', '1.1.0', null],
    ['SSL_not_deprecated', null, null],
    ['SSL_connect', null, null],
  ])('%s is deprecated since %s', (name, deprecated, instead) => {
    expect(found.get(name)?.entry).toMatchObject({ deprecated, instead });
  });

  test.each([
    [
      'a function, in a class through its heir, in a getter and in a type',
      'SSL_connect',
      ['`Engine.connect()`', '`Engine.connected`', '`Info.verify.result`'],
      [],
    ],
    ['a macro, by its command, in an option that its class inherits', 'SSL_CTX_set_mode', ['`Context` option `modes`'], []],
    [
      'a macro that calls what is reached',
      'SSL_connects',
      ['`Engine.connect()`', '`Engine.connected`', '`Info.verify.result`'],
      ['SSL_connect'],
    ],
    ['a macro that calls a function of another family', 'SSL_library_init', ['`load()`'], ['OPENSSL_init_ssl']],
    ['another name of a function', 'SSL_old_name', ['`Engine.connect()`', '`Engine.connected`', '`Info.verify.result`'], ['SSL_connect']],
  ])('%s: that is reached (%s)', (_, name, places, through) => {
    expect(found.get(name)).toMatchObject({ kind: 'typed', places, through, inside: null });
  });

  test.each([
    ['neither called nor named', 'SSL_after_inline'],
    ['named, but not called', 'SSL_documented_only'],
    ['named, but called in comments and quotes only', 'SSL_called_in_a_comment'],
    ['named, but a row that nobody calls', 'SSL_only_a_row'],
    ['a macro that is named, but whose command nobody gives', 'SSL_set_unused'],
    ['a macro that an error names, but whose command nobody gives', 'SSL_set_silent'],
    ['a macro of a command that is given, which nobody names', 'SSL_CTX_set_quiet_mode'],
    ['the sister of a macro, by the same command', 'SSL_CTX_add0_chain_cert'],
    ['a macro one half of which is reached', 'SSL_connects_twice'],
  ])('%s: that is not called reached (%s)', (_, name) => {
    expect(found.get(name)).toMatchObject({ kind: 'planned', places: [], inside: null });
  });

  test.each([
    ['a function', 'SSL_called_without_a_word'],
    ['a function that only an internal type names', 'SSL_for_nobody'],
    ['a macro that an error names', 'SSL_CTX_add1_chain_cert'],
  ])('%s, called, and named by nothing public: that is used inside (%s)', (_, name) => {
    expect(found.get(name)).toMatchObject({ kind: 'planned', places: [], inside: 'src-native/engine.cc' });
  });

  test('what the C layer exports is there', () => {
    expect(found.get('SSL_of_the_c_layer')).toMatchObject({ kind: 'c-layer', places: [] });
  });

  test.each([
    ['by its declaration', 'SSL_use_file', /FILE/],
    ['by its name', 'SSL_srp_use_file', /SRP/],
  ])('what stays out has a reason, found %s', (_, name, reason) => {
    expect(found.get(name)?.kind).toBe('not');
    expect(found.get(name)?.reason).toMatch(reason);
  });
});

describe.each([['3.0'], ['3.5'], ['3.6'], ['4.0']])('on the headers of OpenSSL %s', (series) => {
  const include = join(cacheFolder, series, 'include');
  const exported = exportedBy(join(cacheFolder, series, 'lib', 'libssl.so'));
  if (exported === null || !existsSync(join(include, 'openssl', 'ssl.h'))) {
    test.skip(`node deps/openssl/get/cli.mjs ${series} brings it; nm reads it`, () => undefined);
    return;
  }

  test('finds every function that the library exports, and no other', () => {
    const declared = [...run(include)].filter(([, { entry }]) => entry.kind === 'function').map(([name]) => name);
    expect(declared.filter((name) => !leftOut.has(name))).toEqual(exported.filter((name) => !leftOut.has(name)));
  });
});

// An inline function, and one that only builds for OpenSSL's own tests export.
const leftOut: ReadonlySet<string> = new Set(['SSL_as_poll_descriptor', 'SSL_test_functions']);

function exportedBy(file: string): readonly string[] | null {
  const { status, stdout } = spawnSync('nm', ['-D', '--defined-only', file], { encoding: 'utf8' });
  if (status !== 0) return null;
  return [...new Set(stdout.match(/\bSSL_\w+/g))].toSorted();
}

function run(include: string, root?: string): ReadonlyMap<string, Reached> {
  const parameters = [script, '--json', '--include', include, ...(root === undefined ? [] : ['--project', root])];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return new Map((JSON.parse(stdout) as Reached[]).map((reached) => [reached.entry.name, reached]));
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
