// Owns: asking whether the peer's certificate is for a name, outside of verification.

import { isIP } from 'node:net';
import { native } from '../native/addon.ts';
import type { SslEngine } from './engine.ts';
import { access } from './engine-core.ts';

/** Whether the peer showed a certificate for this DNS name or IP address. @openssl X509_check_host */
export function peerHasName(engine: SslEngine, name: string): boolean {
  return native.peerHasName(access.open(engine, 'peerHasName'), name, isIP(name) === 0 ? 'host' : 'address');
}

/** Whether the peer showed a certificate for this mail address. @openssl X509_check_email */
export function peerHasEmail(engine: SslEngine, email: string): boolean {
  return native.peerHasName(access.open(engine, 'peerHasEmail'), email, 'email');
}
