// Owns: a Chromium without a window, with a profile of its own, that trusts the certificate it is told of and no other.
// Must not know: the pages.

import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Credentials, publicKeyHash } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder } from './program.ts';

export interface Browser {
  newPage(): Promise<Page>;
  stop(): Promise<void>;
}

export async function startChromium(trusted: Credentials): Promise<Browser> {
  const context: BrowserContext = await chromium.launchPersistentContext(newFolder('chromium'), {
    executablePath: pathOf('chromium'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--ignore-certificate-errors-spki-list=${publicKeyHash(trusted)}`,
    ],
  });
  return {
    newPage: () => context.newPage(),
    stop: () => context.close(),
  };
}
