import type { DType } from '../dtype.js';

export interface CsvOptions {
  /** Whether the first row names the columns. If not given: true when one of its fields is no number. */
  header?: boolean;
  /** The character between fields; a comma if not given. */
  delimiter?: string;
  /** The dtype of the tensor; the default dtype if not given. */
  dtype?: DType;
  /** The columns to read, by name or by number (from 0), in this order; all columns if not given. */
  columns?: readonly (string | number)[];
}
