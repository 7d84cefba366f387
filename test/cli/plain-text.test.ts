import { describe, expect, test } from '@jest/globals';
import { plain, plainJson } from '../../lib/cli/plain-text.ts';

// What a certificate can bring: clearing the screen, a C1 control sequence introducer, text turned round, a line of its own.
const hostile = 'CN=\u001b[2Jgood\u009b1m\u202eevil\u2028next\r\n\u{e0001}';

describe('text of a stranger', () => {
  test('shows control and format characters as what they are', () => {
    expect(plain(hostile)).toBe('CN=\\u{1b}[2Jgood\\u{9b}1m\\u{202e}evil\\u{2028}next\\u{d}\\u{a}\\u{e0001}');
  });

  test('leaves letters of any script as they are', () => {
    expect(plain('CN=Ärzte, O=株式会社, עברית')).toBe('CN=Ärzte, O=株式会社, עברית');
  });

  test('stays what it was in JSON, where a terminal sees escapes only', () => {
    const text = plainJson({ subject: hostile });
    expect(JSON.parse(text)).toEqual({ subject: hostile });
    expect(text.replaceAll('\n', '')).toMatch(/^[\x20-\x7e]*$/);
  });
});
