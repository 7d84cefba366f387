// Owns: tls.convertALPNProtocols().

import { invalidArgType, outOfRange } from './node-errors.ts';

type Protocols = readonly string[] | readonly Uint8Array[] | NodeJS.ArrayBufferView;

/**
 * Puts `protocols` into `out.ALPNProtocols` as one Buffer in the form of the wire, each name behind its length.
 *
 * Fails when: a name has more than 255 bytes (ERR_OUT_OF_RANGE), or is neither text nor bytes (ERR_INVALID_ARG_TYPE).
 */
export function convertALPNProtocols(protocols: Protocols, out: { ALPNProtocols?: Buffer }): void {
  if (Array.isArray(protocols)) {
    const names = (protocols as readonly unknown[]).map((name, index) => {
      const bytes = typeof name === 'string' ? Buffer.from(name) : name;
      if (!(bytes instanceof Uint8Array)) throw invalidArgType(`protocols[${index}]`, 'of type string or an instance of Uint8Array', name);
      if (bytes.length > 255)
        throw outOfRange(`The byte length of the protocol at index ${index} exceeds the maximum length.`, '<= 255', bytes.length);
      return bytes;
    });
    out.ALPNProtocols = Buffer.concat(names.flatMap((name) => [Buffer.of(name.length), name]));
  } else if (ArrayBuffer.isView(protocols)) {
    out.ALPNProtocols = Buffer.from(new Uint8Array(protocols.buffer, protocols.byteOffset, protocols.byteLength));
  }
}
