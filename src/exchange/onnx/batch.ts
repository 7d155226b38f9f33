/**
 * Follows the batch dim through a graph while the graph is written: for each tensor, the dim that counts the samples.
 * If an operation depends on the number of samples, or is unknown here, the whole model keeps its recorded sizes.
 */
import type { Attributes, Ref } from './graphWriter.js';
import { size } from './shapes.js';

export interface BatchDim {
  dim: number;
  /** The size of the dim is `factor` times the batch size. */
  factor: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elementwise operations: all operands are broadcast to one shape. */
const elementwise = words(
  'Add Sub Mul Div Pow Mod Max Min And Or Xor Not Equal Less LessOrEqual Greater GreaterOrEqual Where Neg Abs Sign Exp Log Sqrt Reciprocal ' +
    'Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh Asinh Acosh Atanh Sigmoid Relu Erf Floor Ceil Round IsNaN IsInf Elu Celu Selu LeakyRelu HardSigmoid ' +
    'HardSwish Mish Shrink Softplus Gelu PRelu BitwiseAnd BitwiseOr BitwiseXor BitwiseNot',
);

/** Operations that keep the batch dim in its place if they keep its size. Only the first input may have a batch dim. */
const inPlace = words(
  'Identity Cast Clip Softmax LogSoftmax LayerNormalization BatchNormalization Conv ConvTranspose MaxPool AveragePool Resize DepthToSpace Pad Slice Split Trilu CumSum Tile TopK',
);

/** Operations that `Call` writes. `Call` itself tells what they do to the batch dim. */
const said = words('Reshape Expand');

export class Batch {
  /** True when something depends on the number of samples. */
  isFixed = false;
  private readonly dims = new Map<string, BatchDim>();

  /** @param size the number of samples when the pass was recorded */
  constructor(readonly size: number) {}

  of({ name }: Ref): BatchDim | undefined {
    return this.dims.get(name);
  }

  set({ name }: Ref, batch: BatchDim | undefined): void {
    if (batch) this.dims.set(name, batch);
  }

  renamed(from: string, to: string): void {
    const batch = this.dims.get(from);
    if (batch) this.dims.set(to, batch);
  }

  /** Called after an operation was written. */
  follow(type: string, inputs: readonly (Ref | null)[], results: readonly Ref[], attributes: Attributes): void {
    if (said.has(type) || !inputs.some((ref) => ref && this.of(ref))) return;
    const refs = inputs.filter((ref): ref is Ref => ref !== null);
    const found = this.resultOf(type, refs, results, attributes);
    if (found === 'fixed') this.isFixed = true;
    else if (found) for (const ref of results) if (ref.name !== '') this.set(ref, found);
  }

  /** The shape for a reshape, with the batch dim left open. */
  reshaped(ref: Ref, shape: readonly number[]): { shape: readonly number[]; batch?: BatchDim } {
    const batch = this.of(ref);
    if (!batch) return { shape };
    const { dim, factor } = batch;
    const isSameBefore = ref.shape.slice(0, dim).every((n, i) => n === shape[i]);
    const open = (at: number) => ({
      shape: shape.map((n, i) => (i === at ? -1 : n)),
      batch: { dim: at, factor: shape[at]! / this.size },
    });
    if (!shape.includes(0)) {
      if (isSameBefore && shape.length > dim && shape[dim]! % this.size === 0) return open(dim);
      if (size(ref.shape.slice(0, dim + 1)) === shape[0]) return open(0);
      if (dim === 0 && shape[0] === factor && shape[1] === this.size) return open(1);
    }
    this.isFixed = true;
    return { shape };
  }

  /** The shape for an expand. A size of 1 leaves a dim as it is. */
  expanded(ref: Ref, shape: readonly number[]): { shape: readonly number[]; batch?: BatchDim } {
    const batch = this.of(ref);
    if (!batch) return { shape };
    const at = shape.length - ref.shape.length + batch.dim;
    return { shape: shape.map((n, i) => (i === at ? 1 : n)), batch: { ...batch, dim: at } };
  }

  /** The batch dim after a reduction over `dims`. Undefined when the reduction removes it. */
  reduced(ref: Ref, dims: readonly number[], keepdim: boolean): BatchDim | undefined {
    const batch = this.of(ref);
    if (!batch || dims.includes(batch.dim)) return undefined;
    return keepdim ? batch : { ...batch, dim: batch.dim - dims.filter((dim) => dim < batch.dim).length };
  }

