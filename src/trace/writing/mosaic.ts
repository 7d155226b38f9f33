import type { TypedArray } from '../../engine/dtype.js';
import { packCells } from '../../protocol/cells.js';
import type { Thumbnail } from '../../protocol/trace.js';

/** The fewest pixels on each side of a picture. */
const SMALLEST = 3;
/** The most cells on a side: of one picture, and of the whole mosaic with a cell between each two pictures. */
const TILE = 8;
const SIDE = 17;

/** Whether the elements are pictures: a batch of images with channels, filters, attention maps of heads. */
export const isPictures = (sizes: readonly number[]): boolean => sizes.length === 4 && sizes[2]! >= SMALLEST && sizes[3]! >= SMALLEST;

/**
 * The first pictures, beside and below each other: dim 0 downwards and dim 1 to the right. Where only one of these dims
 * has several pictures, they follow one after the other. Large pictures are reduced to means of blocks. Cells between
 * pictures are zero.
 */
export function mosaic(data: TypedArray, [first = 1, second = 1, height = 1, width = 1]: readonly number[]): Thumbnail {
  const [tileH, tileW] = [Math.min(TILE, height), Math.min(TILE, width)];
  const [down, right] = [Math.floor((SIDE + 1) / (tileH + 1)), Math.floor((SIDE + 1) / (tileW + 1))];
  const isGrid = first > 1 && second > 1;
  const all = first * second;
  const tilesAcross = isGrid ? Math.min(second, right) : Math.min(all, right);
  const tilesDown = isGrid ? Math.min(first, down) : Math.min(Math.ceil(all / tilesAcross), down);
  const [rows, cols] = [tilesDown * (tileH + 1) - 1, tilesAcross * (tileW + 1) - 1];
  const cells = new Array<number | null>(rows * cols).fill(0);
  for (let down = 0; down < tilesDown; down++)
    for (let across = 0; across < tilesAcross; across++) {
      const picture = isGrid ? down * second + across : down * tilesAcross + across;
      if (picture >= all) continue;
      for (let y = 0; y < tileH; y++)
        for (let x = 0; x < tileW; x++)
          cells[(down * (tileH + 1) + y) * cols + across * (tileW + 1) + x] = mean(data, picture * height * width, {
            y,
            x,
            tileH,
            tileW,
            height,
            width,
          });
    }
  return { rows, cols, data: packCells(cells) };
}

interface Block {
  y: number;
  x: number;
  tileH: number;
  tileW: number;
  height: number;
  width: number;
}

/** The mean of the finite elements of a block; null where there are none. */
function mean(data: TypedArray, start: number, { y, x, tileH, tileW, height, width }: Block): number | null {
  const [top, bottom] = [Math.floor((y * height) / tileH), Math.floor(((y + 1) * height) / tileH)];
  const [left, right] = [Math.floor((x * width) / tileW), Math.floor(((x + 1) * width) / tileW)];
  let sum = 0;
  let count = 0;
  for (let row = top; row < bottom; row++)
    for (let col = left; col < right; col++) {
      const value = data[start + row * width + col]!;
      if (value - value !== 0) continue;
      sum += value;
      count++;
    }
  return count > 0 ? sum / count : null;
}
