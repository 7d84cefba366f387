// Owns: running the files of a library: which, in what order, and what came of each test.
// Must not know: how it is shown.

import type { HandshakeCase } from './case.ts';
import { readCases } from './case-reader.ts';
import { readConfiguration } from './configuration.ts';
import { certificatesOf, fileOf, filesOf, type Library } from './library.ts';
import { type RunOptions, runCase, type Verdict } from './run-case.ts';

export interface CaseReport {
  readonly file: string;
  readonly name: string;
  readonly verdict: Verdict;
}

export interface SuiteReport {
  readonly library: string;
  readonly version: string;
  readonly files: number;
  readonly seconds: number;
  readonly cases: readonly CaseReport[];
}

export interface SuiteOptions extends RunOptions {
  /** Files and tests whose names contain this. */
  readonly file?: string;
  readonly test?: string;
  readonly onCase?: (report: CaseReport) => void;
}

export async function runSuite(library: Library, options: SuiteOptions = {}): Promise<SuiteReport> {
  const files = filesOf(library).filter((name) => name.includes(options.file ?? ''));
  const reports: CaseReport[] = [];
  const start = performance.now();
  for (const file of files) {
    const wanted = casesOf(library, file).filter(({ name }) => name.includes(options.test ?? ''));
    for (const test of wanted) {
      const report = { file, name: test.name, verdict: await runCase(library, test, options) };
      options.onCase?.(report);
      reports.push(report);
    }
  }
  return {
    library: library.name,
    version: library.openssl.version.short,
    files: files.length,
    seconds: (performance.now() - start) / 1000,
    cases: reports,
  };
}

/** Fails when: the file cannot be understood (ConfigurationError, CaseError). */
export function casesOf(library: Library, file: string): readonly HandshakeCase[] {
  const environment = { TEST_CERTS_DIR: certificatesOf(library) };
  return readCases(readConfiguration(fileOf(library, file), { environment }), file);
}
