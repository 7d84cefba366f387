// @ts-check
// Before a package is packed: the compiler does not remove what it wrote for a source file that is gone. `prepare` builds dist/ again.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
