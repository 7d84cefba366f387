declare module 'node-gyp-build' {
  /** Loads the addon of the package in `directory`. */
  export default function load(directory: string): unknown;
}
