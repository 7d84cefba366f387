// TicketKeyRing: keys that change, the same from the same secret, none older from a newer. SSL_CTX_set_tlsext_ticket_key_evp_cb(3)

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { TicketKeyRing, type TicketKeyRingOptions } from '../../lib/index.ts';

const hour = 60 * 60 * 1000;
const secret = Buffer.alloc(32, 7);
let now = 0;

describe('TicketKeyRing', () => {
  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const ring = (options: TicketKeyRingOptions = {}): TicketKeyRing =>
    new TicketKeyRing({ secret, start: Date.UTC(2026, 0, 1), rotateEvery: hour, ...options });
  const current = (of: TicketKeyRing): string => keyText(of.ticketKeyCallback(null));
  const keyText = (key: ReturnType<TicketKeyRing['ticketKeyCallback']>): string =>
    key === null ? '' : Buffer.concat([key.name, key.aesKey, key.hmacKey]).toString('hex');
  const named = (of: TicketKeyRing, key: ReturnType<TicketKeyRing['ticketKeyCallback']>) =>
    of.ticketKeyCallback(key?.name ?? new Uint8Array(16));

  test('the same secret and start give the same keys on every machine, whenever it was made', () => {
    const early = ring();
    const first = current(early);
    expect(first).toHaveLength(160);
    expect(current(ring())).toBe(first);
    expect(current(ring({ secret: Buffer.alloc(32, 8) }))).not.toBe(first);
    now += 1000 * hour + 1;
    expect(early.epoch).toBe(1000);
    expect(current(ring())).toBe(current(early));
    expect(current(early)).not.toBe(first);
  });

  test('a key changes at the end of its time, not before', () => {
    const one = ring();
    const first = current(one);
    now += hour - 1;
    expect(current(one)).toBe(first);
    now += 1;
    expect(current(one)).not.toBe(first);
    expect(one.epoch).toBe(1);
  });

  test.each([0, 1, 2, 5])('with keep: %d that many older keys answer, with renew, and no more', (keep) => {
    const one = ring({ keep });
    const first = one.ticketKeyCallback(null);
    for (let age = 1; age <= keep; age += 1) {
      now += hour;
      expect(named(one, first)).toMatchObject({ aesKey: first?.aesKey, renew: true });
    }
    now += hour;
    expect(named(one, first)).toBeNull();
  });

  test('the keys that are kept are there too after a long time in which nobody asked', () => {
    const asked = ring({ keep: 3 });
    const keys = Array.from({ length: 10 }, () => {
      const key = asked.ticketKeyCallback(null);
      now += hour;
      return key;
    });
    const slept = ring({ keep: 3 });
    expect(keys.map((key) => named(slept, key) !== null)).toEqual(keys.map((_, index) => index >= 7));
  });

  test('the next key is accepted before its time, without renew, and not the one after it', () => {
    const behind = ring();
    now += hour;
    const ahead = ring().ticketKeyCallback(null);
    now += hour;
    const farAhead = ring().ticketKeyCallback(null);
    now -= 2 * hour;
    expect(named(behind, ahead)).toMatchObject({ aesKey: ahead?.aesKey });
    expect(named(behind, ahead)?.renew ?? false).toBe(false);
    expect(named(behind, farAhead)).toBeNull();
    expect(behind.epoch).toBe(0);
  });

  test('a clock that is set back does not bring an old key back', () => {
    const one = ring();
    now += 2 * hour;
    const key = current(one);
    now -= 2 * hour;
    expect(current(one)).toBe(key);
    expect(one.epoch).toBe(2);
  });

  test('what it shares makes the keys from now on, and none of before', () => {
    const one = ring();
    const first = one.ticketKeyCallback(null);
    now += 3 * hour;
    const shared = one.shared;
    const other = TicketKeyRing.fromShared(JSON.parse(JSON.stringify(shared)) as typeof shared);
    expect(current(other)).toBe(current(one));
    expect(named(other, first)).toBeNull();
    now += 5 * hour;
    expect(current(other)).toBe(current(one));
    expect(shared.secret).not.toBe(secret.toString('base64'));
  });

  test('two rings without a secret have different keys', () => {
    expect(current(new TicketKeyRing())).not.toBe(current(new TicketKeyRing()));
  });

  test('the caller’s own copy of the secret may change', () => {
    const own = Buffer.from(secret);
    const one = ring({ secret: own });
    own.fill(0);
    now += hour;
    const expected = ring();
    expect(current(one)).toBe(current(expected));
  });

  test.each<readonly [string, object]>([
    ['options.secret', { secret: Buffer.alloc(31) }],
    ['options.secret', { secret: 'MARKER' }],
    ['options.start', { start: -1 }],
    ['options.start', { start: 0, rotateEvery: 60_000 }],
    ['options.rotateEvery', { rotateEvery: 59_999 }],
    ['options.rotateEvery', { rotateEvery: 8 * 24 * hour }],
    ['options.keep', { keep: -1 }],
    ['options.nonsense', { nonsense: 1 }],
  ])('%s is refused: %j', (argument, options) => {
    const call = () => new TicketKeyRing(options);
    expect(call).toThrow(expect.objectContaining({ name: 'MisuseError', argument }));
    expect(call).not.toThrow(/MARKER/);
  });

  test('what is no shared secret is refused', () => {
    for (const shared of [null, 5, {}, { secret: 'AAAA' }, { secret: 5 }]) {
      expect(() => TicketKeyRing.fromShared(shared as never)).toThrow(expect.objectContaining({ name: 'MisuseError' }));
    }
  });

  test('shows no secret when it is inspected or made JSON', () => {
    const one = ring();
    const shown = inspect(one, { depth: 10, showHidden: true }) + JSON.stringify(one);
    const key = one.ticketKeyCallback(null);
    for (const bytes of [secret, Buffer.from(key?.aesKey ?? []), Buffer.from(key?.hmacKey ?? [])]) {
      for (const form of ['hex', 'base64'] as const) expect(shown).not.toContain(bytes.toString(form).slice(0, 12));
    }
    expect(shown).not.toMatch(/07 07|7, 7/);
  });
});
