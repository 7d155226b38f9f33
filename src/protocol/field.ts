/**
 * A number of a run as a function of two other numbers, for a picture. It is computed again by the operations that a
 * pass recorded.
 */

/** An entry of a leaf, by its index among the elements. */
export interface LeafEntry {
  node: string;
  index: number;
}

/**
 * - `boundary`: the value of a node for each point of the plane, which replaces the rows of the data (with two
 *   features);
 * - `landscape`: the root of the pass for other values of two entries of parameters.
 */
export type FieldRequest =
  { kind: 'boundary'; pass: number; node: string } | { kind: 'landscape'; pass: number; entries: [LeafEntry, LeafEntry] };

export interface Field {
  rows: number;
  columns: number;
  /** The coordinates of the first and the last column, and of the first and the last row. */
  x: [low: number, high: number];
  y: [low: number, high: number];
  /**
   * Row by row; null where the value is no number, or where the time ran out. With several classes: the number of the
   * greatest class.
   */
  values: (number | null)[];
  /** The number of classes. Set when the values are classes. */
  classes?: number;
  /** The data, with targets if there are any; for a landscape, the positions of the training, pass by pass. */
  points: [x: number, y: number, target: number | null][];
  /** For a landscape: the index of this pass among the points. */
  here?: number;
}
