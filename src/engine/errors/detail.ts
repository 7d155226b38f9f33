/**
 * What an error is about, as data. The message is PyTorch's sentence, for people; this is for code that
 * explains the error, which never reads the message. Sizes and numbers are those that the message speaks of.
 */
type Sizes = readonly number[];

export type ErrorDetail = ShapeDetail | TruthDetail | DtypeDetail | IndexDetail | MemoryDetail | AutogradDetail;

export type ShapeDetail =
  /** An operation does not take tensors of such shapes. There is no more to say than the message does. */
  | { kind: 'shape' }
  /** Two shapes do not broadcast. `dim` counts in the shape that they would broadcast to. */
  | { kind: 'broadcast'; a: Sizes; b: Sizes; dim: number }
  /** A tensor of shape `sizes` cannot be stretched to `wanted`. */
  | { kind: 'expand'; sizes: Sizes; wanted: Sizes; dim: number }
  /** A change in place has a result that is larger than the tensor it is to be written to. */
  | { kind: 'inplace-shape'; sizes: Sizes; result: Sizes }
  /** The factors of a product of matrices or vectors: what is summed over is not equally long, or the batches differ. */
  | { kind: 'product'; left: Sizes; right: Sizes }
  /** A linear layer: the input has `given` features. */
  | { kind: 'features'; wanted: number; given: number }
  /** A convolution: the input has `given` channels. */
  | { kind: 'channels'; wanted: number; given: number }
  /** The tensors of a list must be of one shape; dimension `except` may differ. */
  | { kind: 'list'; except: number | null }
  /** There are not as many targets as rows of the input. */
  | { kind: 'batch'; input: number; target: number }
  /** A loss: the target must be of the shape of the input. */
  | { kind: 'target-shape'; input: Sizes; target: Sizes }
  /** `numel` elements do not fill the shape `wanted`, in which -1 is to be found: these are the arguments of the operation `call`. */
  | { kind: 'view'; call: string; wanted: Sizes; numel: number };

/** A condition takes one element; a tensor of shape `sizes` has another number of them. */
export type TruthDetail = { kind: 'truth'; sizes: Sizes };

export type DtypeDetail =
  /** What an operand must be: whole numbers that say where something is, numbers with a fraction, true or false, or of one dtype with the others. */
  | { kind: 'dtype'; wanted: 'positions' | 'floating' | 'bool' | 'same' }
  /** A result of dtype `from` is to be written to a tensor of dtype `to`, which would lose something. */
  | { kind: 'cast'; from: string; to: string };

export type IndexDetail =
  /** Along dimension `dim` there are `size` elements, and none at `index`. */
  | { kind: 'index'; index: number; size: number; dim: number }
  /** A table has `rows` rows, and none at `index`. */
  | { kind: 'row'; index: number; rows: number }
  /** A target of a loss is none of its `classes` classes. */
  | { kind: 'class'; target: number; classes: number }
  /** A tensor of `rank` dimensions has no dimension `dim`. */
  | { kind: 'dim'; dim: number; rank: number }
  /** An index, a class or a position that is not there. There is no more to say than the message does. */
  | { kind: 'position' };

export type MemoryDetail =
  /** What is written to shares memory with itself (`within`), or in part with what is read. */
  { kind: 'overlap'; within: boolean };

export type AutogradDetail =
  /** What backward needs was changed in place after it was saved. */
  | { kind: 'changed'; version: number; expected: number }
  /** A leaf that wants a gradient, or a view of one, is to be changed in place. */
  | { kind: 'leaf-inplace'; isView: boolean }
  /** One of several views that an operation returned together is to be changed in place. */
  | { kind: 'view-inplace'; output: number; maker: string }
  /** `backward()` is called on what has no history. */
  | { kind: 'no-history'; element: number }
  /** The graph was freed by an earlier `backward()`. */
  | { kind: 'freed' };
