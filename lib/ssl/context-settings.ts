// Owns: the settings of a context that are one number or one string, each with the C function that takes it.
// Must not know: certificates, trust, callbacks.

import { CONTROL, SESSION_CACHE } from '../core/constants.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import { MODE, OP } from '../core/ssl-options.ts';
import type { NativeControlSetting, NativeNumberSetting } from '../native/settings.ts';
import { readFlags } from './flags.ts';
import type { OpenSSL } from './openssl.ts';
import { type PemSource, readPem } from './pem.ts';
import { type Method, type ProtocolVersion, protocolNames, protocolNumbers } from './protocols.ts';

/** A flag of SSL_CTX_set_options(3), under its C name. */
export type SslOption = keyof typeof OP;
/** A flag of SSL_CTX_set_mode(3), under its C name. */
export type SslMode = keyof typeof MODE;
/** SSL_CTX_set_session_cache_mode(3). `external`: a server's sessions are in a store of the caller's only. */
export type SessionCacheMode = 'off' | 'client' | 'server' | 'both' | 'external';

/** Settings that are one number or one string. What is not given stays as OpenSSL, and its openssl.cnf, has it. */
export interface PlainSettings {
  /** SSL_CTX_set_min_proto_version(3): of the context's own family, TLS or DTLS. */
  readonly minProtocol?: ProtocolVersion;
  /** SSL_CTX_set_max_proto_version(3) */
  readonly maxProtocol?: ProtocolVersion;
  /** Key exchange groups, SSL_CTX_set1_groups_list(3): `'X25519MLKEM768:X25519'` */
  readonly groups?: string;
  /** What is accepted and, with an own certificate, used: SSL_CTX_set1_sigalgs_list(3), `'ECDSA+SHA256:RSA-PSS+SHA256'` */
  readonly signatureAlgorithms?: string;
  /** What a server asks of client certificates, SSL_CTX_set1_client_sigalgs_list(3) */
  readonly clientSignatureAlgorithms?: string;
  /** SSL_CTX_set_options(3) */
  readonly options?: readonly SslOption[];
  /** SSL_CTX_clear_options(3): switched off, where OpenSSL or openssl.cnf has them on. */
  readonly clearOptions?: readonly SslOption[];
  /** SSL_CTX_set_mode(3) */
  readonly modes?: readonly SslMode[];
  /** 0 to 5, SSL_CTX_set_security_level(3) */
  readonly securityLevel?: number;
  /** Bytes of plaintext in one record, 512 to 16384, SSL_CTX_set_max_send_fragment(3) */
  readonly maxSendFragment?: number;
  /** Bytes, at most `maxSendFragment`, SSL_CTX_set_split_send_fragment(3) */
  readonly splitSendFragment?: number;
  /** Asks the server for records of this many bytes at most (RFC 6066), SSL_CTX_set_tlsext_max_fragment_length(3) */
  readonly maxFragmentLength?: 512 | 1024 | 2048 | 4096;
  /** TLS 1.3 records are padded to a multiple of this many bytes, 0 to 16384, SSL_CTX_set_block_padding(3) */
  readonly blockPadding?: number;
  /** Reads more than one record from the transport at a time, SSL_CTX_set_read_ahead(3) */
  readonly readAhead?: boolean;
  /** Bytes of the buffer for it, SSL_CTX_set_default_read_buffer_len(3) */
  readonly readBufferLength?: number;
  /** Tickets that a TLS 1.3 server sends after a full handshake, SSL_CTX_set_num_tickets(3) */
  readonly numTickets?: number;
  /** Bytes of 0-RTT data that a server takes, SSL_CTX_set_max_early_data(3). Early data can be replayed by whoever saw it. */
  readonly maxEarlyData?: number;
  /** Bytes of it that a server reads or skips, whatever its tickets allow, SSL_CTX_set_recv_max_early_data(3); OpenSSL's own: 16384. */
  readonly recvMaxEarlyData?: number;
  /** A client is ready to be asked for its certificate after a TLS 1.3 handshake, SSL_CTX_set_post_handshake_auth(3) */
  readonly postHandshakeAuth?: boolean;
  /** Seconds that a session lives, SSL_CTX_set_timeout(3) */
  readonly sessionTimeout?: number;
  /** Whose sessions the context keeps, SSL_CTX_set_session_cache_mode(3) */
  readonly sessionCacheMode?: SessionCacheMode;
  /** 1 to 32 bytes that tell this server's sessions from another's, SSL_CTX_set_session_id_context(3) */
  readonly sessionIdContext?: string | Uint8Array;
  /** Client: asks the server for a status response, SSL_CTX_set_tlsext_status_type(3); see `statusCallback`. */
  readonly statusType?: 'ocsp';
  /**
   * Finite-field Diffie-Hellman of a server, up to TLS 1.2. `'auto'`: with parameters that OpenSSL chooses by the key's strength,
   * SSL_CTX_set_dh_auto(3); or PEM, as `openssl dhparam` writes it, SSL_CTX_set0_tmp_dh_pkey(3). The security level must allow their size.
   */
  readonly dhParameters?: 'auto' | PemSource;
  /** Sends no close_notify and waits for none, SSL_CTX_set_quiet_shutdown(3). The peer cannot tell the end from a truncation. */
  readonly quietShutdown?: boolean;
  /** Bytes of the peer's certificates together, SSL_CTX_set_max_cert_list(3); OpenSSL's own limit is 100 KiB. */
  readonly maxCertList?: number;
  /** How many sessions a server keeps, 0 for any number, SSL_CTX_sess_set_cache_size(3) */
  readonly sessionCacheSize?: number;
}

