import { elements, decode } from '../files/elements.js';
import type { Tensor } from '../tensor/tensor.js';

/** How the channels of a picture are read, as `torchvision.io.ImageReadMode`. */
export const ImageReadMode = Object.freeze({
  /** As the picture is stored. */
  UNCHANGED: 0,
  GRAY: 1,
  GRAY_ALPHA: 2,
  RGB: 3,
  RGB_ALPHA: 4,
});

export type ModeName = keyof typeof ImageReadMode;
export type Mode = (typeof ImageReadMode)[ModeName];

/** Pixels row by row. The channels of a pixel are side by side. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint16Array;
}

/** The channels of a mode. @throws for `UNCHANGED`, where the picture decides */
export const channelsOf = (mode: Mode): number => (mode === ImageReadMode.UNCHANGED ? NaN : mode);

/** A tensor of size [channels, height, width]. As in torchvision, its memory keeps the channels of a pixel together. */
export function tensorOf({ width, height, channels, data }: Pixels): Tensor {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const kind = elements[data instanceof Uint16Array ? 'u2' : 'u1'];
  return decode(bytes, kind, [channels, height, width], [1, width * channels, channels]);
}

/** `pixels` with other channels: `write` writes those of one pixel. */
export function converted(
  { width, height, channels, data }: Pixels,
  count: number,
  write: (from: number, to: number, out: Uint8Array | Uint16Array) => void,
): Pixels {
  const out = data instanceof Uint16Array ? new Uint16Array(width * height * count) : new Uint8Array(width * height * count);
  for (let i = 0; i < width * height; i++) write(i * channels, i * count, out);
  return { width, height, channels: count, data: out };
}
