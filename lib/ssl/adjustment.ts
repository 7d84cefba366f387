// Owns: the settings of a connection that may change while it lives, read into the form that the native side takes.
// Must not know: connections.

import { invalidArgument, OptionReader } from '../core/options.ts';
import { OP } from '../core/ssl-options.ts';
import type { NativeContext } from '../native/binding.ts';
import type { NativeAdjustment } from '../native/settings.ts';
import { nativeContext, type SslContext } from './context.ts';
import type { SslOption } from './context-settings.ts';
import { readFlags } from './flags.ts';
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
}

const names = [
  'policyFrom',
  'optionsFrom',
  'clearOptions',
  'options',
  'minProtocol',
  'maxProtocol',
  'cipherList',
] as const satisfies readonly (keyof Adjustment)[];

type ContextOption = 'policyFrom' | 'optionsFrom';
type ParsedAdjustment = NativeAdjustment & Readonly<Record<ContextOption, NativeContext | undefined>>;

/** Fails when: an option is unknown or of the wrong type (MisuseError), or newer than the library (NotSupportedError). */
export function parseAdjustment(value: unknown, { library, role, method }: SslContext): ParsedAdjustment {
  const options = new OptionReader('settings', value, names);
  const protocol = (name: 'minProtocol' | 'maxProtocol'): number | undefined => {
    const version = options.oneOf<ProtocolVersion>(name, protocolNames[method]);
    return version && protocolNumbers[version];
  };
  const contextOf = (name: ContextOption): NativeContext | undefined => {
    const from = options.raw(name);
    if (from === undefined) return undefined;
    const context = nativeContext(from, options.path(name));
    if ((from as SslContext).library === library && (from as SslContext).role === role) return context;
    throw invalidArgument(options.path(name), `an SslContext of the same OpenSSL with role '${role}'`, from);
  };
  return {
    policyFrom: contextOf('policyFrom'),
    optionsFrom: contextOf('optionsFrom'),
    clearOptions: readFlags(options, 'clearOptions', OP, library),
    options: readFlags(options, 'options', OP, library),
    minProtocol: protocol('minProtocol'),
    maxProtocol: protocol('maxProtocol'),
    cipherList: options.string('cipherList'),
  };
}
