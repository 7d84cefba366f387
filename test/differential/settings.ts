// Owns: how the scripts of the differential test set up contexts and connections.
// Must not know: what is done with them (steps.ts), or who runs the scripts.

import fc from 'fast-check';

export type Side = 'c' | 's';
/** The lines of an operation or of several that belong together. */
export type Lines = readonly string[];

const versions = ['0', '0x301', '0x302', '0x303', '0x304', '0x305', '0x300', '0xfefd'] as const;
const cipherLists = [
  'ECDHE+AESGCM',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'AES256-SHA',
  'ALL:@SECLEVEL=0',
  'NULL',
  'nonsense',
] as const;
const suites = ['TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_CCM_8_SHA256', 'TLS_NONSENSE'] as const;
const groups = ['X25519', 'P-256', 'X25519:P-256', 'P-256:X25519', 'X448', 'X25519MLKEM768', 'nonsense'] as const;
const signatures = ['ed25519', 'RSA-PSS+SHA256', 'ed25519:RSA+SHA256', 'ECDSA+SHA256', 'nonsense'] as const;
// Never SSL_MODE_ASYNC.
const modes = ['1', '2', '3', '0x10', '0x13', '0x80'] as const;
// Every one that changes what a TLS connection does, and says the same or nothing in all releases.
const options = [
  '0x1',
  '0x2',
  '0x4',
  '0x10',
  '0x80',
  '0x100',
  '0x400',
  '0x80000',
  '0x200000',
  '0x400000',
  '0x8000000',
  '0x20000000',
  '0x40000000',
] as const;
const identities = ['server', 'client', 'rsa', 'other'] as const;

const line = (...words: readonly (string | number)[]): Lines => [words.join(' ')];
export const of = <T extends string | number>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** An operation of one side with one argument, which is one of these. */
export function call(side: Side, name: string, values: readonly (string | number)[]): fc.Arbitrary<Lines> {
  return of(values).map((value) => line(name, side, value));
}

export function weighted<T>(...choices: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[]): fc.Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

export const nothing: fc.Arbitrary<Lines> = fc.constant([]);
const flags = [0, 1] as const;

/** One setting of a context. */
function contextSetting(side: Side): fc.Arbitrary<Lines> {
  const set = (name: string, values: readonly (string | number)[]): fc.Arbitrary<Lines> => call(side, name, values);
  return fc.oneof(
    set('min', versions),
    set('max', versions),
    fc.constant([`level ${side} 0`, `min ${side} 0x301`, `max ${side} 0x302`, `ciphers ${side} ALL:@SECLEVEL=0`]),
    set('max', ['0x303']),
    fc.constant([`tickets12 ${side}`]),
    set('ciphers', cipherLists),
    set('suites', suites),
    set('groups', groups),
    set('sigalgs', signatures),
    set('mode', modes),
    set('clear_mode', ['4', '7']),
    set('options', options),
    set('verify', [0, 1, 3, 5, 7]),
    set('depth', [0, 1, 5]),
    set('trust', identities),
    set('client_ca', ['root', 'other']),
    set('cert', identities),
    set('key', identities),
    fc.constant([`check_key ${side}`]),
    set('alpn', ['good', 'other', 'bad']),
    set('session_id_context', [0, 5, 32, 33]),
    set('num_tickets', [0, 1, 3]),
    set('read_ahead', flags),
    set('quiet', flags),
    set('cache', [0, 1, 2, 3, 0x203, 0x101]),
    set('cache_size', [0, 1]),
    set('max_send_fragment', [511, 512, 4096, 16384, 16385]),
    set('split_send_fragment', [0, 512, 16384, 20000]),
    set('fragment_length', [0, 1, 4, 5]),
    set('padding', [0, 1, 100, 16384, 16385]),
    set('max_cert_list', [10, 100_000]),
    set('level', [0, 1, 2, 3, 5]),
    set('allow_post_handshake', flags),
    set('max_early', [0, 100, 16384]),
    fc.tuple(of([0, 1, 3, 7]), of([0, 1, 2])).map(([mode, answer]) => line('on_verify', side, mode, answer)),
    set('on_alpn', [0, 1, 2, 3]),
    set('on_name', [0, 1, 2, 3]),
    set('on_info', flags),
    set('on_message', flags),
    set('on_session', flags),
    set('on_key', flags),
    ...['get_min', 'get_max', 'get_mode', 'get_options', 'get_verify', 'get_level', 'get_num_tickets', 'ctx_up_ref', 'counts'].map((name) =>
      fc.constant(line(name, side)),
    ),
  );
}

