import { kernels } from '../backends/dispatch.js';
import { formulasAreRecorded } from '../tensor/observe.js';
import { sameSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { halfAmong, widenedSaved } from '../ops/halves.js';
import { graphFreed } from '../errors/autograd.js';
import type { Op } from '../ops/op.js';
import { GradFn, metaOf, type GradEdge, type Meta } from '../tensor/gradFn.js';
import type { KeptTensor, SavedBase } from './saved.js';

/** What broadcasting or promotion did to an input is undone on its gradient, once for all ops. */
function fitTo(grad: Tensor, { sizes, dtype }: Meta): Tensor {
  const isFitting = grad.sizes === sizes || sameSizes(grad.sizes, sizes);
  const summed = isFitting ? grad : formulasAreRecorded() ? grad.sum_to_size(sizes) : summedTo(grad, sizes);
  return summed.dtype === dtype ? summed : summed.to(dtype);
}

/** As `sum_to_size`, where nobody sees the operation. */
function summedTo(grad: Tensor, sizes: readonly number[]): Tensor {
  const skip = grad.sizes.length - sizes.length;
  const dims: number[] = [];
  for (let d = 0; d < grad.sizes.length; d++) if (d < skip || (sizes[d - skip] === 1 && grad.sizes[d] !== 1)) dims.push(d);
  // The class, asked of a tensor: importing it here would close a circle.
  const out = (grad.constructor as typeof Tensor).empty(sizes, grad.dtype, grad.device);
  kernels.fold('sum', grad, dims, out);
  return out;
}

/** The backward function of an op: its formulas, applied to what the op saved. */
export class OpGradFn extends GradFn {
  private isReleased = false;
  private readonly metas: Meta[] = [];
  /** For each edge, which formula; and which tensor of a list argument, or −1. */
  private readonly formulas: number[] = [];
  private readonly elements: number[] = [];

  constructor(
    readonly op: Op,
    readonly saved: SavedBase,
    values: readonly unknown[],
    edgeOf: (t: Tensor) => GradEdge | null,
    name = op.gradFnOf?.(values) ?? op.gradFnName,
  ) {
    super(name);
    const wanted: string[] = [];
    const { differentiable } = op;
    for (let formula = 0; formula < differentiable.length; formula++) {
      const { name, index } = differentiable[formula];
      const value = values[index];
      let isWanted = false;
      if (!Array.isArray(value)) {
        const edge = isTensor(value) ? edgeOf(value) : null;
        this.lead(edge, edge ? (saved.metasAt(index) as Meta) : noMeta, formula, -1);
        isWanted = edge !== null;
      } else
        for (let element = 0; element < value.length; element++) {
          const t: unknown = value[element];
          const edge = isTensor(t) ? edgeOf(t) : null;
          this.lead(edge, isTensor(t) ? metaOf(t) : noMeta, formula, element);
          isWanted ||= edge !== null;
        }
      if (isWanted) wanted.push(name);
    }
    saved.wanted = wanted;
  }

  private lead(edge: GradEdge | null, meta: Meta, formula: number, element: number): void {
    this.edges.push(edge);
    this.metas.push(meta);
    this.formulas.push(formula);
    this.elements.push(element);
  }

  override apply(grads: (Tensor | null)[]): (Tensor | null)[] {
    let { saved } = this;
    saved.grads = grads;
    if (this.isReleased && this.op.keepsNumbers) throw graphFreed();
    if (this.op.keeps) for (const name of this.op.keeps) saved.check(name);
    if (this.op.roundsOnce && halfAmong(grads)) {
      saved = widenedSaved(saved);
      ({ grads } = saved);
    }
    // PyTorch's convention for complex numbers, once for all formulas: see `conjugates` in ops/op.ts.
    const conjugates = !this.op.conjugates && grads.some((g) => g?.dtype.is_complex);
    const back = (t: Tensor): Tensor => (conjugates ? t.conj() : t);
    if (conjugates) saved.grads = grads = grads.map((g) => g && g.conj());
    const grad = grads.find((g) => g !== null)!;
    const lists = new Map<number, (Tensor | null)[]>();
    return this.edges.map((edge, i) => {
      if (!edge) return null;
      const [formula, element] = [this.formulas[i], this.elements[i]];
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

  /** What its formulas have read of what was saved. To be asked before it is released. */
  kept(): KeptTensor[] {
    return this.saved.read();
  }

  override release(): void {
    this.isReleased = true;
    this.saved.release();
  }
}

const isTensor = (v: unknown): v is Tensor => typeof v === 'object' && v !== null && 'storage' in v;
const noMeta: Meta = { sizes: [], dtype: null as never };
