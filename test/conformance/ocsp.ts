// Owns: the two responses that the tests' servers staple, and how the clients judge them.

// OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED } of RFC 6960, 4.2.1, with nothing behind the status. Since 3.6 what is no response
// does not reach the client.
const responseOf = (status: number): Uint8Array => Uint8Array.from([0x30, 0x03, 0x0a, 0x01, status]);
const successful = responseOf(0);
const internalError = responseOf(2);

/** By the value of CertStatus. The ones with Ext differ in the C functions that hand them over, not on the wire. */
export const statusResponses: Readonly<Record<string, Uint8Array>> = {
  GoodResponse: successful,
  BadResponse: internalError,
  GoodResponseExt: successful,
  BadResponseExt: internalError,
};

export function judgement(response: Uint8Array | null): boolean {
  return response !== null && Buffer.compare(response, successful) === 0;
}
