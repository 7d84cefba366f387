// Owns: letting a child process or a worker run the project's TypeScript as jest does: node --require io-register.cjs.

const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    configFile: false,
    swcrc: false,
  });
  module._compile(code, filename);
};
