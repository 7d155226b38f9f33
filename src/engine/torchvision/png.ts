/**
 * PNG. fast-png decodes it, but believes what a file says of itself: here its header is compared with what is really in
 * it, before there is memory for the pixels. https://www.w3.org/TR/png-3/
 */
import { decode } from 'fast-png';
import { Unzlib } from 'fflate/browser';
import { check, RuntimeError } from '../errors.js';
import { ensureRoom } from '../memory.js';
import { converted, ImageReadMode, type Mode, type Pixels } from './picture.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/** The chunks that pixels are made of. Others may be packed texts and profiles of any length, and are left out. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** A chunk has its length and its name before its content, and a check sum behind it. */
const BEFORE = 8;
const AROUND = 12;

/** Channels by the type of colour in a header. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const PALETTE = 3;

/** The widths between the pixels of each pass of an interlaced picture, and where its first one is. */
const PASSES = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
];

interface Header {
  width: number;
  height: number;
  depth: number;
  colour: number;
  channels: number;
  isInterlaced: boolean;
}

interface Chunk {
  name: string;
  /** With the length, the name and the check sum. */
  whole: Uint8Array;
  content: Uint8Array;
}

/** @throws RuntimeError for a file that is cut off, damaged, or not what its header says */
export function decodePng(bytes: Uint8Array, name: string, mode: Mode): Pixels {
  const chunks = chunksOf(bytes, name);
  const header = headerOf(chunks, name);
  const { width, height, depth, channels } = header;
  const size = packedBytes(header);
  checkPacked(chunks, size, name);
  // What was packed, in pieces and in one, the rows that are made of it, and the pixels as they are asked for.
  ensureRoom(3 * size + width * height * Math.max(channels, 4) * (depth === 16 ? 2 : 1));
  return inMode(header, unpacked(joined(chunks), header, name), mode);
}

function chunksOf(bytes: Uint8Array, name: string): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  const isCut = () => `'${name}' is cut off.`;
  for (let at = SIGNATURE.length; chunks.at(-1)?.name !== 'IEND';) {
    check(at + AROUND <= bytes.length, isCut);
    const length = view.getUint32(at);
    check(at + AROUND + length <= bytes.length, isCut);
    const whole = bytes.subarray(at, at + AROUND + length);
    const letters = String.fromCharCode(...whole.subarray(4, BEFORE));
    if (NEEDED.includes(letters)) chunks.push({ name: letters, whole, content: whole.subarray(BEFORE, BEFORE + length) });
    at += whole.length;
  }
  return chunks;
}

function headerOf([first]: readonly Chunk[], file: string): Header {
  const isRight = first.name === 'IHDR' && first.content.length === 13;
  check(isRight, () => `'${file}' is a damaged PNG: it has no header.`);
  const view = new DataView(first.content.buffer, first.content.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, , , interlaced] = first.content.subarray(8);
  const channels = CHANNELS[colour];
  const isKnown = DEPTHS[colour]?.includes(depth) === true && width > 0 && height > 0 && interlaced <= 1;
  check(isKnown, () => `'${file}' is a damaged PNG: its header is none.`);
  const isInterlaced = interlaced === 1;
  check(
    !isInterlaced || depth >= 8,
    () => `'${file}' is interlaced and has ${depth} bits a channel, which cannot be read: save it without interlacing.`,
  );
  return { width, height, depth, colour, channels, isInterlaced };
}

/** The bytes that are packed in the file: rows, each behind a byte for its filter. */
function packedBytes({ width, height, depth, channels, isInterlaced }: Header): number {
  const rows = (across: number, down: number) => (across > 0 ? down * (1 + Math.ceil((across * channels * depth) / 8)) : 0);
  if (!isInterlaced) return rows(width, height);
  return PASSES.reduce((sum, { x, y, across, down }) => sum + rows(Math.ceil((width - x) / across), Math.ceil((height - y) / down)), 0);
}

