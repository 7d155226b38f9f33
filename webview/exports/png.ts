import type { Picture } from '../../src/exchange/pictures/format.js';
import { svgOf } from '../../src/exchange/pictures/formats/svg.js';

const mostPixels = 40_000_000;

/** An SVG and its size in pixels. */
export interface SizedSvg {
  svg: string;
  width: number;
  height: number;
}

export const pngOf = (picture: Picture): Promise<string> => pngFrom(svgOf(picture));

/** The SVG as a PNG in base64: at twice its size, or less if the picture would have too many pixels. */
export async function pngFrom({ svg, width, height }: SizedSvg): Promise<string> {
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
