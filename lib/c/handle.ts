// Owns: what a C handle is to TypeScript: opaque, and told apart by its kind.

declare const kind: unique symbol;

/** An object of OpenSSL's. Only the functions of this layer can look inside, and they check what it is. */
export type Handle<Kind extends string> = { readonly [kind]: Kind };
