// Owns: which OpenSSL the functions of the C layer call: the default one from their first call on, or the one that `with` was given.
// Must not know: which functions there are.

import { native } from '../native/addon.ts';
import { boundFunctions, OpenSSL } from '../ssl/openssl.ts';
import { refusal } from './errors.ts';

type AnyFunction = (...given: readonly unknown[]) => unknown;

let factorySet = false;
let defaults: Readonly<Record<string, AnyFunction>> | undefined;
let constants: Readonly<Record<string, number>> | undefined;

/** All functions over one library. Fails when: `library` is no OpenSSL (MisuseError). */
export function functionsOf(library: OpenSSL): Readonly<Record<string, AnyFunction>> {
  if (!factorySet) native.setCLayerErrorFactory(refusal);
  factorySet = true;
  return boundFunctions(library) as Readonly<Record<string, AnyFunction>>;
}

/** The function of this name over the default OpenSSL, which is loaded at the first call of any. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the generated exports say what each is
export function lazily<Shape>(name: string): Shape {
  let target: AnyFunction | undefined;
  const call = (...given: readonly unknown[]): unknown => {
    if (target === undefined) {
      defaults ??= functionsOf(OpenSSL.load());
      target = defaults[name];
    }
    return target?.(...given);
  };
  Object.defineProperty(call, 'name', { value: name });
  return call as Shape;
}

/** A number of the machine's. */
export function systemConstant(name: string): number {
  constants ??= native.cSystemConstants();
  return constants[name] ?? Number.NaN;
}
