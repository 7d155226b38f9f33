/** As what a tensor can be shown besides a heat map of its last two dims, by its shape and by what computed it. */
import type { Scalar } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';

export type PictureKind = 'heat' | 'images' | 'colour' | 'heads' | 'points' | 'number' | FieldKind;

/** What has to be computed: a node over the plane of its two features, the loss around two entries of parameters. */
export type FieldKind = 'plane' | 'landscape';

export interface PictureFacts {
  shape: readonly number[];
  op: string;
  /** The class of the module that it belongs to, the innermost; '' outside of any. */
  module: string;
  /** Whether it is a parameter of that module. */
  isParameter: boolean;
  isGradient: boolean;
  min: number | null;
  max: number | null;
  /** What can be computed of it. */
  field: FieldKind | null;
}

/** A picture of fewer pixels is none. */
const SMALLEST = 3;
/** So many points can be told apart from a cloud. */
const MOST_POINTS = 4096;

/** All that fit, the likeliest first. */
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
  // Probabilities are what one asks a plane for.
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

/** What people call it. */
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

/** A tensor as tiles in rows and columns: dim 0 downwards and dim 1 to the right, or one dim after the other where only one has several. */
export interface Tiles {
  rows: number;
  cols: number;
  height: number;
  width: number;
  /** Of each tile where its elements begin; and of how many tiles only these are shown. */
  starts: number[];
  all: number;
}

/** @param most tiles to show in each direction */
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
