// Owns: the contexts of identities that callbacks give: each is made once.
// Must not know: what is asked.

import { invalidArgument, OptionReader } from '../core/options.ts';
import { SslContext } from './context.ts';
import type { SslEngine } from './engine.ts';
import type { Identity } from './identity-options.ts';

// Parsing a key takes longer than a handshake may wait for, and a callback gives the same few objects again and again.
const contextsOfIdentities = new WeakMap<Identity, SslContext>();

/** The context of an identity that a callback gave, made once. Fails when: it is none, or OpenSSL refuses it (MisuseError, SettingError). */
export function identityContext(identity: Identity, { context: { library, role } }: SslEngine): SslContext {
  const known = contextsOfIdentities.get(identity);
  if (known !== undefined && known.library === library && known.role === role) return known;
  const options = new OptionReader('the answer of certCallback', identity, ['certificate', 'privateKey', 'passphrase']);
  if (!options.has('privateKey')) throw invalidArgument(options.path('privateKey'), 'given', undefined);
  // Without a certificate it is a raw public key, for a connection that has agreed on one.
  const types = role === 'server' ? 'serverCertTypes' : 'clientCertTypes';
  const made = new SslContext({ role, library, ...identity, ...(options.has('certificate') ? {} : { [types]: ['raw-public-key'] }) });
  contextsOfIdentities.set(identity, made);
  return made;
}
