// The settings of a context that change how its connections behave, each seen in what it does.

import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, isAtLeast, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('modes', (library, protocol) => {
  test('rule 26: with partial writes a write is done with the records that fitted (SSL_CTX_set_mode(3))', () => {
    const modes = ['SSL_MODE_ENABLE_PARTIAL_WRITE'] as const;
    withConnectedPair({ library, client: { ...only(protocol), modes } }, (pair) => {
      pair.shuttleAll();
      const bytes = Buffer.alloc(60_000, 'partial');
      const first = pair.client.write(bytes);
      expect(first).toMatchObject({ status: 'done', value: 16 * 1024 });
      expect(pair.client.unfinishedWrite).toBe(0);
      const parts: Buffer[] = [];
      const into = Buffer.alloc(20_000);
      let sent = first.status === 'done' ? first.value : 0;
      for (let moved = true; moved || sent < bytes.length; ) {
        moved = pair.shuttle();
        for (let read = pair.server.read(into); read.status === 'done'; read = pair.server.read(into))
          parts.push(Buffer.from(into.subarray(0, read.value)));
        if (sent === bytes.length) continue;
        const next = pair.client.unfinishedWrite > 0 ? pair.client.write() : pair.client.write(bytes.subarray(sent));
        if (next.status === 'done') sent += next.value;
      }
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    });
  });
});

describeEachLibrary('options', (library) => {
  test('SSL_OP_NO_TLSv1_3 leaves TLS 1.2 (SSL_CTX_set_options(3))', () => {
    withConnectedPair({ library, client: { options: ['SSL_OP_NO_TLSv1_3'] } }, (pair) =>
      expect(pair.client.connection.protocol).toBe('TLSv1.2'),
    );
  });

  test('rule 10: SSL_OP_IGNORE_UNEXPECTED_EOF makes an end of file SSL_ERROR_ZERO_RETURN since 3.0; 1.1.1 has no such option', () => {
    const make = (): SslContext => new SslContext({ role: 'client', library, options: ['SSL_OP_IGNORE_UNEXPECTED_EOF'] });
    if (!isAtLeast(library, '3.0')) {
      expect(make).toThrow(expect.objectContaining({ code: 'ERR_SSL_NOT_SUPPORTED' }));
      return;
    }
    const engine = new SslEngine(make());
    engine.connect();
    engine.feedEnd();
    expect(engine.connect()).toMatchObject({ status: 'closed', ret: -1, code: 6 });
    expect(engine.failure).toBeNull();
    engine.close();
  });

  test('an option of a newer release is refused by name and release', () => {
    if (isAtLeast(library, '3.2')) return;
    expect(() => new SslContext({ role: 'client', library, options: ['SSL_OP_PREFER_NO_DHE_KEX'] })).toThrow(
      /not supported by OpenSSL .*SSL_OP_PREFER_NO_DHE_KEX/,
    );
  });

  test('clearOptions takes away what is on (SSL_CTX_clear_options(3))', () => {
    const options = ['SSL_OP_NO_TLSv1_3'] as const;
    withConnectedPair({ library, client: { options, clearOptions: options } }, (pair) => {
      expect(['TLSv1.2', 'TLSv1.3']).toContain(pair.client.connection.protocol);
    });
  });
});

describeEachLibrary('sizes', (library) => {
  test('maxSendFragment bounds the record (SSL_CTX_set_max_send_fragment(3))', () => {
    withConnectedPair({ library, client: { ...only('TLSv1.3'), maxSendFragment: 512 } }, (pair) => {
      pair.client.write(Buffer.alloc(2000));
      pair.shuttle();
      expect(pair.server.read(Buffer.alloc(2000))).toMatchObject({ status: 'done', value: 512 });
    });
  });

  test('maxFragmentLength is asked for, and the server keeps to it (SSL_CTX_set_tlsext_max_fragment_length(3))', () => {
    withConnectedPair({ library, client: { ...only('TLSv1.2'), maxFragmentLength: 1024 } }, (pair) => {
      pair.server.write(Buffer.alloc(3000));
      pair.shuttleAll();
      expect(pair.client.read(Buffer.alloc(3000))).toMatchObject({ status: 'done', value: 1024 });
    });
  });

  test('blockPadding hides the length in TLS 1.3 (SSL_CTX_set_block_padding(3))', () => {
    withConnectedPair({ library, client: { ...only('TLSv1.3'), blockPadding: 1000 } }, (pair) => {
      pair.shuttleAll();
      pair.client.write(Buffer.from('short'));
      const short = pair.client.drain().length;
      pair.client.write(Buffer.alloc(600));
      expect(pair.client.drain().length).toBe(short);
      expect(short).toBeGreaterThan(1000);
    });
  });

  test('rule 22: with readAhead hasPending counts what is not processed yet (SSL_has_pending(3))', () => {
    withConnectedPair({ library, client: { ...only('TLSv1.3'), readAhead: true } }, (pair) => {
      pair.server.write(Buffer.from('one'));
      pair.server.write(Buffer.from('two'));
      pair.shuttleAll();
      expect(pair.client.read(Buffer.alloc(10))).toMatchObject({ value: 3 });
      expect(pair.client.state).toMatchObject({ pending: 0, hasPending: true });
      expect(pair.client.read(Buffer.alloc(10))).toMatchObject({ value: 3 });
    });
  });

  test('securityLevel decides which keys may be used (SSL_CTX_set_security_level(3))', () => {
    expect(() => new SslContext({ role: 'server', library, securityLevel: 0, ...identity('smallKey') })).not.toThrow();
  });

  test('dhParameters auto makes finite-field key exchange work (SSL_CTX_set_dh_auto(3))', () => {
    const client = { ...only('TLSv1.2'), cipherList: 'DHE-RSA-AES128-GCM-SHA256' };
    withConnectedPair({ library, client, server: { ...identity('server'), dhParameters: 'auto' } }, (pair) => {
      expect(pair.client.connection.cipher?.name).toBe('DHE-RSA-AES128-GCM-SHA256');
    });
  });
});
