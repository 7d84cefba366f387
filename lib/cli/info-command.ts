// Owns: the command `info`: which OpenSSL is in use here, why, and what it was found beside.

import { type ChosenBy, LibraryContext, LibraryLoadError, type LoadAttempt, OpenSSL, type ProviderInfo } from '../index.ts';
import { attemptText, errorLine } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { type ErrorReport, errorReport, type LibraryReport, libraryReport } from './json-report.ts';
import { type Colors, colorsFor, type Fact, facts } from './layout.ts';
import { packageVersion } from './package-version.ts';
import { plain, plainJson } from './plain-text.ts';

export interface InfoFlags {
  readonly json?: true;
  readonly library?: string;
}

interface LibraryDetails {
  readonly versionNumber: string;
  readonly isolationDetail: string;
  /** Of the default library context; none before 3.0. */
  readonly providers: readonly ProviderInfo[];
}

/** What `info --json` prints. */
export interface InfoReport {
  readonly ok: boolean;
  readonly library: (LibraryReport & LibraryDetails) | null;
  /** `argument` (--library), `LIBSSL_LIBRARY` (the environment) or `default`. */
  readonly chosenBy: ChosenBy;
  /** What was tried before, in order, and why it was turned down. */
  readonly attempts: readonly LoadAttempt[];
  readonly node: { readonly version: string; readonly openssl: string; readonly executable: string };
  readonly package: { readonly version: string; readonly addon: string | null };
  readonly error?: ErrorReport;
}

export function runInfo(flags: InfoFlags, color: boolean): ExitCode {
  const { library, error } = load(flags.library);
  const report: InfoReport = {
    ok: error === null,
    library: library && {
      ...libraryReport(library),
      versionNumber: `0x${library.version.number.toString(16)}`,
      isolationDetail: library.isolation.detail,
      providers: library.has('OSSL_LIB_CTX_new') ? LibraryContext.default(library).providers : [],
    },
    chosenBy: library?.chosenBy ?? expectedChoice(flags.library),
    attempts: library?.attempts ?? error?.attempts ?? [],
    node: { version: process.version, openssl: process.versions.openssl, executable: process.execPath },
    package: { version: packageVersion(), addon: addonFile() },
    ...(error === null ? {} : { error: errorReport(error) }),
  };
  if (flags.json === true) {
    process.stdout.write(`${plainJson(report)}\n`);
  } else {
    process.stdout.write(infoText(report, colorsFor(process.stdout, color)));
    if (error !== null) process.stderr.write(errorLine(error));
  }
  return report.ok ? exitCodes.done : exitCodes.failed;
}

function load(selector: string | undefined): { readonly library: OpenSSL | null; readonly error: LibraryLoadError | null } {
  try {
    return { library: OpenSSL.load(selector), error: null };
  } catch (error) {
    if (error instanceof LibraryLoadError) return { library: null, error };
    throw error;
  }
}

function expectedChoice(selector: string | undefined): ChosenBy {
  if (selector !== undefined) return 'argument';
  return (process.env['LIBSSL_LIBRARY'] ?? '') === '' ? 'default' : 'LIBSSL_LIBRARY';
}

function infoText({ library, chosenBy, attempts, node, package: own }: InfoReport, colors: Colors): string {
  const entries: Fact[] = [
    ['In use', library === null ? colors.red('none') : colors.green(`${library.version} (${library.versionNumber})`)],
  ];
  entries.push(['Because', plain(reasons[chosenBy]())]);
  if (library !== null) {
    entries.push(['Source', library.source]);
    entries.push(['Files', library.files.ssl, ...(library.files.crypto === library.files.ssl ? [] : [library.files.crypto])]);
    entries.push(['Isolation', `${library.isolation}: ${library.isolationDetail}`]);
    const providers = library.providers.map(({ name, version }) => plain(version === null ? name : `${name} ${version}`));
    if (providers.length > 0) entries.push(['Providers', ...providers]);
  }
  const turnedDown = attempts.map(attemptText);
  entries.push(['Turned down', ...(turnedDown.length === 0 ? ['nothing: this was the first choice'] : turnedDown)]);
  entries.push(['Node.js', `${node.version}, with OpenSSL ${node.openssl} of its own (--library node)`, node.executable]);
  entries.push(['libssl', own.version, own.addon ?? 'addon unknown']);
  return `${facts(entries, colors)}\n`;
}

const reasons: Readonly<Record<ChosenBy, () => string>> = {
  argument: () => '--library names it',
  LIBSSL_LIBRARY: () => `the environment names it: LIBSSL_LIBRARY=${process.env['LIBSSL_LIBRARY'] ?? ''}`,
  default: () => "nothing was asked for: the system's comes first, then Node's own",
};

// Which file it was, and not which it should be: what `require` has loaded.
function addonFile(): string | null {
  return Object.keys(require.cache).find((file) => file.endsWith('.node')) ?? null;
}
