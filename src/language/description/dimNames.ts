import type { Range } from '../../protocol/trace.js';

/** The names that the author of a text gives to the dimensions of tensors. */
export interface DimTable {
  /** The names into which a shape is destructured, by the place of the definition (`keyOf`). */
  byDefinition: ReadonlyMap<string, readonly string[]>;
  /** The names in the comment of a line, by the number of the line. */
  byLine: ReadonlyMap<number, readonly string[]>;
}

/**
 * The names of the dimensions of a tensor with this shape, which was bound to the name at `definition`; '' for a
 * dimension without a name. Null when no written names fit the shape.
 */
export function dimsAt({ byDefinition, byLine }: DimTable, definition: Range, shape: readonly number[]): readonly string[] | null {
  const found = byDefinition.get(keyOf(definition)) ?? byLine.get(definition.line);
  return found && fits(found, shape) ? found : null;
}

/**
 * True when the written names fit a shape: the same number of dimensions, numbers that equal the sizes, and one size
 * for each name.
 */
function fits(dims: readonly string[], shape: readonly number[]): boolean {
  if (dims.length !== shape.length) return false;
  return dims.every((dim, i) => (/^\d+$/.test(dim) ? Number(dim) === shape[i] : dim === '' || shape[dims.indexOf(dim)] === shape[i]));
}

export const keyOf = ({ line, column }: Range): string => `${line}:${column}`;
