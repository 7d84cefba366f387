// Owns: a client's options of Encrypted Client Hello (RFC 9849), read once into the form that the native side takes.
// Must not know: DNS: where a list comes from is the caller's affair.

import { MisuseError, NotSupportedError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { OP } from '../core/ssl-options.ts';
import type { NativeEch } from '../native/ech.ts';
import { readAlpn } from './alpn.ts';
import type { SslContext } from './context.ts';
import { fromFirstKnown } from './ech-config.ts';
import type { OpenSSL } from './openssl.ts';
import { readServerName } from './server-name.ts';

/** Hides the server name, and all else that can be hidden of a ClientHello, from everyone but the server. */
export interface EchOffer {
  /**
   * The server's ECHConfigList: bytes, or base64 as the parameter `ech` of a DNS record of type HTTPS has it. SSL_set1_ech_config_list(3)
   */
  readonly configList: Uint8Array | string;
  /**
   * The name for all to see, in place of the public name in the list; null: none at all. **A server without ECH must prove to be this
   * one.** SSL_ech_set1_outer_server_name(3)
   */
  readonly outerServerName?: string | null;
  /** ALPN for all to see, in place of `alpn`, SSL_ech_set1_outer_alpn_protos(3). */
  readonly outerAlpn?: readonly string[];
  /** Shows a random number in place of that of the server's configuration, which the server must then find by trying. SSL_OP_ECH_IGNORE_CID */
  readonly hideConfigId?: boolean;
}

/** Looks like ECH to those who watch, and hides nothing: so that ECH is nothing that stands out. SSL_OP_ECH_GREASE */
export interface EchGrease {
  readonly grease: true;
  /** What it pretends to be encrypted with, as that of EchStore.generate(). SSL_ech_set1_grease_suite(3) */
  readonly greaseSuite?: string;
  /** The number of the extension; default 0xfe0d. SSL_ech_set_grease_type(3) */
  readonly greaseType?: number;
}

export type EchOptions = EchOffer | EchGrease | 'grease';

const offerNames = ['configList', 'outerServerName', 'outerAlpn', 'hideConfigId'] as const satisfies readonly (keyof EchOffer)[];
const greaseNames = ['grease', 'greaseSuite', 'greaseType'] as const satisfies readonly (keyof EchGrease)[];
const largestType = 0xff_ff;

/**
 * The option `ech`.
 *
 * Fails when: a member is unknown or wrong, the context is a server's or one of DTLS (MisuseError), or the OpenSSL has no ECH
 * (NotSupportedError).
 */
export function readEch(options: OptionReader, context: Pick<SslContext, 'role' | 'library' | 'method'>): NativeEch | undefined {
  const given = options.raw('ech');
  if (given === undefined) return undefined;
  const path = options.path('ech');
  const refuse = (why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} ${why}`);
  };
  if (context.method === 'dtls') refuse("has no meaning with a context of the method 'dtls'");
  if (context.role === 'server') refuse("is for clients: a server's keys are its context's echStore");
  const members = given === 'grease' ? { grease: true } : given;
  if (typeof members !== 'object' || members === null) throw invalidArgument(path, "an object with a configList, or 'grease'", given);
  const isOffer = !('grease' in members);
  const read = new OptionReader(path, members, isOffer ? offerNames : greaseNames);
  requireEch(context.library, isOffer ? 'SSL_set1_ech_config_list' : 'SSL_ech_set1_grease_suite');
  return isOffer ? readOffer(read) : readGrease(read);
}

/** Fails when: the OpenSSL has no such function (NotSupportedError). */
export function requireEch(library: OpenSSL, cFunction: string): void {
  if (!library.has(cFunction)) throw new NotSupportedError(cFunction, library.version.text);
}

/** An ECHConfigList in one of its two forms. Fails when: it is neither (MisuseError). */
export function configListOf(path: string, given: unknown): Uint8Array {
  if (given instanceof Uint8Array && given.length > 0) return fromFirstKnown(given);
  const bytes = typeof given === 'string' ? Buffer.from(given, 'base64') : null;
  // Buffer reads over what is no base64.
  if (bytes !== null && bytes.length > 0 && bytes.toString('base64') === given) return fromFirstKnown(bytes);
  throw invalidArgument(path, 'an ECHConfigList: bytes, or base64', given);
}

function readOffer(offer: OptionReader): NativeEch {
  const none = offer.raw('outerServerName') === null;
  return {
    configList: configListOf(offer.path('configList'), offer.raw('configList')),
    outerServerName: none ? undefined : readServerName(offer, 'outerServerName'),
    noOuterServerName: none,
    outerAlpn: readAlpn(offer, 'outerAlpn'),
    greaseSuite: undefined,
    greaseType: undefined,
    options: offer.boolean('hideConfigId') === true ? OP.SSL_OP_ECH_IGNORE_CID.value : 0,
  };
}

function readGrease(grease: OptionReader): NativeEch {
  if (grease.raw('grease') !== true) throw invalidArgument(grease.path('grease'), 'true', grease.raw('grease'));
  return {
    configList: undefined,
    outerServerName: undefined,
    noOuterServerName: false,
    outerAlpn: undefined,
    greaseSuite: grease.string('greaseSuite'),
    greaseType: grease.integer('greaseType', 0, largestType),
    options: OP.SSL_OP_ECH_GREASE.value,
  };
}
