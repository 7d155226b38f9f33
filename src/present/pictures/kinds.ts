/**
 * The pictures of a tensor besides a heat map of its last two dims. They depend on its shape and on the operation that
 * computed it.
 */
import type { Scalar } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';

export type PictureKind = 'heat' | 'images' | 'colour' | 'heads' | 'points' | 'number' | FieldKind;

/**
 * Pictures that have to be computed: a node over the plane of its two features, or the loss around two entries of
 * parameters.
 */
export type FieldKind = 'plane' | 'landscape';

export interface PictureFacts {
  shape: readonly number[];
  op: string;
  /** The class of the innermost module that the tensor belongs to; '' outside of any. */
  module: string;
  /** Whether the tensor is a parameter of that module. */
  isParameter: boolean;
  isGradient: boolean;
  min: number | null;
  max: number | null;
  /** The picture that can be computed for the tensor. */
  field: FieldKind | null;
}

/** The fewest pixels on a side of a picture. */
const SMALLEST = 3;
/** The most points of a scatter plot in which single points can be seen. */
const MOST_POINTS = 4096;

/** All pictures that fit, the likeliest first. */
export function kindsOf(facts: PictureFacts): PictureKind[] {
  const { shape, op, module, isParameter, field } = facts;
  if (shape.every((size) => size === 1)) return field ? ['number', field] : ['number'];
  const rank = shape.length;
  const [height = 0, width = 0] = shape.slice(-2);
  const kinds: PictureKind[] = [];
  const isLarge = height >= SMALLEST && width >= SMALLEST;
  const isAttention = rank >= 3 && /softmax|attention/.test(op) && !facts.isGradient && inUnit(facts);
  if (rank === 4 && isLarge && shape[1] === 3 && !facts.isGradient && (inUnit(facts) || inBytes(facts))) kinds.push('colour');
  if (isAttention) kinds.push('heads');
  if (rank === 4 && isLarge && !isAttention) kinds.push('images');
  const isTable = rank === 2 && shape[0]! >= SMALLEST && shape[1]! >= 2 && shape[0]! <= MOST_POINTS;
  const isEmbedding = isTable && ((isParameter && module === 'Embedding') || op === 'embedding');
  if (isEmbedding) kinds.push('points');
  // Probabilities are what users want to see over the plane.
  const isDecision = field === 'plane' && /sigmoid|softmax/.test(op);
  if (isDecision) kinds.push(field);
  kinds.push('heat');
  if (field && !isDecision) kinds.push(field);
  if (rank === 3 && isLarge && !isAttention) kinds.push('images');
  if (isTable && !isEmbedding) kinds.push('points');
  return kinds;
}

const inUnit = ({ min, max }: PictureFacts): boolean => min !== null && max !== null && min >= 0 && max <= 1.000001;
const inBytes = ({ min, max }: PictureFacts): boolean => min !== null && max !== null && min >= 0 && max > 1 && max <= 255;

/** The usual name of a kind of picture. */
export function kindName(kind: PictureKind): string {
  switch (kind) {
    case 'heat':
      return t('Heat map');
    case 'images':
      return t('Images');
    case 'colour':
      return t('Images in colour');
    case 'heads':
      return t('A map for each head');
    case 'points':
      return t('Points (PCA)');
    case 'number':
      return t('Number');
    case 'plane':
      return t('Decisions over two features');
    case 'landscape':
      return t('Loss around two numbers');
  }
}

/**
 * A tensor as tiles in rows and columns: dim 0 downwards and dim 1 to the right. When only one dim is larger than 1,
 * its tiles follow one after the other.
 */
export interface Tiles {
  rows: number;
  cols: number;
  height: number;
  width: number;
  /** Where the elements of each shown tile begin, and the number of all tiles. */
  starts: number[];
  all: number;
}

/** @param most the most tiles in each direction */
export function tilesOf(shape: readonly number[], isColour: boolean, most: number): Tiles {
  const [height, width] = shape.slice(-2) as [number, number];
  const size = height * width * (isColour ? 3 : 1);
  const outer = isColour ? [shape[0]!] : shape.slice(0, -2);
  const second = outer.length > 1 ? outer.at(-1)! : 1;
  const firsts = outer.slice(0, Math.max(1, outer.length - 1)).reduce((product, n) => product * n, 1);
  const all = firsts * second;
  if (firsts > 1 && second > 1) {
    const [rows, cols] = [Math.min(firsts, most), Math.min(second, most)];
    const starts = Array.from({ length: rows * cols }, (_, i) => (Math.floor(i / cols) * second + (i % cols)) * size);
    return { rows, cols, height, width, starts, all };
  }
  const shown = Math.min(all, most * most);
  const cols = Math.min(most, Math.ceil(Math.sqrt(shown)));
  return { rows: Math.ceil(shown / cols), cols, height, width, starts: Array.from({ length: shown }, (_, i) => i * size), all };
}

/** The number of a pixel; NaN for one that is not finite. */
export const pixel = (data: readonly Scalar[], at: number): number => {
  const value = data[at];
  return typeof value === 'number' ? value : NaN;
};
