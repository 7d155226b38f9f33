/**
 * The facts of an error, as data. The message is PyTorch's sentence, and is for people. The data is for code that explains the
 * error; such code never reads the message. Sizes and numbers are those of the message.
 */
type Sizes = readonly number[];

export type ErrorDetail = ShapeDetail | TruthDetail | DtypeDetail | IndexDetail | MemoryDetail | AutogradDetail | UsageDetail;

export type ShapeDetail =
  /** An operation does not take tensors of these shapes. The message says everything. */
  | { kind: 'shape' }
  /** Two shapes do not broadcast. `dim` is a dimension of the shape that they would broadcast to. */
  | { kind: 'broadcast'; a: Sizes; b: Sizes; dim: number }
  /** A tensor of shape `sizes` cannot be expanded to `wanted`. */
  | { kind: 'expand'; sizes: Sizes; wanted: Sizes; dim: number }
  /** An in-place operation has a result that is larger than the tensor that should hold it. */
  | { kind: 'inplace-shape'; sizes: Sizes; result: Sizes }
  /** The factors of a product of matrices or vectors do not fit: the summed dims differ in length, or the batches differ. */
  | { kind: 'product'; left: Sizes; right: Sizes }
  /** A linear layer wants `wanted` features; the input has `given` features. */
  | { kind: 'features'; wanted: number; given: number }
  /** A convolution wants `wanted` channels; the input has `given` channels. */
  | { kind: 'channels'; wanted: number; given: number }
  /** The tensors of a list must have one shape; only dimension `except` may differ. */
  | { kind: 'list'; except: number | null }
  /** The number of targets differs from the number of input rows. */
  | { kind: 'batch'; input: number; target: number }
  /** A loss needs a target with the shape of the input. */
  | { kind: 'target-shape'; input: Sizes; target: Sizes }
  /** `numel` elements do not fill the shape `wanted`, which may contain -1. `wanted` are the arguments of the operation `call`. */
  | { kind: 'view'; call: string; wanted: Sizes; numel: number };

/** A condition needs one element; a tensor of shape `sizes` has another number of elements. */
export type TruthDetail = { kind: 'truth'; sizes: Sizes };

export type DtypeDetail =
  /**
   * The kind of dtype that an operand must have: integers that are positions, floating-point numbers, bool, or the same dtype
   * as the other operands.
   */
  | { kind: 'dtype'; wanted: 'positions' | 'floating' | 'bool' | 'same' }
  /** A result of dtype `from` cannot be stored in a tensor of dtype `to` without loss. */
  | { kind: 'cast'; from: string; to: string };

export type IndexDetail =
  /** Dimension `dim` has `size` elements, and none at `index`. */
  | { kind: 'index'; index: number; size: number; dim: number }
  /** A table has `rows` rows, and none at `index`. */
  | { kind: 'row'; index: number; rows: number }
  /** The target of a loss is outside of the loss's `classes` classes. */
  | { kind: 'class'; target: number; classes: number }
  /** A tensor of `rank` dimensions has no dimension `dim`. */
  | { kind: 'dim'; dim: number; rank: number }
  /** An index, a class or a position does not exist. The message says everything. */
  | { kind: 'position' };

export type MemoryDetail =
  /** The written tensor shares memory with itself (`within`), or in part with an input. */
  { kind: 'overlap'; within: boolean };

export type AutogradDetail =
  /** A tensor that backward needs was changed in place after it was saved. */
  | { kind: 'changed'; version: number; expected: number }
  /** A leaf that requires grad, or a view of such a leaf, is changed in place. */
  | { kind: 'leaf-inplace'; isView: boolean }
  /** One of several views that an operation returned together is changed in place. */
  | { kind: 'view-inplace'; output: number; maker: string }
  /** `backward()` is called on a tensor without history. */
  | { kind: 'no-history'; element: number }
  /** `backward()` without a gradient is called on a tensor of shape `sizes`, which is not one element. */
  | { kind: 'not-scalar'; sizes: Sizes }
  /** The graph was freed by an earlier `backward()`. */
  | { kind: 'freed' };

export type UsageDetail =
  /** A call names an argument that it does not have. `known` are those that it has. */
  | { kind: 'keyword'; call: string; given: string; known: readonly string[] }
  /** A loss takes probabilities, from 0 to 1, and is given other numbers. */
  | { kind: 'probabilities' }
  /** There is no device of this type here. */
  | { kind: 'device'; type: string };
