// Owns: what enableTrace writes: which messages go and come, never what is in them.

import type { MessageEvent } from '../ssl/observers.ts';

const contentTypes: Readonly<Record<number, string>> = {
  20: 'ChangeCipherSpec',
  21: 'Alert',
  22: 'Handshake',
  23: 'ApplicationData',
  256: 'Record header',
  257: 'Inner content type',
};

export function trace({ direction, version, contentType, messageType, bytes }: MessageEvent): void {
  const what = contentTypes[contentType] ?? `content type ${contentType}`;
  const which = messageType === null ? '' : ` (message type ${messageType})`;
  process.stderr.write(`${direction === 'sent' ? 'Sent' : 'Received'} ${version} ${what}${which}, ${bytes.length} bytes\n`);
}
