/** A number of a run as a function of two others, for a picture: computed anew by the operations that a pass recorded. */

/** An entry of a leaf, by its place among the elements. */
export interface LeafEntry {
  node: string;
  index: number;
}

/**
 * - `boundary`: what a node gives for each point of the plane in place of the rows of the data, which have two features;
 * - `landscape`: the root of the pass for other numbers in place of two entries of parameters.
 */
export type FieldRequest =
  { kind: 'boundary'; pass: number; node: string } | { kind: 'landscape'; pass: number; entries: [LeafEntry, LeafEntry] };

export interface Field {
  rows: number;
  columns: number;
  /** What the first column and the last stand for, and the first row and the last. */
  x: [low: number, high: number];
  y: [low: number, high: number];
  /** Row by row; null where it is no number, or where there was no time for it. Of several classes: the number of the greatest. */
  values: (number | null)[];
  /** Set where the values are numbers of classes. */
  classes?: number;
  /** The data, with their targets where one is found; or where training went, pass by pass. */
  points: [x: number, y: number, target: number | null][];
  /** Of a landscape: which of the points this pass is. */
  here?: number;
}
