/**
 * `torchvision.io`: pictures as tensors. Everything that reads returns a promise, since the file, or what decodes it, has to be
 * fetched.
 */
import { check, ValueError } from '../errors.js';
import { readBytes } from '../files/access.js';
import { decode, elements } from '../files/elements.js';
import { readArguments } from '../nn/arguments.js';
import { readParts } from '../backends/allocation.js';
import type { Tensor } from '../tensor/tensor.js';
import { decodeJpeg, isJpeg, jpegCode } from './jpeg.js';
import { ImageReadMode, tensorOf, type Mode, type ModeName } from './picture.js';
import { decodePng, isPng } from './png.js';
import { pictureFrom } from './reading.js';

export { ImageReadMode };

/** How channels are read: `ImageReadMode.RGB`, or 'RGB'. */
export type ReadMode = Mode | ModeName;
type Options = ReadMode | { mode?: ReadMode };

/** The bytes of a file beside the model file, as a tensor of dtype uint8 with one dimension. */
export async function read_file(path: string): Promise<Tensor> {
  const { path: file } = readArguments('read_file(str path)', [path]);
  const bytes = await readBytes(file);
  return decode(bytes, elements['u1'], [bytes.length]);
}

/**
 * Reads a PNG or JPEG beside the model file: a tensor of dtype uint8 and size [channels, height, width], with the numbers that
 * torchvision reads. A PNG with 16 bits a channel is uint16.
 *
 * `const x = (await io.read_image('cat.png', io.ImageReadMode.RGB)).float().div(255);`
 *
 * @throws FileNotFoundError; RuntimeError for a file that is cut off, damaged or of another format
 */
export async function read_image(path: string, mode?: Options): Promise<Tensor> {
  const given = readArguments('read_image(str path, int|str mode=0)', mode === undefined ? [path] : [path, mode]);
  return pictureOf(await readBytes(given.path), given.path, modeOf(given.mode));
}

/** The picture in a tensor of bytes, or in a file beside the model file: see `read_image`. */
export async function decode_image(input: Tensor | string, mode?: Options): Promise<Tensor> {
  const given = readArguments('decode_image(Tensor|str input, int|str mode=0)', mode === undefined ? [input] : [input, mode]);
  const asked = modeOf(given.mode);
  if (typeof given.input === 'string') return pictureOf(await readBytes(given.input), given.input, asked);
  return pictureOf(bytesOf(given.input), 'input', asked);
}

/** The picture in the bytes of a PNG: see `read_image`. */
export async function decode_png(input: Tensor, mode?: Options): Promise<Tensor> {
  const given = readArguments('decode_png(Tensor input, int|str mode=0)', mode === undefined ? [input] : [input, mode]);
  const bytes = bytesOf(given.input);
  check(bytes.length >= 8, () => 'Content is too small for png!');
  check(isPng(bytes), () => 'Content is not png!');
  return Promise.resolve(tensorOf(decodePng(bytes, 'input', modeOf(given.mode))));
}

/** The picture in the bytes of a JPEG: see `read_image`. Its modes are UNCHANGED, GRAY and RGB. */
export async function decode_jpeg(input: Tensor, mode?: Options): Promise<Tensor> {
  const given = readArguments('decode_jpeg(Tensor input, int|str mode=0)', mode === undefined ? [input] : [input, mode]);
  const bytes = bytesOf(given.input);
  check(
    isJpeg(bytes),
    () => 'Not a JPEG file: starts with 0x' + [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join(' 0x'),
  );
  return tensorOf(decodeJpeg(await jpegCode(), bytes, 'input', modeOf(given.mode)));
}

async function pictureOf(bytes: Uint8Array, name: string, mode: Mode): Promise<Tensor> {
  return pictureFrom(bytes, name, mode, isJpeg(bytes) ? await jpegCode() : null);
}

function modeOf(mode: unknown): Mode {
  const found = typeof mode === 'string' ? (ImageReadMode as Readonly<Record<string, Mode | undefined>>)[mode.toUpperCase()] : mode;
  if (Object.values(ImageReadMode).includes(found as Mode)) return found as Mode;
  throw new ValueError(`${typeof mode === 'string' ? `'${mode}'` : String(mode)} is not a valid ImageReadMode`);
}

function bytesOf(input: Tensor): Uint8Array {
  check(input.dtype.name === 'uint8', () => 'Expected a torch.uint8 tensor');
  check(input.sizes.length === 1 && input.sizes[0] > 0, () => 'Expected a non empty 1-dimensional tensor');
  return Uint8Array.from(readParts(input));
}
