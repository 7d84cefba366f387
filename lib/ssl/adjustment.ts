// Owns: the settings of a connection that may change while it lives, read into the form that the native side takes.
// Must not know: connections.

import { invalidArgument, OptionReader } from '../core/options.ts';
import { OP } from '../core/ssl-options.ts';
import { native } from '../native/addon.ts';
import type { NativeContext } from '../native/binding.ts';
import type { NativeAdjustment } from '../native/settings.ts';
import { nativeContext, type SslContext } from './context.ts';
import type { SslOption } from './context-settings.ts';
import { readFlags } from './flags.ts';
import { isSameHome } from './home.ts';
import { type ProtocolVersion, protocolNames, protocolNumbers } from './protocols.ts';

/** What can be changed; what is not given stays. In this order. */
export interface Adjustment {
  /**
   * The options, protocol versions, verify mode and verify parameters of another context in place of this connection's: what a choice by
   * name in a callback leaves as it was, SSL_set_SSL_CTX(3). SSL_CTX_get_verify_mode(3), X509_VERIFY_PARAM_set1(3)
   */
  readonly policyFrom?: SslContext;
  /** The options of another context in place of all that this connection has, SSL_CTX_get_options(3). */
  readonly optionsFrom?: SslContext;
  /** SSL_clear_options(3) */
  readonly clearOptions?: readonly SslOption[];
  /** SSL_set_options(3) */
  readonly options?: readonly SslOption[];
  /** SSL_set_min_proto_version(3) */
  readonly minProtocol?: ProtocolVersion;
  /** SSL_set_max_proto_version(3) */
  readonly maxProtocol?: ProtocolVersion;
  /** Ciphers up to TLS 1.2, SSL_set_cipher_list(3) */
  readonly cipherList?: string;
  /** Bytes of plaintext in one record, 512 to 16384, SSL_set_max_send_fragment(3) */
  readonly maxSendFragment?: number;
  /**
   * What another context would show, a client's or a server's, is shown in place of all that this connection had: SSL_certs_clear(3), then
   * SSL_use_cert_and_key(3) for each of its certificates. Whom the connection trusts stays.
   */
  readonly identity?: SslContext;
}

const names = [
  'policyFrom',
  'optionsFrom',
  'clearOptions',
  'options',
  'minProtocol',
  'maxProtocol',
  'cipherList',
  'maxSendFragment',
  'identity',
] as const satisfies readonly (keyof Adjustment)[];

type ContextOption = 'policyFrom' | 'optionsFrom';
type ParsedAdjustment = NativeAdjustment & Readonly<Record<ContextOption | 'identity', NativeContext | undefined>>;

/** Fails when: an option is unknown or of the wrong type (MisuseError), or newer than the library (NotSupportedError). */
export function parseAdjustment(value: unknown, own: SslContext): ParsedAdjustment {
  const { library, role, method } = own;
  const options = new OptionReader('settings', value, names);
  const protocol = (name: 'minProtocol' | 'maxProtocol'): number | undefined => {
    const version = options.oneOf<ProtocolVersion>(name, protocolNames[method]);
    return version && protocolNumbers[version];
  };
  const contextOf = (name: ContextOption): NativeContext | undefined => {
    const from = options.raw(name);
    if (from === undefined) return undefined;
    const context = nativeContext(from, options.path(name));
    if (isSameHome(from as SslContext, own) && (from as SslContext).role === role) return context;
    throw invalidArgument(options.path(name), `an SslContext of the same OpenSSL and library context with role '${role}'`, from);
  };
  return {
    policyFrom: contextOf('policyFrom'),
    optionsFrom: contextOf('optionsFrom'),
    clearOptions: readFlags(options, 'clearOptions', OP, library),
    options: readFlags(options, 'options', OP, library),
    minProtocol: protocol('minProtocol'),
    maxProtocol: protocol('maxProtocol'),
    cipherList: options.string('cipherList'),
    maxSendFragment: options.integer('maxSendFragment', 512, 16_384),
    identity: readIdentity(options, own),
  };
}

function readIdentity(options: OptionReader, own: SslContext): NativeContext | undefined {
  const from = options.raw('identity');
  if (from === undefined) return undefined;
  const path = options.path('identity');
  const context = nativeContext(from, path);
  if (isSameHome(from as SslContext, own) && native.contextHasIdentity(context)) return context;
  throw invalidArgument(path, 'an SslContext of the same OpenSSL and library context with a certificate and its key', from);
}
