import type { DType } from '../dtype.js';
import type { Tensor } from './tensor.js';
import { GradFn, metaOf, type GradEdge } from './gradFn.js';

/** How the elements of a view lie in its base. */
interface Geometry {
  sizes: readonly number[];
  strides: readonly number[];
  offset: number;
  /** True when the view shows parts of the complex numbers of its base: it counts in parts, of which a number has two. */
  ofParts: boolean;
}

function geometryOf(view: Tensor, base: Tensor): Geometry {
  const ofParts = base.dtype.is_complex && !view.dtype.is_complex;
  return { sizes: view.sizes, strides: view.strides, offset: view.offset - (ofParts ? 2 : 1) * base.offset, ofParts };
}

/** The elements of a view, in a tensor that lies like its base and begins at its memory's start. */
const partOf = (whole: Tensor, { sizes, strides, offset, ofParts }: Geometry): Tensor =>
  (ofParts ? whole.real : whole).as_strided(sizes, strides, offset);

/**
 * The function of a view whose base was changed in place: its gradient goes to the elements of the base that the view
 * shows.
 */
export class AsStridedGradFn extends GradFn {
  private readonly geometry: Geometry;
  private readonly base: { sizes: readonly number[]; strides: readonly number[]; dtype: DType };

  constructor(base: Tensor, view: Tensor, edge: GradEdge | null) {
    super('AsStridedBackward0');
    this.edges = [edge];
    this.outputs = [metaOf(view)];
    this.geometry = geometryOf(view, base);
    this.base = { sizes: base.sizes, strides: base.strides, dtype: base.dtype };
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (!grad) return [null];
    const { sizes, strides, offset, ofParts } = this.geometry;
    const { base } = this;
    if (!ofParts) return [grad._as_strided_scatter(base.sizes, base.strides, sizes, strides, offset)];
    const { emptyStrided } = grad.constructor as typeof Tensor;
    const whole = emptyStrided(base.sizes, base.strides, base.dtype, grad.device).zero_();
    partOf(whole, this.geometry).copy_(grad);
    return [whole];
  }
}

/**
 * The function that a base gets when an operation changes one of its views in place: the gradient of the overwritten
 * part goes through the operation, the rest passes unchanged. PyTorch's CopySlices.
 */
export class CopySlices extends GradFn {
  private readonly geometry: Geometry;
  private readonly base: { sizes: readonly number[]; strides: readonly number[] };

  constructor(
    base: Tensor,
    view: Tensor,
    baseEdge: GradEdge | null,
    private readonly inner: GradFn,
  ) {
    super('CopySlices');
    this.edges = [baseEdge, ...inner.edges.slice(1)];
    this.outputs = [metaOf(base)];
    this.geometry = geometryOf(view, base);
    this.base = { sizes: base.sizes, strides: base.strides };
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (!grad) return this.edges.map(() => null);
    const { base } = this;
    // Takes the class from a tensor: an import here would be circular.
    const { emptyStrided } = grad.constructor as typeof Tensor;
    const whole = emptyStrided(base.sizes, base.strides, grad.dtype, grad.device).copy_(grad);
    const part = partOf(whole, this.geometry);
    const [toSelf, ...rest] = this.inner.apply([part.clone()]);
    if (toSelf) part.copy_(toSelf);
    else part.zero_();
    return [this.edges[0] ? whole : null, ...rest];
  }

  override get forwardName(): string {
    return 'torch::autograd::CopySlices';
  }

  override release(): void {
    this.inner.release();
  }
}
