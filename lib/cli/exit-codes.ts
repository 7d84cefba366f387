// Owns: the exit codes, as the help and the README list them.

export const exitCodes = {
  /** The handshake is done and the peer verified, or verification was switched off. */
  done: 0,
  /** It was tried and failed. */
  failed: 1,
  /** Bad usage: nothing was tried. */
  usage: 2,
} as const;

/** Of `replay`, as cmp(1) and diff(1) have them. */
export const replayExitCodes = {
  same: 0,
  different: 1,
  /** Bad usage, or there was nothing to compare with: no such library, or no such server. */
  notCompared: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
