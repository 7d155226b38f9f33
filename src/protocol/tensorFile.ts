/** A file of tensors as an editor shows it: `.npy`, `.npz`, `.safetensors`, `.pt`. */
import type { Translations } from './l10n.js';
import type { Summary, TensorData } from './trace.js';

export interface StoredTensor {
  /** Its name in the file, or the way to it through lists and dicts; "" for the only tensor of a file. */
  name: string;
  shape: number[];
  dtype: string;
  value: Summary;
}

export interface TensorFile {
  tensors: StoredTensor[];
  /** How many more tensors there are, which are not listed. */
  more: number;
  /** What stands beside the tensors: numbers and texts of a checkpoint. */
  beside: { name: string; text: string }[];
}

export interface OpenRequest {
  /** Its name, without folders: its ending decides how it is read. */
  name: string;
  /** A summary contains the elements of a tensor that has at most this many. */
  maxValues: number;
  tensorBytes: number;
  translations?: Translations;
}

/** What the page of such a file shows. */
export type TensorFileState =
  | { status: 'reading'; file: string }
  | { status: 'failed'; file: string; message: string }
  | ({ status: 'done'; file: string; bytes: number } & TensorFile);

/** The methods that the page offers to the host. */
export interface TensorPageApi {
  show(state: TensorFileState): void;
}

/** The methods that the host offers to the page, which is not trusted: every argument is checked. */
export interface TensorPageHostApi {
  /** Tells that the page has loaded. */
  ready(): void;
  /** The elements of a tensor, by its place in the list. @throws a sentence when there are too many */
  tensor(index: number): Promise<TensorData | null>;
  copy(text: string): void;
}
