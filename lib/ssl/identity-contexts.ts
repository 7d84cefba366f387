// Owns: the contexts that stand for what a certificate callback gives.
// Must not know: what it is asked for.

import { invalidArgument, OptionReader } from '../core/options.ts';
import { SslContext } from './context.ts';
import type { SslEngine } from './engine.ts';
import { isSameHome } from './home.ts';
import type { Identity } from './identity-options.ts';

// Parsing a key takes longer than a handshake may wait for, and a callback gives the same few objects again and again.
const contextsOfIdentities = new WeakMap<Identity, SslContext>();

/** Fails when: a member is missing, unknown or wrong (MisuseError), or OpenSSL refuses it (SettingError). */
export function identityContext(identity: Identity, { context }: SslEngine): SslContext {
  const { library, libraryContext, role } = context;
  const known = contextsOfIdentities.get(identity);
  if (known !== undefined && isSameHome(known, context) && known.role === role) return known;
  const options = new OptionReader('the answer of certCallback', identity, ['certificate', 'privateKey', 'passphrase']);
  if (!options.has('privateKey')) throw invalidArgument(options.path('privateKey'), 'given', undefined);
  // Without a certificate it is a raw public key, for a connection that has agreed on one.
  const types = role === 'server' ? 'serverCertTypes' : 'clientCertTypes';
  const home = libraryContext === null ? { library } : { libraryContext };
  const made = new SslContext({ role, ...home, ...identity, ...(options.has('certificate') ? {} : { [types]: ['raw-public-key'] }) });
  contextsOfIdentities.set(identity, made);
  return made;
}
