// Owns: an ECHConfig as OpenSSL prints one: `[fe0d,bc,public.example,[0020,0001,0001],6341…,00,00]` (OSSL_ECHSTORE_get1_info(3)).

/** Key encapsulation, key derivation and cipher, by their numbers in IANA's registry of HPKE. */
export interface HpkeSuite {
  readonly kem: number;
  readonly kdf: number;
  readonly aead: number;
}

/** One configuration of Encrypted Client Hello, RFC 9849 section 4. */
export interface EchConfig {
  readonly publicName: string;
  /** 0xfe0d; null where OpenSSL's form is none that this package can read. */
  readonly version: number | null;
  /** By which a server finds the key. */
  readonly configId: number | null;
  readonly suites: readonly HpkeSuite[];
  readonly publicKey: Uint8Array;
  readonly maxNameLength: number | null;
  /** OpenSSL's form of it. */
  readonly text: string;
}

const form = /^\[([0-9a-f]{4}),([0-9a-f]{2}),.*,\[([0-9a-f,]*)\],([0-9a-f]*),([0-9a-f]{2}),[0-9a-f]+\]$/;

export function echConfigOf(publicName: string, text: string): EchConfig {
  const [, version, configId, suites = '', publicKey = '', maxNameLength] = form.exec(text.trim()) ?? [];
  const numbers = suites === '' ? [] : suites.split(',').map((digits) => Number.parseInt(digits, 16));
  return {
    publicName,
    version: numberOf(version),
    configId: numberOf(configId),
    suites: Array.from({ length: Math.floor(numbers.length / 3) }, (_, at) => {
      const [kem = 0, kdf = 0, aead = 0] = numbers.slice(3 * at);
      return { kem, kdf, aead };
    }),
    publicKey: Uint8Array.from(Buffer.from(publicKey, 'hex')),
    maxNameLength: numberOf(maxNameLength),
    text,
  };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
