// Owns: what a whole run needs once: certificates, and OpenSSLs that can share a process.

import { makeCopies } from './library-copies.ts';
import { makePki } from './pki-make.ts';
import { makeTempFolder, tempFolder } from './temp-folder.ts';

export default async function globalSetup(): Promise<void> {
  makeTempFolder();
  makeCopies(tempFolder('libraries'));
  await makePki(tempFolder('pki'));
}
