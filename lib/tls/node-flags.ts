// Owns: what Node is told of TLS on its command line, as far as Node itself does not tell it.

const given: readonly string[] = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)];

/** Whether Node was started with this flag. */
export function hasFlag(flag: string): boolean {
  return given.includes(flag);
}

/** What `flag=…` was given; null where it was not. */
export function flagValue(flag: string): string | null {
  return given.find((option) => option.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? null;
}
