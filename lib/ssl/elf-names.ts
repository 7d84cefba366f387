// Owns: the names inside an ELF shared library by which the loader tells it from others.
// Must not know: OpenSSL, files.

// ELF, gABI: identification bytes, program header types, dynamic tags.
const magic = 0x7f454c46;
const class64 = 2;
const littleEndian = 1;
const typeLoad = 1;
const typeDynamic = 2;
const tagStringTable = 5;
const tagStringSize = 10;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

/**
 * Replaces names in the dynamic string table of `image`, each by one of the same length: sonames and the references to them, which
 * share one string. Returns false, and changes nothing, if this is no 64-bit little-endian ELF file or a name is not there.
 */
export function renameInElf(image: Buffer, names: ReadonlyMap<string, string>): boolean {
  const table = dynamicStrings(image);
  if (table === null) return false;
  const places: [number, string][] = [];
  for (const [from, to] of names) {
    if (from.length !== to.length) return false;
    const place = table.indexOf(`\0${from}\0`, 0, 'latin1');
    if (place >= 0) places.push([place + 1, to]);
  }
  if (places.length === 0) return false;
  for (const [place, to] of places) table.write(to, place, 'latin1');
  return true;
}

function dynamicStrings(image: Buffer): Buffer | null {
  if (image.length < 64 || image.readUInt32BE(0) !== magic || image[4] !== class64 || image[5] !== littleEndian) return null;
  const segments = segmentsOf(image);
  const dynamic = segments.find(({ type }) => type === typeDynamic);
  if (dynamic === undefined) return null;
  const tags = new Map<number, number>();
  for (let at = dynamic.offset; at < dynamic.offset + dynamic.size; at += 16) tags.set(number64(image, at), number64(image, at + 8));
  const address = tags.get(tagStringTable);
  const size = tags.get(tagStringSize);
  if (address === undefined || size === undefined) return null;
  const home = segments.find(({ type, address: start, size: length }) => type === typeLoad && address >= start && address < start + length);
  if (home === undefined) return null;
  const offset = address - home.address + home.offset;
  return image.subarray(offset, offset + size);
}

function segmentsOf(image: Buffer): readonly Segment[] {
  const start = number64(image, 32);
  const size = image.readUInt16LE(54);
  const count = image.readUInt16LE(56);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return {
      type: image.readUInt32LE(at),
      offset: number64(image, at + 8),
      address: number64(image, at + 16),
      size: number64(image, at + 32),
    };
  });
}

function number64(image: Buffer, at: number): number {
  return Number(image.readBigUInt64LE(at));
}
