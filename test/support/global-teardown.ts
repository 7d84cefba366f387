import { removeTempFolder } from './temp-folder.ts';

export default function globalTeardown(): void {
  removeTempFolder();
}