  private resultOf(type: string, inputs: readonly Ref[], results: readonly Ref[], attributes: Attributes): BatchDim | null | 'fixed' {
    const [first, second] = inputs as [Ref, Ref | undefined];
    const batch = this.of(first);
    const isOnlyFirst = inputs.slice(1).every((ref) => !this.of(ref));
    if (elementwise.has(type)) return this.aligned(inputs, results[0]!.shape.length);
    if (inPlace.has(type)) {
      const stays = batch && isOnlyFirst && results.every(({ name, shape }) => name === '' || shape[batch.dim] === first.shape[batch.dim]);
      return stays ? batch : 'fixed';
    }
    if (type.startsWith('Reduce')) return null;
    switch (type) {
      case 'Transpose':
        return { ...batch!, dim: (attributes['perm'] as number[]).indexOf(batch!.dim) };
      case 'MatMul':
        return this.product(first, second!, results[0]!);
      case 'Concat': {
        const all = inputs.map((ref) => this.of(ref));
        const isSame = all.every((each) => each && each.dim === all[0]!.dim && each.factor === all[0]!.factor);
        return isSame && all[0]!.dim !== attributes['axis'] ? all[0]! : 'fixed';
      }
      case 'Gather': {
        const axis = attributes['axis'] as number;
        const ofIndices = this.of(second!);
        if (batch)
          return ofIndices || batch.dim === axis
            ? 'fixed'
            : { ...batch, dim: batch.dim < axis ? batch.dim : batch.dim - 1 + second!.shape.length };
        return { ...ofIndices!, dim: axis + ofIndices!.dim };
      }
      case 'ArgMax':
      case 'ArgMin': {
        const axis = attributes['axis'] as number;
        if (batch!.dim === axis) return null;
        return { ...batch!, dim: batch!.dim - Number(axis < batch!.dim && attributes['keepdims'] === 0) };
      }
      case 'NegativeLogLikelihoodLoss':
        return !batch || !this.of(second!) ? 'fixed' : attributes['reduction'] === 'none' ? batch : null;
      default:
        return 'fixed';
    }
  }

  /** Every operand with a batch dim has it at the same place, and the other operands are broadcast along it. */
  private aligned(inputs: readonly Ref[], rank: number): BatchDim | 'fixed' {
    const places = inputs.map((ref) => ({ ref, batch: this.of(ref), shift: rank - ref.shape.length }));
    const { batch, shift } = places.find((each) => each.batch)!;
    const dim = batch!.dim + shift;
    const fits = places.every((each) =>
      each.batch
        ? each.batch.dim + each.shift === dim && each.batch.factor === batch!.factor
        : (each.ref.shape[dim - each.shift] ?? 1) === 1,
    );
    return fits ? { dim, factor: batch!.factor } : 'fixed';
  }

  /**
   * Rows, columns and matrices of a product may be the batch dim. The dim that is summed over may be it only in both
   * operands.
   */
  private product(a: Ref, b: Ref, { shape }: Ref): BatchDim | null | 'fixed' {
    const [ofA, ofB] = [this.of(a), this.of(b)];
    const isSummed = (ref: Ref, batch: BatchDim | undefined, back: number) => batch !== undefined && ref.shape.length - batch.dim === back;
    const [summedA, summedB] = [isSummed(a, ofA, 1), isSummed(b, ofB, b.shape.length === 1 ? 1 : 2)];
    if (summedA || summedB) return summedA && summedB ? null : 'fixed';
    const place = (ref: Ref, batch: BatchDim) => batch.dim - ref.shape.length + shape.length + (b.shape.length === 1 && ref === a ? 1 : 0);
    const isMatrix = (ref: Ref, batch: BatchDim) => batch.dim < ref.shape.length - 2;
    if (ofA && ofB) {
      const isSame = isMatrix(a, ofA) && isMatrix(b, ofB) && place(a, ofA) === place(b, ofB) && ofA.factor === ofB.factor;
      return isSame ? { ...ofA, dim: place(a, ofA) } : 'fixed';
    }
    const [ref, batch, other] = ofA ? [a, ofA, b] : [b, ofB!, a];
    const dim = place(ref, batch);
    const isShared = isMatrix(ref, batch) && (other.shape[dim - shape.length + other.shape.length] ?? 1) !== 1;
    return isShared ? 'fixed' : { ...batch, dim };
  }
}