export const plainSettingNames: readonly (keyof PlainSettings)[] = [
  'minProtocol',
  'maxProtocol',
  'groups',
  'signatureAlgorithms',
  'clientSignatureAlgorithms',
  'options',
  'clearOptions',
  'modes',
  'securityLevel',
  'maxSendFragment',
  'splitSendFragment',
  'maxFragmentLength',
  'blockPadding',
  'readAhead',
  'readBufferLength',
  'numTickets',
  'maxEarlyData',
  'recvMaxEarlyData',
  'postHandshakeAuth',
  'sessionTimeout',
  'sessionCacheMode',
  'sessionIdContext',
  'dhParameters',
  'statusType',
  'quietShutdown',
  'maxCertList',
  'sessionCacheSize',
];

const sessionCacheNumbers: Readonly<Record<SessionCacheMode, number>> = {
  off: SESSION_CACHE.SSL_SESS_CACHE_OFF,
  client: SESSION_CACHE.SSL_SESS_CACHE_CLIENT,
  server: SESSION_CACHE.SSL_SESS_CACHE_SERVER,
  both: SESSION_CACHE.SSL_SESS_CACHE_CLIENT | SESSION_CACHE.SSL_SESS_CACHE_SERVER,
  external: SESSION_CACHE.SSL_SESS_CACHE_SERVER | SESSION_CACHE.SSL_SESS_CACHE_NO_INTERNAL,
};
// RFC 6066, 4: what stands for each length on the wire.
const fragmentLengths: readonly number[] = [512, 1024, 2048, 4096];

/** The calls of SSL_CTX_ctrl, under the names of the macros that C has for them. */
export function readControls(options: OptionReader, library: OpenSSL, method: Method): readonly NativeControlSetting[] {
  const controls: NativeControlSetting[] = [];
  const number = (setting: string, cFunction: string, command: number, value: number | undefined, answersOne = true): void => {
    if (value !== undefined) controls.push({ setting, function: cFunction, command, number: value, text: undefined, answersOne });
  };
  const text = (setting: string, cFunction: string, command: number): void => {
    const value = options.string(setting);
    if (value !== undefined) controls.push({ setting, function: cFunction, command, number: 0, text: value, answersOne: true });
  };
  const protocol = (setting: 'minProtocol' | 'maxProtocol'): number | undefined => {
    const name = options.oneOf(setting, protocolNames[method]);
    return name && protocolNumbers[name];
  };
  const cacheMode = options.oneOf('sessionCacheMode', Object.keys(sessionCacheNumbers) as SessionCacheMode[]);
  const answers = false; // the call gives back a value and cannot fail

  number('minProtocol', 'SSL_CTX_set_min_proto_version', CONTROL.SSL_CTRL_SET_MIN_PROTO_VERSION, protocol('minProtocol'));
  number('maxProtocol', 'SSL_CTX_set_max_proto_version', CONTROL.SSL_CTRL_SET_MAX_PROTO_VERSION, protocol('maxProtocol'));
  text('groups', 'SSL_CTX_set1_groups_list', CONTROL.SSL_CTRL_SET_GROUPS_LIST);
  text('signatureAlgorithms', 'SSL_CTX_set1_sigalgs_list', CONTROL.SSL_CTRL_SET_SIGALGS_LIST);
  text('clientSignatureAlgorithms', 'SSL_CTX_set1_client_sigalgs_list', CONTROL.SSL_CTRL_SET_CLIENT_SIGALGS_LIST);
  number('modes', 'SSL_CTX_set_mode', CONTROL.SSL_CTRL_MODE, readFlags(options, 'modes', MODE, library), answers);
  const fragment = options.integer('maxSendFragment', 512, 16_384);
  number('maxSendFragment', 'SSL_CTX_set_max_send_fragment', CONTROL.SSL_CTRL_SET_MAX_SEND_FRAGMENT, fragment);
  const split = options.integer('splitSendFragment', 512, 16_384);
  number('splitSendFragment', 'SSL_CTX_set_split_send_fragment', CONTROL.SSL_CTRL_SET_SPLIT_SEND_FRAGMENT, split);
  number('readAhead', 'SSL_CTX_set_read_ahead', CONTROL.SSL_CTRL_SET_READ_AHEAD, flagNumber(options.boolean('readAhead')), answers);
  const cache = cacheMode && sessionCacheNumbers[cacheMode];
  number('sessionCacheMode', 'SSL_CTX_set_session_cache_mode', CONTROL.SSL_CTRL_SET_SESS_CACHE_MODE, cache, answers);
  const certList = options.integer('maxCertList', 1, 2 ** 31 - 1);
  number('maxCertList', 'SSL_CTX_set_max_cert_list', CONTROL.SSL_CTRL_SET_MAX_CERT_LIST, certList, answers);
  const cacheSize = options.integer('sessionCacheSize', 0, 2 ** 31 - 1);
  number('sessionCacheSize', 'SSL_CTX_sess_set_cache_size', CONTROL.SSL_CTRL_SET_SESS_CACHE_SIZE, cacheSize, answers);
  const dhAuto = options.raw('dhParameters') === 'auto' ? 1 : undefined;
  number('dhParameters', 'SSL_CTX_set_dh_auto', CONTROL.SSL_CTRL_SET_DH_AUTO, dhAuto);
  const ocsp = options.oneOf('statusType', ['ocsp']) === undefined ? undefined : 1; // TLSEXT_STATUSTYPE_ocsp
  number('statusType', 'SSL_CTX_set_tlsext_status_type', CONTROL.SSL_CTRL_SET_TLSEXT_STATUS_REQ_TYPE, ocsp);
  return controls;
}

