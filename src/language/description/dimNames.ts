import type { Range } from '../../protocol/trace.js';

/** What the author of a text calls the dimensions of its tensors. */
export interface DimTable {
  /** By the place of the definition (`keyOf`): the names that the shape is taken apart into. */
  byDefinition: ReadonlyMap<string, readonly string[]>;
  /** By line: the names of the comment that stands there. */
  byLine: ReadonlyMap<number, readonly string[]>;
}

/** The names of the dimensions of a tensor of this shape that was bound to the name at `definition`; '' for a dimension without a name. Null where no text that was written fits the shape. */
export function dimsAt({ byDefinition, byLine }: DimTable, definition: Range, shape: readonly number[]): readonly string[] | null {
  const found = byDefinition.get(keyOf(definition)) ?? byLine.get(definition.line);
  return found && fits(found, shape) ? found : null;
}

/** Whether the written names fit a shape: as many dimensions, numbers equal to the sizes, one size for each name. */
function fits(dims: readonly string[], shape: readonly number[]): boolean {
  if (dims.length !== shape.length) return false;
  return dims.every((dim, i) => (/^\d+$/.test(dim) ? Number(dim) === shape[i] : dim === '' || shape[dims.indexOf(dim)] === shape[i]));
}

export const keyOf = ({ line, column }: Range): string => `${line}:${column}`;
