// Settings of SslContext that only OpenSSL can judge: SettingError with the option, the C function and the queue.

import { expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import { describeEachLibrary, since } from '../support/libraries.ts';
import { certificatePem, encryptedKeyPassphrase, identity, keyFile, keyPem } from '../support/pki.ts';

const make = (options: unknown): SslContext => new SslContext(options as SslContextOptions);

interface Refused {
  readonly what: string;
  /** Of a KeyError. */
  readonly code?: string;
  readonly options: () => object;
  readonly setting: string;
  readonly function: string;
  readonly reason?: Readonly<Record<string, string>>;
}

const broken = (pem: string): string => pem.replace(/\n(?<first>.{10})/, '\n**********');
const refused: readonly Refused[] = [
  {
    what: 'ciphers that name nothing',
    options: () => ({ cipherList: 'NONSENSE' }),
    setting: 'cipherList',
    function: 'SSL_CTX_set_cipher_list',
    reason: { '1.1.1': '20:185' },
  },
  {
    what: 'cipher suites that name nothing',
    options: () => ({ cipherSuites: 'NONSENSE' }),
    setting: 'cipherSuites',
    function: 'SSL_CTX_set_ciphersuites',
  },
  { what: 'groups that name nothing', options: () => ({ groups: 'NONSENSE' }), setting: 'groups', function: 'SSL_CTX_set1_groups_list' },
  {
    what: 'an unknown command',
    options: () => ({ conf: { Nonsense: 'x' } }),
    setting: 'conf.Nonsense',
    function: 'SSL_CONF_cmd',
    reason: { '1.1.1': '20:386' },
  },
  {
    what: 'a value that a command does not know',
    options: () => ({ conf: { MinProtocol: 'x' } }),
    setting: 'conf.MinProtocol',
    function: 'SSL_CONF_cmd',
    reason: { '1.1.1': '20:384' },
  },
  {
    what: "a server's command for a client",
    options: () => ({ conf: { DHParameters: '/x' } }),
    setting: 'conf.DHParameters',
    function: 'SSL_CONF_cmd',
  },
  {
    what: 'a key that does not match',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('client') }),
    setting: 'privateKey',
    function: 'SSL_CTX_use_PrivateKey',
    reason: { '1.1.1': '11:116' },
  },
  {
    what: 'a key of another kind',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('serverEc') }),
    setting: 'privateKey',
    function: 'SSL_CTX_check_private_key',
  },
  {
    what: 'an encrypted key without passphrase',
    code: 'ERR_SSL_PASSPHRASE_NEEDED',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('encrypted') }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'an encrypted key with a wrong passphrase',
    code: 'ERR_SSL_PASSPHRASE',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('encrypted'), passphrase: 'wrong' }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'an encrypted key with an empty passphrase',
    code: 'ERR_SSL_PASSPHRASE',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('encrypted'), passphrase: '' }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'an encrypted key with a passphrase longer than OpenSSL takes',
    code: 'ERR_SSL_PASSPHRASE',
    options: () => ({ certificate: certificatePem('server'), privateKey: keyPem('encrypted'), passphrase: 'x'.repeat(5000) }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'a broken key',
    options: () => ({ ...identity('server'), privateKey: broken(keyPem('server')) }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'a broken certificate',
    options: () => ({ ...identity('server'), certificate: broken(certificatePem('server')) }),
    setting: 'certificate',
    function: 'PEM_read_bio_X509',
  },
  {
    what: 'a certificate in place of a key',
    options: () => ({ ...identity('server'), privateKey: certificatePem('server') }),
    setting: 'privateKey',
    function: 'PEM_read_bio_PrivateKey',
  },
  {
    what: 'a key in place of a certificate',
    options: () => ({ ...identity('server'), certificate: keyPem('server') }),
    setting: 'certificate',
    function: 'PEM_read_bio_X509',
  },
  { what: 'broken trust', options: () => ({ ca: broken(certificatePem('root')) }), setting: 'ca', function: 'PEM_read_bio_X509' },
  { what: 'a key as trust', options: () => ({ ca: keyPem('server') }), setting: 'ca', function: 'PEM_read_bio_X509' },
  {
    what: 'a file of trust without a certificate',
    options: () => ({ ca: { file: keyFile('server') } }),
    setting: 'ca',
    function: 'SSL_CTX_load_verify_locations',
  },
  {
    what: 'a chain whose second certificate is broken',
    options: () => ({ ...identity('server'), certificate: `${certificatePem('root')}\n${broken(certificatePem('root'))}` }),
    setting: 'certificate',
    function: 'PEM_read_bio_X509',
  },
];

describeEachLibrary('settings that OpenSSL refuses', (library) => {
  test.each(refused.map((row) => [row.what, row] as const))('%s: SettingError with option, C function and queue', (_, row) => {
    const before = library.liveObjects;
    const given = row.options();
    const attempt = (): SslContext => make({ role: 'client', library, ...given });
    expect(attempt).toThrow(
      expect.objectContaining({
        name: row.code === undefined ? 'SettingError' : 'KeyError',
        family: 'library',
        code: row.code ?? 'ERR_SSL_SETTING',
        setting: row.setting,
        function: row.function,
      }),
    );
    try {
      attempt();
    } catch (error) {
      const { queue, message } = error as { queue: readonly { libraryCode: number; reasonCode: number }[]; message: string };
      expect(message.startsWith(row.setting)).toBe(true);
      expect(message).toContain(row.function);
      const told = queue.map(({ libraryCode, reasonCode }) => `${libraryCode}:${reasonCode}`);
      if (row.reason !== undefined) expect(told).toContain(since(library, row.reason));
    }
    expect(library.liveObjects).toEqual(before);
  });

  test('an encrypted key with its passphrase is taken', () => {
    make({
      role: 'server',
      library,
      certificate: certificatePem('server'),
      privateKey: keyPem('encrypted'),
      passphrase: encryptedKeyPassphrase,
    });
  });

  test('a passphrase for a key that is not encrypted does no harm', () => {
    make({ role: 'server', library, ...identity('server'), passphrase: 'not needed' });
  });

  test('a certificate may be given twice as trust', () => {
    make({ role: 'client', library, ca: [certificatePem('root'), certificatePem('root')] });
  });
});
