// Owns: what an OpenSSL cannot do by its own word: found by asking it, never from a list of tests.
// Must not know: single tests; what a layer does.

import { NotSupportedError, SettingError } from '../../lib/index.ts';
import { RefusedByC } from './c-contexts.ts';
import type { Commands, HandshakeCase } from './case.ts';
import { type Library, ownSecurityLevel } from './library.ts';
import { given } from './names.ts';
import { inExtras, usesNpn, usesSrp } from './which-layer.ts';

interface Row {
  readonly needs: (test: HandshakeCase) => boolean;
  /** null: it can. */
  readonly missing: (library: Library) => string | null;
}

const rows: readonly Row[] = [
  {
    needs: ({ useSctp }) => useSctp,
    missing: (library) => lacksFunction(library, 'BIO_new_dgram_sctp', 'SCTP') ?? 'SCTP: this runner has no sockets of it',
  },
  {
    // Where the client offers it all the same, nothing has to be forced.
    needs: (test) => inExtras(test, ({ server, client }) => server.forcePha && !client.enablePha),
    missing: () => 'ForcePHA sets a private field of the SSL, which no public function does',
  },
  {
    needs: (test) => inExtras(test, usesNpn),
    missing: (library) => lacksFunction(library, 'SSL_CTX_set_next_proto_select_cb', 'NPN'),
  },
  {
    needs: (test) => inExtras(test, usesSrp),
    missing: (library) => lacksFunction(library, 'SSL_CTX_set_srp_username', 'SRP'),
  },
  {
    needs: (test) => inExtras(test, ({ client }) => client.ctValidation !== 'None'),
    missing: (library) => lacksFunction(library, 'SSL_CTX_enable_ct', 'CT'),
  },
  {
    needs: ({ expected }) => expected.compression,
    missing: ({ c }) =>
      (c.SSL_COMP_get_compression_methods() ?? []).length > 0 ? null : 'no TLS compression: SSL_COMP_get_compression_methods() is empty',
  },
];

/** null: there is no reason. */
export function reasonToSkip(library: Library, test: HandshakeCase): string | null {
  for (const { needs, missing } of rows) {
    const reason = needs(test) ? missing(library) : null;
    if (reason !== null) return reason;
  }
  return null;
}

function lacksFunction({ openssl }: Library, name: string, what: string): string | null {
  return openssl.has(name) ? null : `${what}: this OpenSSL exports no ${name}`;
}

/** What a refused setting says of the library; null if it may as well be the package's fault. */
export function reasonOfRefusal(
  library: Library,
  test: HandshakeCase,
  error: unknown,
): { readonly reason: string; readonly detail?: string } | null {
  if (error instanceof NotSupportedError) return { reason: error.message };
  const setting = error instanceof SettingError || error instanceof RefusedByC ? error.setting : '';
  if (setting !== 'conf.Groups' && setting !== 'conf.Curves') return null;
  // The answer of another function than the one that refused.
  const lists = Object.values(test.commands).flatMap((commands: Commands[keyof Commands]) =>
    (commands ?? []).filter(([command]) => `conf.${command}` === setting).map(([, list]) => list),
  );
  const unknown = lists.flatMap((list) => unknownGroups(library, list));
  return unknown[0] === undefined
    ? null
    : { reason: 'groups that this OpenSSL has not: SSL_CTX_set1_groups_list refuses them', detail: unknown[0] };
}

/** The groups of a list that this OpenSSL does not know, asked for one by one. */
function unknownGroups({ c }: Library, list: string): readonly string[] {
  const context = given(c.SSL_CTX_new(given(c.TLS_method())));
  const unknown = list.split(':').filter((group) => c.SSL_CTX_set1_groups_list(context, group) !== 1);
  c.SSL_CTX_free(context);
  c.ERR_clear_error();
  return unknown;
}

/** Set if the library was built for a higher security level than OpenSSL's own sources have. */
export function reasonOfLevel(library: Library): string | null {
  const { c } = library;
  const context = given(c.SSL_CTX_new(given(c.TLS_method())));
  const built = c.SSL_CTX_get_security_level(context);
  c.SSL_CTX_free(context);
  const own = ownSecurityLevel(library);
  return built > own ? `security level ${built}, the default of this build: passed at ${own}, OpenSSL's own` : null;
}
