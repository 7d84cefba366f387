// Owns: that threads of the pool do not outwait this thread. Node waits for them when a process exits, and one that waits for the answer of
// a callback would wait for ever, as nothing runs here any more. (Of a worker that is terminated native code sees it by itself.)

import { native } from '../native/addon.ts';

let seesToIt = false;

export function letGoOnExit(): void {
  if (seesToIt) return;
  seesToIt = true;
  process.once('exit', () => native.endErrands());
}
