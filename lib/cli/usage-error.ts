// Owns: the one error of the command itself.

/** The command line cannot be followed: nothing was tried. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
