// Owns: an engine without the typed layer: OpenSSL's numbers as native code hands them over, and no latch after a failure. Only through
// it can be seen what OpenSSL says when it is asked again.
// Must not know: what is tested.

import type { OpenSSL } from '../../lib/index.ts';
import { native, outcomeNumbers } from '../../lib/native/addon.ts';
import type { NativeContextSettings, NativeEngine, NativeFailure } from '../../lib/native/binding.ts';
import { createEngine, isRefusal, type NativeEngineSettings } from '../../lib/native/create-engine.ts';
import { nativeLibrary } from '../../lib/ssl/openssl.ts';

export interface Raw {
  readonly ret: number;
  /** -1: SSL_get_error was not asked. */
  readonly code: number;
  readonly errno: number;
  readonly bytes: number;
  /** `library:reason`, oldest first. */
  readonly reasons: readonly string[];
  readonly alertSent: number | null;
  readonly alertReceived: number | null;
}

// Written out, so that a setting that the addon gets to know must be thought of here too.
const contextDefaults: NativeContextSettings = {
  server: false,
  datagrams: false,
  propertyQuery: undefined,
  controls: [],
  numbers: [],
  sessionIdContext: undefined,
  observed: 0,
  asked: 0,
  number: 0,
  pskIdentityHint: undefined,
  ticketKeys: undefined,
  cipherList: undefined,
  cipherSuites: undefined,
  identities: [],
  pkcs12: [],
  passphrase: undefined,
  ca: [],
  verifyMode: undefined,
  verifyParameters: undefined,
  crls: [],
  clientCas: [],
  dhParameters: undefined,
  ctValidation: undefined,
  ctLogFile: undefined,
  alpn: undefined,
  rawKeys: undefined,
  certificateCompression: undefined,
  compressedCertificates: [],
  customExtensions: [],
  srtpProfiles: undefined,
  conf: [],
};

const engineDefaults: NativeEngineSettings = {
  serverName: undefined,
  verifyHost: undefined,
  verifyIp: undefined,
  verifyMode: undefined,
  verifyParameters: undefined,
  dane: undefined,
  rawKeys: undefined,
  alpn: undefined,
  statusType: undefined,
  certificateCompression: undefined,
  bufferSize: undefined,
  fd: undefined,
  session: undefined,
  mtu: undefined,
  linkMtu: undefined,
  ech: undefined,
  srtpProfiles: undefined,
};

export class RawEngine {
  readonly #engine: NativeEngine;

  constructor(library: OpenSSL, context: Partial<NativeContextSettings> = {}, engine: Partial<NativeEngineSettings> = {}) {
    const madeContext = native.createContext(nativeLibrary(library), { ...contextDefaults, ...context }, undefined, undefined);
    if ('failure' in madeContext) throw new Error(`${madeContext.failure.function} refused ${madeContext.failure.setting}`);
    const madeEngine = createEngine(madeContext.context, { ...engineDefaults, ...engine });
    if (isRefusal(madeEngine)) throw new Error(`${madeEngine.failure.function} refused ${madeEngine.failure.setting}`);
    this.#engine = madeEngine;
  }

  connect(): Raw {
    return this.#outcome(native.engineConnect(this.#engine));
  }

  accept(): Raw {
    return this.#outcome(native.engineAccept(this.#engine));
  }

  handshake(): Raw {
    return this.#outcome(native.engineHandshake(this.#engine));
  }

  read(size = 100): Raw {
    return this.#outcome(native.engineRead(this.#engine, new Uint8Array(size)));
  }

  write(bytes: Uint8Array): Raw {
    return this.#outcome(native.engineWrite(this.#engine, bytes));
  }

  shutdown(): Raw {
    return this.#outcome(native.engineShutdown(this.#engine));
  }

  feed(bytes: Uint8Array): number {
    return native.engineFeed(this.#engine, bytes);
  }

  feedEnd(): void {
    native.engineFeedEnd(this.#engine);
  }

  drain(): Buffer {
    const bytes = Buffer.alloc(native.engineToDrain(this.#engine));
    return bytes.subarray(0, native.engineDrain(this.#engine, bytes));
  }

  close(): void {
    native.engineClose(this.#engine);
  }

  #outcome(failure: NativeFailure | undefined): Raw {
    const [ret = 0, code = 0, errno = 0, bytes = 0] = outcomeNumbers;
    const reasons = (failure?.queue ?? []).map(({ libraryCode, reasonCode }) => `${libraryCode}:${reasonCode}`);
    return {
      ret,
      code,
      errno,
      bytes,
      reasons,
      alertSent: failure?.alertSent?.description ?? null,
      alertReceived: failure?.alertReceived?.description ?? null,
    };
  }
}

/** Moves everything between two raw engines until nothing moves any more. */
export function moveAll(one: RawEngine, other: RawEngine): void {
  for (;;) {
    const forth = one.drain();
    const back = other.drain();
    if (forth.length + back.length === 0) return;
    if (other.feed(forth) !== forth.length || one.feed(back) !== back.length) throw new Error('a pair is full');
  }
}
