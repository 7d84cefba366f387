// Owns: the three functions of the package reflect-metadata that @peculiar/x509's container calls, so that one more package is not needed.

type Metadata = Map<unknown, unknown>;
const store = new WeakMap<object, Metadata>();

const own = (key: unknown, target: object): unknown => store.get(target)?.get(key);

Object.assign(Reflect, {
  defineMetadata(key: unknown, value: unknown, target: object): void {
    store.set(target, (store.get(target) ?? new Map<unknown, unknown>()).set(key, value));
  },
  getOwnMetadata(key: unknown, target: object): unknown {
    return own(key, target);
  },
  getMetadata(key: unknown, target: object): unknown {
    for (let object: object | null = target; object !== null; object = Object.getPrototypeOf(object) as object | null) {
      const value = own(key, object);
      if (value !== undefined) return value;
    }
    return undefined;
  },
});