/** How much is unpacked at a time, when it is only counted. A packed byte becomes 1032 bytes at most. */
const STEP = 2 ** 12;

/** @throws RuntimeError unless exactly `size` bytes are packed in the file */
function checkPacked(chunks: readonly Chunk[], size: number, name: string): void {
  let count = 0;
  const unpacking = new Unzlib(({ length }) => void (count += length));
  const isMore = () => `'${name}' contradicts itself: it holds more pixels than its header says.`;
  const parts = chunks.filter((chunk) => chunk.name === 'IDAT').map(({ content }) => content);
  check(parts.length > 0, () => `'${name}' is a damaged PNG: it has no pixels.`);
  for (const part of parts)
    for (let at = 0; at < part.length; at += STEP) {
      unpack(name, () => unpacking.push(part.subarray(at, at + STEP), false));
      check(count <= size, isMore);
    }
  check(count === size, () => `'${name}' is cut off: it holds ${count} of ${size} bytes of pixels.`);
}

function unpack<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch {
    throw new RuntimeError(`'${name}' is a damaged PNG.`);
  }
}

function joined(chunks: readonly Chunk[]): Uint8Array {
  const parts = [Uint8Array.from(SIGNATURE), ...chunks.map(({ whole }) => whole)];
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The pixels with the channels that are stored, at 8 or 16 bits, and the colours that a palette has for them. */
function unpacked(bytes: Uint8Array, { width, height, depth, colour, channels }: Header, name: string): Pixels & { palette?: number[][] } {
  const { data, palette } = unpack(name, () => decode(bytes, { checkCrc: true }));
  check(colour !== PALETTE || palette !== undefined, () => `'${name}' is a damaged PNG: it has no palette.`);
  if (depth >= 8) return { width, height, channels, data: data as Uint8Array | Uint16Array, palette };
  const out = new Uint8Array(width * height);
  const row = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  // A grey of few bits is stretched to 8. The number of a colour stays as it is.
  const scale = colour === PALETTE ? 1 : 255 / most;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      out[y * width + x] = scale * ((data[y * row + (bit >> 3)] >> (8 - depth - (bit & 7))) & most);
    }
  return { width, height, channels, data: out, palette };
}

/** The weights of libpng for the ones that torchvision gives: 0.2989, 0.587, and the rest for blue. */
const [RED, GREEN] = [9794, 19234];
const BLUE = 32768 - RED - GREEN;

function inMode(header: Header, pixels: Pixels & { palette?: number[][] }, mode: Mode): Pixels {
  if (mode === ImageReadMode.UNCHANGED || (mode === header.channels && header.colour !== PALETTE)) return pixels;
  const { palette } = pixels;
  const { data, channels } = header.colour === PALETTE ? coloured(pixels, palette!) : pixels;
  const all: Pixels = { ...pixels, data, channels };
  const isWide = data instanceof Uint16Array;
  const full = isWide ? 65535 : 255;
  const isGray = channels <= 2;
  const grey = (at: number): number => {
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
    if (isGray || (red === green && red === blue)) return red;
    return (RED * red + GREEN * green + BLUE * blue + (isWide ? 16384 : 0)) >> 15;
  };
  const colours = mode === ImageReadMode.GRAY || mode === ImageReadMode.GRAY_ALPHA ? 1 : 3;
  const hasAlpha = channels % 2 === 0;
  return converted(all, mode, (from, to, out) => {
    for (let c = 0; c < colours; c++) out[to + c] = colours === 1 ? grey(from) : data[isGray ? from : from + c];
    if (mode % 2 === 0) out[to + colours] = hasAlpha ? data[from + channels - 1] : full;
  });
}

/** The pixels with the colours of a palette. A number without a colour is black. */
function coloured(pixels: Pixels, palette: readonly (readonly number[])[]): Pixels {
  return converted(pixels, 4, (from, to, out) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = palette[pixels.data[from]] ?? [];
    out.set([red, green, blue, alpha], to);
  });
}
