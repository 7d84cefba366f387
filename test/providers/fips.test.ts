// The FIPS provider, where the OpenSSL has one: those that are built from source do.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LibraryContext, SslContext } from '../../lib/index.ts';
import { EnginePair, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachOf, only, protocols } from '../support/libraries.ts';
import { named, withModules } from '../support/modules.ts';
import { identity } from '../support/pki.ts';
import { configuration } from '../support/provider-configuration.ts';

const withFips = withModules.flatMap((entry) => {
  const checksums = join(entry.modules, '../../ssl/fipsmodule.cnf');
  return existsSync(join(entry.modules, 'fips.so')) && existsSync(checksums) ? [{ ...entry, checksums }] : [];
});

const text = (checksums: string): string => `openssl_conf = init
.include ${checksums}
[init]
providers = providers
[providers]
fips = fips_sect
base = base_sect
[base_sect]
activate = 1
`;

if (withFips.length === 0) test.skip('no OpenSSL with a FIPS provider is at hand: bring 4.0 with deps/openssl/get', () => undefined);

describeEachOf('the FIPS provider of OpenSSL %s', named(withFips), (_, { library, modules, checksums, name }) => {
  const approved = new LibraryContext({
    library,
    modules,
    config: configuration(`fips-${name}`, text(checksums)),
    properties: 'fips=yes',
  });
  const where = { libraryContext: approved };

  test('is one of its context’s providers, and passes its own test', () => {
    expect(approved.providers.map((provider) => [provider.name, provider.running])).toEqual(
      expect.arrayContaining([
        ['fips', true],
        ['base', true],
      ]),
    );
    expect(approved.available('default')).toBe(false);
    const fips = approved.loadProvider('fips');
    fips.selfTest();
    fips.unload();
  });

  test.each(protocols)('shakes hands in %s with a peer of the default provider, both ways', (protocol) => {
    const [client, server] = [{ ...trustingClient(), ...only(protocol) }, identity('server')];
    for (const [clientHome, serverHome] of [
      [where, { library }],
      [{ library }, where],
    ]) {
      withConnectedPair({ client: { ...client, ...clientHome }, server: { ...server, ...serverHome } }, (pair) => {
        expect(pair.client.connection).toMatchObject({ protocol, verify: { verified: true } });
        expect(pair.send('client', Buffer.from('approved')).toString()).toBe('approved');
      });
    }
  });

  test('leaves no cipher that is not approved, and a peer with nothing else is refused', () => {
    const names = (context: SslContext): readonly string[] => context.ciphers.map((cipher) => cipher.name);
    expect(names(new SslContext({ role: 'client', library })).filter((cipher) => cipher.includes('CHACHA20'))).not.toEqual([]);
    expect(names(new SslContext({ role: 'client', ...where })).filter((cipher) => cipher.includes('CHACHA20'))).toEqual([]);
    const pair = new EnginePair({
      client: { library, ...trustingClient(), ...only('TLSv1.3'), cipherSuites: 'TLS_CHACHA20_POLY1305_SHA256' },
      server: { ...identity('server'), ...where },
    });
    const { server } = pair.handshake();
    expect(server).toMatchObject({ status: 'failed', error: { queue: [expect.objectContaining({ reason: 'no shared cipher' })] } });
    pair.close();
  });

  test('takes no group that is not approved', () => {
    const client = (groups: string): SslContext => new SslContext({ role: 'client', ...where, groups });
    expect(() => client('brainpoolP256r1tls13')).toThrow(expect.objectContaining({ name: 'SettingError', setting: 'groups' }));
    expect(client('P-256').libraryContext).toBe(approved);
  });
});
