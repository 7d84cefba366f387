// Owns: loading the package's JavaScript once more, as a second copy of it would be.

const { sep } = require('node:path');

for (const file of Object.keys(require.cache).filter((name) => name.includes(`${sep}dist${sep}`))) delete require.cache[file];
require('libssl/register');
