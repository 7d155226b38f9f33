/**
 * Reads the entries of a zip file. It also checks what fflate does not: the sizes of entries before they are read, and their
 * check sums.
 */
import { strFromU8, unzipSync } from 'fflate/browser';
import { ensureRoom } from '../memory.js';
import { crc32 } from './checkSum.js';

/** Entries from this size on are extracted one at a time, so that only one of them is in memory beside the data made from it. */
const LARGE = 2 ** 20;
/** Up to this many bytes are taken without asking for room first. */
const SMALL = 2 ** 16;

/** Whether an entry can have this size: a compressed byte becomes 1032 bytes at most, and the end of the data adds some. */
const couldBe = (size: number, compressed: number): boolean => size <= 1032 * compressed + 258;

const END = 0x06054b50;
const END_BYTES = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const WIDE_END_BYTES = 56;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;

/** A zip file that is damaged, or cut off. */
export class DamagedZip extends Error {}

/**
 * Calls `take` with each wanted entry and its bytes.
 * @throws DamagedZip; RuntimeError when there is no room for the content
 */
export function eachEntry(
  bytes: Uint8Array,
  take: (name: string, content: Uint8Array) => void,
  isWanted: (name: string) => boolean = () => true,
): void {
  const sums = checkSums(bytes);
  const large: string[] = [];
  let room = 0;
  const small = unzip(bytes, (name, size) => {
    if (!isWanted(name)) return false;
    if (size > SMALL) ensureRoom((room += size));
    if (size >= LARGE) large.push(name);
    return size < LARGE;
  });
  const given = (entries: Record<string, Uint8Array>) => {
    for (const [name, content] of Object.entries(entries)) {
      if (sums.get(name) !== crc32(content)) throw new DamagedZip();
      take(name, content);
    }
  };
  given(small);
  for (const name of large) given(unzip(bytes, (each) => each === name));
}

function unzip(bytes: Uint8Array, isWanted: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  let refused: unknown;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        try {
          if (size > bytes.length || !couldBe(originalSize, size)) throw new DamagedZip();
          return isWanted(name, originalSize);
        } catch (error) {
          refused = error;
          throw error;
        }
      },
    });
  } catch {
    throw refused instanceof Error ? refused : new DamagedZip();
  }
}

/** The check sums of all entries by name, from the list at the end of the file. */
function checkSums(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new DamagedZip();
  const sums = new Map<string, number>();
  let [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  // A file that may be larger than four gigabytes has another kind of list.
  if (end >= LOCATOR_BYTES && view.getUint32(end - LOCATOR_BYTES, true) === LOCATOR) {
    const wide = view.getUint32(end - LOCATOR_BYTES + 8, true);
    if (wide + WIDE_END_BYTES > bytes.length) throw new DamagedZip();
    [count, at] = [view.getUint32(wide + 32, true), view.getUint32(wide + 48, true)];
  }
  for (; count > 0; count--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) throw new DamagedZip();
    const length = view.getUint16(at + 28, true);
    // Names are decoded as in fflate: UTF-8 when the entry says so.
    const isUtf8 = (view.getUint16(at + 8, true) & 2048) !== 0;
    sums.set(strFromU8(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length), !isUtf8), view.getUint32(at + 16, true));
    at += ENTRY_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}
