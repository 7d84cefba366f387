// What a test puts into the environment of its own process, and takes back.

/** Runs with the variable set, and gives back what was there before. */
export async function withVariable<T>(name: string, value: string, run: () => T | Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
