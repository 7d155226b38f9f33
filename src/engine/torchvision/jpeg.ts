/**
 * JPEG. libjpeg-turbo decodes it, which PyTorch and Pillow use too, so the pixels are the same. It is built for WebAssembly and
 * comes in a file of its own. Each picture gets a new instance: a damaged one can break nothing but its own memory.
 */
import { check, RuntimeError } from '../errors.js';
import { instantiate, type Memory } from '../backends/cpu/wasm/runtime.js';
import { readShipped } from '../files/access.js';
import { ensureRoom } from '../memory.js';
import { channelsOf, converted, ImageReadMode, type Mode, type Pixels } from './picture.js';

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

interface Decoder {
  memory: Memory;
  malloc(bytes: number): number;
  tjInitDecompress(): number;
  tjDecompressHeader3(handle: number, data: number, size: number, width: number, height: number, sub: number, space: number): number;
  tjDecompress2(
    ...given: [
      handle: number,
      data: number,
      size: number,
      out: number,
      width: number,
      pitch: number,
      height: number,
      format: number,
      flags: number,
    ]
  ): number;
}

/** Numbers of TurboJPEG's interface: colours of a file, and forms of pixels. */
const [GRAY_FILE, CMYK_FILE, YCCK_FILE] = [2, 3, 4];
const [RGB, GRAY, CMYK] = [0, 6, 11];

/** A block of 8 × 8 pixels takes a bit of the file at least, in each of its channels. */
const PIXELS_A_BYTE = 8 * 64;

let code: Promise<Uint8Array> | null = null;

/** The program that decodes. It is read once. */
export function jpegCode(): Promise<Uint8Array> {
  code ??= readShipped('jpeg.wasm').catch((error: unknown) => {
    code = null;
    throw error;
  });
  return code;
}

/** @throws RuntimeError for a file that is cut off or damaged, or for another mode than GRAY and RGB */
export function decodeJpeg(program: Uint8Array, bytes: Uint8Array, name: string, mode: Mode): Pixels {
  const isAllowed = mode === ImageReadMode.UNCHANGED || mode === ImageReadMode.GRAY || mode === ImageReadMode.RGB;
  check(isAllowed, () => 'The provided mode is not supported for JPEG files');
  const broken = () => new RuntimeError(`'${name}' is a damaged JPEG, or is cut off.`);
  const tried = <T>(work: () => T): T => {
    try {
      return work();
    } catch {
      throw broken();
    }
  };
  // Its errors are a jump out of the call, which WebAssembly has not: here the jump fails, and so does the call.
  const decoder = instantiate(program, ['setjmp', 'environ_sizes_get']) as unknown as Decoder;
  const { handle, data, width, height, space } = tried(() => headerOf(decoder, bytes));
  if (width === 0 || width * height > PIXELS_A_BYTE * bytes.length) throw broken();
  const isInk = space === CMYK_FILE || space === YCCK_FILE;
  const isGray = space === GRAY_FILE ? mode !== ImageReadMode.RGB : mode === ImageReadMode.GRAY;
  const [format, channels] = isInk ? [CMYK, 4] : isGray ? [GRAY, 1] : [RGB, 3];
  const size = width * height * channels;
  // The pixels there and here, and the coefficients of a progressive picture, of two bytes each.
  ensureRoom(2 * size + 2 * width * height * Math.max(channels, 3));
  const stored = tried(() => {
    const out = decoder.malloc(size);
    const status = out === 0 ? -1 : decoder.tjDecompress2(handle, data, bytes.length, out, width, 0, height, format, 0);
    return status === 0 ? new Uint8Array(decoder.memory.buffer, out, size).slice() : null;
  });
  if (!stored) throw broken();
  const pixels = { width, height, channels, data: stored };
  return isInk && mode !== ImageReadMode.UNCHANGED ? fromInk(pixels, channelsOf(mode)) : pixels;
}

function headerOf(decoder: Decoder, bytes: Uint8Array) {
  const data = decoder.malloc(bytes.length);
  const said = decoder.malloc(16);
  const handle = decoder.tjInitDecompress();
  if (data === 0 || said === 0 || handle === 0) throw new RangeError();
  new Uint8Array(decoder.memory.buffer, data, bytes.length).set(bytes);
  const status = decoder.tjDecompressHeader3(handle, data, bytes.length, said, said + 4, said + 8, said + 12);
  if (status !== 0) throw new RangeError();
  const [width, height, , space] = new Uint32Array(decoder.memory.buffer, said, 4);
  return { handle, data, width, height, space };
}

/** Red, green and blue, or grey, of cyan, magenta, yellow and black, which such files hold inverted. As torchvision does it. */
function fromInk(pixels: Pixels, channels: number): Pixels {
  const { data } = pixels;
  const light = (black: number, ink: number): number => {
    const product = black * (255 - ink) + 128;
    return Math.min(255, Math.max(0, black - (((product >> 8) + product) >> 8)));
  };
  return converted(pixels, channels, (from, to, out) => {
    const black = data[from + 3];
    const [red, green, blue] = [0, 1, 2].map((c) => light(black, data[from + c]));
    if (channels === 1) out[to] = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    else out.set([red, green, blue], to);
  });
}
