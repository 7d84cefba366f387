// Owns: what the applications here have in common: they are given JSON as their argument, and say lines of JSON.

const { writeSync } = require('node:fs');

exports.input = JSON.parse(process.argv[2] ?? '{}');

exports.tell = function tell(value) {
  writeSync(1, `${JSON.stringify(value)}\n`);
};

/** Says what `run` resolves with, or why it does not. */
exports.tellOutcome = async function tellOutcome(run) {
  try {
    exports.tell(await run());
  } catch (error) {
    exports.tell({ error: describe(error) });
  }
};

function describe({ name, code, message, cause }) {
  return { name, code, message, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