/** The settings that are a function with one number. */
export function readNumbers(options: OptionReader, library: OpenSSL): readonly NativeNumberSetting[] {
  const numbers: NativeNumberSetting[] = [];
  const add = (setting: string, cFunction: string, value: number | undefined): void => {
    if (value !== undefined) numbers.push({ setting, function: cFunction, value });
  };
  add('options', 'SSL_CTX_set_options', readFlags(options, 'options', OP, library));
  add('clearOptions', 'SSL_CTX_clear_options', readFlags(options, 'clearOptions', OP, library));
  add('securityLevel', 'SSL_CTX_set_security_level', options.integer('securityLevel', 0, 5));
  add('blockPadding', 'SSL_CTX_set_block_padding', options.integer('blockPadding', 0, 16_384));
  add('readBufferLength', 'SSL_CTX_set_default_read_buffer_len', options.integer('readBufferLength', 0, 16 * 1024 * 1024));
  add('numTickets', 'SSL_CTX_set_num_tickets', options.integer('numTickets', 0, 1000));
  add('maxEarlyData', 'SSL_CTX_set_max_early_data', options.integer('maxEarlyData', 0, 2 ** 32 - 1));
  add('recvMaxEarlyData', 'SSL_CTX_set_recv_max_early_data', options.integer('recvMaxEarlyData', 0, 2 ** 32 - 1));
  add('quietShutdown', 'SSL_CTX_set_quiet_shutdown', flagNumber(options.boolean('quietShutdown')));
  add('postHandshakeAuth', 'SSL_CTX_set_post_handshake_auth', flagNumber(options.boolean('postHandshakeAuth')));
  add('sessionTimeout', 'SSL_CTX_set_timeout', options.integer('sessionTimeout', 1, 2 ** 31 - 1));
  add('maxFragmentLength', 'SSL_CTX_set_tlsext_max_fragment_length', readFragmentLength(options));
  return numbers;
}

export function readSessionIdContext(options: OptionReader): Uint8Array | undefined {
  const given = options.raw('sessionIdContext');
  if (given === undefined) return undefined;
  const bytes = typeof given === 'string' ? Buffer.from(given) : given;
  if (bytes instanceof Uint8Array && bytes.length >= 1 && bytes.length <= 32) return bytes;
  throw invalidArgument(options.path('sessionIdContext'), 'a string or a Uint8Array of 1 to 32 bytes', given);
}

/** The PEM text of own parameters; undefined where OpenSSL chooses or none are given. */
export function readDhParameters(options: OptionReader): string | undefined {
  const given = options.raw('dhParameters');
  if (given === undefined || given === 'auto') return undefined;
  return readPem(options.path('dhParameters'), given, "'auto', or Diffie-Hellman parameters");
}

function flagNumber(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function readFragmentLength(options: OptionReader): number | undefined {
  const given = options.raw('maxFragmentLength');
  if (given === undefined) return undefined;
  const place = fragmentLengths.indexOf(given as number);
  if (place < 0) throw invalidArgument(options.path('maxFragmentLength'), `one of ${fragmentLengths.join(', ')}`, given);
  return place + 1;
}
