import { sameSizes } from '../shape.js';
import type { Tensor } from '../tensor.js';
import type { Op } from '../ops/op.js';
import { GradFn, metaOf, type GradEdge, type Meta } from './gradFn.js';
import type { SavedBase } from './saved.js';

/** What broadcasting or promotion did to an input is undone on its gradient, once for all ops. */
function fitTo(grad: Tensor, { sizes, dtype }: Meta): Tensor {
  const summed = sameSizes(grad.sizes, sizes) ? grad : grad.sum_to_size(sizes);
  return summed.dtype === dtype ? summed : summed.to(dtype);
}

/** The backward function of an op: its formulas, applied to what the op saved. */
export class OpGradFn extends GradFn {
  private readonly metas: Meta[] = [];
  /** For each edge: which formula, and which tensor of a list argument. */
  private readonly slots: { formula: number; element: number }[] = [];

  constructor(
    readonly op: Op,
    readonly saved: SavedBase,
    values: readonly unknown[],
    edgeOf: (t: Tensor) => GradEdge | null,
    name = op.gradFnName,
  ) {
    super(name);
    const wanted: string[] = [];
    op.differentiable.forEach(({ name, index }, formula) => {
      const value = values[index];
      const tensors = (Array.isArray(value) ? value : [value]) as unknown[];
      tensors.forEach((t, element) => {
        const edge = isTensor(t) ? edgeOf(t) : null;
        this.edges.push(edge);
        this.metas.push(isTensor(t) ? metaOf(t) : noMeta);
        this.slots.push({ formula, element: Array.isArray(value) ? element : -1 });
        if (edge && !wanted.includes(name)) wanted.push(name);
      });
    });
    saved.wanted = wanted;
  }

  override apply(grads: (Tensor | null)[]): (Tensor | null)[] {
    const { saved } = this;
    saved.grads = grads;
    if (this.op.keeps) for (const name of this.op.keeps) saved.check(name);
    // PyTorch's convention for complex numbers, once for all formulas: see `conjugates` in ops/op.ts.
    const conjugates = !this.op.conjugates && grads.some((g) => g?.dtype.is_complex);
    const back = (t: Tensor): Tensor => (conjugates ? t.conj() : t);
    if (conjugates) saved.grads = grads = grads.map((g) => g && g.conj());
    const grad = grads.find((g) => g !== null)!;
    const lists = new Map<number, (Tensor | null)[]>();
    return this.edges.map((edge, i) => {
      if (!edge) return null;
      const { formula, element } = this.slots[i];
      let result: Tensor | null;
      if (element < 0) result = this.op.differentiable[formula].formula(grads[0] ?? grad, saved) as Tensor | null;
      else {
        let list = lists.get(formula);
        if (!list) lists.set(formula, (list = this.op.differentiable[formula].formula(grads[0] ?? grad, saved) as (Tensor | null)[]));
        result = list[element] ?? null;
      }
      return result && fitTo(back(result), this.metas[i]);
    });
  }

  override release(): void {
    this.saved.release();
  }
}

const isTensor = (v: unknown): v is Tensor => typeof v === 'object' && v !== null && 'storage' in v;
const noMeta: Meta = { sizes: [], dtype: null as never };
