import { check } from '../errors.js';
import type { Tensor } from '../tensor/tensor.js';
import { decodeJpeg, isJpeg } from './jpeg.js';
import { tensorOf, type Mode } from './picture.js';
import { decodePng, isPng } from './png.js';

/**
 * The picture in the bytes of a file.
 * @param jpeg the program that decodes JPEG, for such a file
 * @throws RuntimeError for a file that is cut off, damaged or of another format
 */
export function pictureFrom(bytes: Uint8Array, name: string, mode: Mode, jpeg: Uint8Array | null): Tensor {
  if (isPng(bytes)) return tensorOf(decodePng(bytes, name, mode));
  check(isJpeg(bytes) && jpeg !== null, () => `'${name}' is no picture that can be read here: PNG and JPEG are.`);
  return tensorOf(decodeJpeg(jpeg, bytes, name, mode));
}
