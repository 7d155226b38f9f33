import type { Tensor } from './tensor.js';
import { GradFn, metaOf, type GradEdge } from './gradFn.js';

/** How a view lies in its base. */
interface Geometry {
  sizes: readonly number[];
  strides: readonly number[];
  offset: number;
}

const geometryOf = (view: Tensor, base: Tensor): Geometry => ({
  sizes: view.sizes,
  strides: view.strides,
  offset: view.offset - base.offset,
});

/** A view of a base that was changed in place: its gradient goes to the places of the base it looks at. */
export class AsStridedGradFn extends GradFn {
  private readonly geometry: Geometry;
  private readonly base: { sizes: readonly number[]; strides: readonly number[] };

  constructor(base: Tensor, view: Tensor, edge: GradEdge | null) {
    super('AsStridedBackward0');
    this.edges = [edge];
    this.outputs = [metaOf(view)];
    this.geometry = geometryOf(view, base);
    this.base = { sizes: base.sizes, strides: base.strides };
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (!grad) return [null];
    const { sizes, strides, offset } = this.geometry;
    return [grad._as_strided_scatter(this.base.sizes, this.base.strides, sizes, strides, offset)];
  }
}

/**
 * What an in-place operation on a view does to its base: the part that was overwritten gets its
 * gradient through the operation, the rest as it is. PyTorch's CopySlices.
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
    const { sizes, strides, offset } = this.geometry;
    const { base } = this;
    // The class, asked of a tensor: importing it here would close a circle.
    const { emptyStrided } = grad.constructor as typeof Tensor;
    const whole = emptyStrided(base.sizes, base.strides, grad.dtype, grad.device).copy_(grad);
    const part = whole.as_strided(sizes, strides, offset);
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
