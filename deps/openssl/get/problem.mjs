// @ts-check
/** The two kinds of error that a person can act on. Anything else that is thrown is a defect of this tool. */

/** Something outside this tool went wrong. It says what was tried and what to do. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {{ tried?: readonly string[], todo?: string }} [more]
   */
  constructor(message, more = {}) {
    super(message);
    this.name = 'Problem';
    this.tried = more.tried ?? [];
    this.todo = more.todo;
  }

  /** The whole text, a line for each thing that was tried. */
  get report() {
    return [
      this.message,
      ...this.tried.map((line) => `  tried: ${line}`),
      ...(this.todo === undefined ? [] : [`  what to do: ${this.todo}`]),
    ].join('\n');
  }
}

/** The command line can't be understood. */
export class UsageError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'UsageError';
  }
}
