/** Matrices as marks: images, and lines and bands of equal height. */
import { TypeError_, ValueError } from '../errors.js';
import type { ContourMark, ImageMark, Mapped } from './data.js';
import { finite, flat, given, isNumeric, range, type Given, type Plottable } from './numbers.js';
import type { ContourOptions, ImageOptions } from './options.js';
import { colorOf, mapOf } from './styles.js';

const mappedOf = (
  data: readonly number[],
  { cmap, vmin, vmax }: { cmap?: string | null; vmin?: number | null; vmax?: number | null },
): Mapped => {
  const [low, high] = range(data);
  return { map: mapOf(cmap), low: vmin ?? low, high: vmax ?? high };
};

export function imageMark(image: Plottable, options: ImageOptions): { mark: ImageMark; isUpper: boolean } {
  const { shape, data } = given(image);
  const [rows = 0, columns = 0, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || (shape.length === 3 && ![1, 3, 4].includes(channels)))
    throw new TypeError_(`Invalid shape (${shape.join(', ')}${shape.length === 1 ? ',' : ''}) for image data`);
  const isUpper = options.origin !== 'lower';
  // Whole numbers count as bytes, as in image files.
  const isBytes = channels > 1 && data.some((one) => one > 1);
  const parts = channels > 1 ? data.map((one) => Math.min(1, Math.max(0, isBytes ? one / 255 : one))) : data;
  const edges = isUpper ? [-0.5, columns - 0.5, rows - 0.5, -0.5] : [-0.5, columns - 0.5, -0.5, rows - 0.5];
  const extent = (options.extent ?? edges) as ImageMark['extent'];
  // The first row of a mark is at the top.
  const ordered = isUpper ? parts : upsideDown(parts, rows, columns * channels);
  return {
    mark: {
      kind: 'image',
      rows,
      columns,
      data: finite(ordered),
      channels: channels as ImageMark['channels'],
      mapped: mappedOf(data, options),
      extent,
      color: 'foreground',
      alpha: options.alpha ?? 1,
    },
    isUpper,
  };
}

function upsideDown(data: readonly number[], rows: number, width: number): number[] {
  return Array.from({ length: rows }, (_, row) => data.slice((rows - 1 - row) * width, (rows - row) * width)).flat();
}

/** The mark of `contour`, from its arguments: `z`, or `x`, `y` and `z`; then levels, and keywords. */
export function contourMark(args: readonly (Plottable | ContourOptions)[], isFilled: boolean): ContourMark {
  const options = (args.find((one) => !isNumeric(one)) ?? {}) as ContourOptions;
  const numbers = args.filter(isNumeric);
  const parts = numbers.map(given);
  const at = parts.length >= 3 ? 2 : 0;
  const z = parts[at];
  if (!z) throw new TypeError_('contour() needs the heights: a matrix of them.');
  if (z.shape.length !== 2) throw new TypeError_(`Input z must be 2D, not ${z.shape.length}D`);
  const [rows = 0, columns = 0] = z.shape;
  if (rows < 2 || columns < 2) throw new TypeError_(`Input z must be at least a (2, 2) shaped array, but has shape (${rows}, ${columns})`);
  const x = at === 0 ? upTo(columns) : line(parts[0], columns, false);
  const y = at === 0 ? upTo(rows) : line(parts[1], rows, true);
  const last = numbers[at + 1];
  const wanted = last === undefined ? options.levels : typeof last === 'number' ? last : flat(last);
  const levels = Array.isArray(wanted) ? wanted.map(Number) : niceLevels(range(z.data), typeof wanted === 'number' ? wanted : 7);
  const mapped = mappedOf(levels.length > 1 ? levels : z.data, options);
  const { colors } = options;
  const plain = typeof colors === 'string' ? colors : Array.isArray(colors) && colors.length === 1 ? colors[0] : undefined;
  return {
    kind: 'contour',
    isFilled,
    rows,
    columns,
    data: finite(z.data),
    x,
    y,
    levels,
    mapped,
    ...(plain !== undefined && { plain: colorOf(plain) }),
    color: 'foreground',
    alpha: options.alpha ?? 1,
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The coordinates of columns or rows: a list, or a matrix as `meshgrid` makes it. */
function line({ shape, data }: Given, count: number, isRows: boolean): number[] {
  const [rows = 0, columns = 0] = shape;
  const found = shape.length === 1 ? data : isRows ? Array.from({ length: rows }, (_, i) => data[i * columns]) : data.slice(0, columns);
  if (found.length !== count)
    throw new TypeError_(
      `Length of ${isRows ? 'y' : 'x'} (${found.length}) must match number of ${isRows ? 'rows' : 'columns'} in z (${count})`,
    );
  const rises = found.every((one, i) => i === 0 || one > found[i - 1]);
  const falls = found.every((one, i) => i === 0 || one < found[i - 1]);
  if (!rises && !falls)
    throw new ValueError(
      `The ${isRows ? 'rows' : 'columns'} of a contour need places that rise, on straight lines as meshgrid gives them.`,
    );
  return found;
}

/** About `count` round numbers that cover a range. */
function niceLevels([low, high]: readonly [number, number], count: number): number[] {
  if (low === high) return [low, low + 1];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
