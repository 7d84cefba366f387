// Owns: making text of a stranger's (a certificate's names, an alert's) harmless on a terminal.

// Control characters move the cursor and change what was printed before; format characters turn the direction of writing.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line that a terminal shows as it is: `\u{1b}` for an escape character. */
export function plain(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same for JSON text, where what is replaced stands inside strings only: JSON.stringify leaves some control characters as they are. */
export function plainJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(unprintable, (character) => (character === '\n' ? character : utf16Escapes(character)));
}

function utf16Escapes(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