/** One setting of a connection that has not begun. */
function connectionSetting(side: Side): fc.Arbitrary<Lines> {
  const set = (name: string, values: readonly (string | number)[]): fc.Arbitrary<Lines> => call(side, name, values);
  return fc.oneof(
    set('ssl_min', versions),
    set('ssl_max', versions),
    set('ssl_ciphers', cipherLists),
    set('ssl_suites', suites),
    set('ssl_groups', groups),
    set('ssl_mode', modes),
    set('ssl_options', options),
    set('ssl_verify', [0, 1, 3, 7]),
    set('ssl_quiet', flags),
    set('ssl_read_ahead', flags),
    set('ssl_num_tickets', [0, 1, 2]),
    set('ssl_cert', identities),
    set('ssl_key', identities),
    set('host', ['server', 'elsewhere', '127.0.0.1']),
    set('name', [1, 10, 255, 256]),
    ...['ssl_check_key', 'settings', 'up_ref', 'state', 'names'].map((name) => fc.constant(line(name, side))),
    set('cipher_list', [0, 3, 1000, -1]),
  );
}

const pairSizes = [0, 0, 0, 1, 100, 512, 2000, 17408, 65536] as const;

function transport(side: Side): fc.Arbitrary<Lines> {
  return weighted(
    [10, fc.constant(line('pair', side, 0, 0))],
    [5, fc.tuple(of(pairSizes), of(pairSizes)).map(([out, into]) => line('pair', side, out, into))],
    [8, fc.constant(line('memory', side))],
    [1, of(['no_bio', 'fd', 'memory']).map((name) => (name === 'fd' ? line('fd', side, -1) : line(name, side)))],
  );
}

function state(side: Side): fc.Arbitrary<Lines> {
  const right = side === 'c' ? 'connect_state' : 'accept_state';
  const wrong = side === 'c' ? 'accept_state' : 'connect_state';
  return weighted([30, fc.constant(line(right, side))], [1, fc.constant(line(wrong, side))], [1, nothing]);
}

/** A new connection on the side's context, with transport and state. */
export function connection(side: Side): fc.Arbitrary<Lines> {
  return fc
    .tuple(fc.array(connectionSetting(side), { maxLength: 2 }), transport(side), state(side))
    .map(([settings, wire, role]) => [`new ${side}`, ...settings.flat(), ...wire, ...role]);
}

export function context(side: Side): fc.Arbitrary<Lines> {
  const [right, wrong] = side === 'c' ? ['client', 'server'] : ['server', 'client'];
  const method = weighted([20, fc.constant(right)], [3, fc.constant('any')], [1, fc.constant(wrong)]);
  const withName = (name: string): Lines => [`cert ${side} ${name}`, `key ${side} ${name}`];
  const identity =
    side === 's'
      ? weighted(
          [20, fc.constant(withName('server'))],
          [4, fc.constant(withName('rsa'))],
          [1, fc.constant(withName('other'))],
          [1, nothing],
        )
      : weighted([10, nothing], [4, fc.constant(withName('client'))], [1, fc.constant(withName('other'))]);
  const verification =
    side === 's'
      ? weighted([10, nothing], [3, fc.constant(['verify s 3', 'trust s root'])])
      : weighted([10, fc.constant(['verify c 1', 'trust c root', 'trust c rsa'])], [6, nothing]);
  return fc
    .tuple(method, identity, verification, fc.array(contextSetting(side), { maxLength: 3 }))
    .map(([name, key, trust, settings]) => [`ctx ${side} ${name}`, ...key, ...trust, ...settings.flat()]);
}
