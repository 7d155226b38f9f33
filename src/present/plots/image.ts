import { encode } from 'fast-png';
import type { Mark } from '../../protocol/figure.js';
import { rgb } from '../colours.js';
import { colorMap } from './colours.js';

type ImageMark = Extract<Mark, { kind: 'image' }>;

declare function btoa(binary: string): string;

/** The pixels of an image as a PNG within a URL. A pixel without a number is transparent. */
export function pngUrl(mark: ImageMark): string {
  const { rows, columns, data, channels, mapped } = mark;
  const pixels = new Uint8Array(rows * columns * 4);
  const map = colorMap(mapped);
  for (let i = 0; i < rows * columns; i++) {
    if (channels === 1) {
      const value = data[i];
      if (value == null) continue;
      pixels.set([...rgb(map(value)).slice(0, 3), 255], 4 * i);
    } else {
      for (let channel = 0; channel < channels; channel++) pixels[4 * i + channel] = Math.round(255 * (data[i * channels + channel] ?? 0));
      if (channels === 3) pixels[4 * i + 3] = 255;
    }
  }
  const bytes = encode({ width: columns, height: rows, data: pixels, channels: 4 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
