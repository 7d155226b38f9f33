import { kernels } from '../backends/dispatch.js';
import { formulasAreRecorded } from '../tensor/observe.js';
import { sameSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { halfAmong, widenedSaved } from '../ops/halves.js';
import { graphFreed } from '../errors/autograd.js';
import type { Op } from '../ops/op.js';
import { GradFn, metaOf, type GradEdge, type Meta } from '../tensor/gradFn.js';
import type { KeptTensor, SavedBase } from './saved.js';

/** Undoes broadcasting and promotion of an input on its gradient, once for all ops. */
function fitTo(grad: Tensor, { sizes, dtype }: Meta): Tensor {
  const isFitting = grad.sizes === sizes || sameSizes(grad.sizes, sizes);
  const summed = isFitting ? grad : formulasAreRecorded() ? grad.sum_to_size(sizes) : summedTo(grad, sizes);
  return summed.dtype === dtype ? summed : summed.to(dtype);
}

/** As `sum_to_size`, but the operation is not recorded. */
function summedTo(grad: Tensor, sizes: readonly number[]): Tensor {
  const skip = grad.sizes.length - sizes.length;
  const dims: number[] = [];
  for (let d = 0; d < grad.sizes.length; d++) if (d < skip || (sizes[d - skip] === 1 && grad.sizes[d] !== 1)) dims.push(d);
  // The class is taken from a tensor: importing the class here would make an import cycle.
  const out = (grad.constructor as typeof Tensor).empty(sizes, grad.dtype, grad.device);
  kernels.fold('sum', grad, dims, out);
  return out;
}

/** A tensor's place in a list, and its meta. */
interface Element {
  readonly at: number;
  readonly meta: Meta;
}

/** The backward function of an op: its formulas, applied to what the op saved. */
export class OpGradFn extends GradFn {
  override readonly keepsNoGradient = true;
  private isReleased = false;
  /** Gives the saved values back that hooks have packed: see savedHooks.ts. */
  unpacks: (() => SavedBase) | null = null;
  /**
   * For each edge, the index of its formula; and, when the formula is for a list, the tensor of the list. Null when each
   * formula has exactly one edge.
   */
  private lists: { readonly formulas: number[]; readonly elements: (Element | null)[] } | null = null;

  constructor(
    readonly op: Op,
    readonly saved: SavedBase,
    values: readonly unknown[],
    edgeOf: (t: Tensor) => GradEdge | null,
    name = op.gradFnOf?.(values) ?? op.gradFnName,
  ) {
    super(name);
    const { differentiable } = op;
    const wanted: string[] = [];
    for (let formula = 0; formula < differentiable.length; formula++) {
      const value = values[differentiable[formula].index];
      if (Array.isArray(value)) {
        if (this.leadToAll(value, formula, edgeOf)) wanted.push(differentiable[formula].name);
        continue;
      }
      const edge = isTensor(value) ? edgeOf(value) : null;
      this.edges.push(edge);
      this.lists?.formulas.push(formula);
      this.lists?.elements.push(null);
      if (edge) wanted.push(differentiable[formula].name);
    }
    saved.wanted = wanted;
  }

  /** Adds an edge for each tensor of a list. Returns whether any tensor has an edge. */
  private leadToAll(list: readonly unknown[], formula: number, edgeOf: (t: Tensor) => GradEdge | null): boolean {
    const { formulas, elements } = (this.lists ??= { formulas: this.edges.map((_, i) => i), elements: this.edges.map(() => null) });
    let isWanted = false;
    list.forEach((t, element) => {
      const edge = isTensor(t) ? edgeOf(t) : null;
      this.edges.push(edge);
      formulas.push(formula);
      elements.push({ at: element, meta: isTensor(t) ? metaOf(t) : noMeta });
      isWanted ||= edge !== null;
    });
    return isWanted;
  }

  override apply(grads: (Tensor | null)[]): (Tensor | null)[] {
    let { saved } = this;
    if (this.unpacks) saved = this.unpacks();
    saved.grads = grads;
    if (this.isReleased && this.op.keepsNumbers) throw graphFreed();
    if (this.op.keeps) for (const name of this.op.keeps) saved.check(name);
    if (this.op.roundsOnce && halfAmong(grads)) {
      saved = widenedSaved(saved);
      ({ grads } = saved);
    }
    // PyTorch's convention for complex numbers, once for all formulas: see `conjugates` in ops/op.ts.
    const conjugates = !this.op.conjugates && grads.some((g) => g?.dtype.is_complex);
    if (conjugates) saved.grads = grads = grads.map((g) => g && g.conj());
    const grad = grads.find((g) => g !== null)!;
    const g = grads[0] ?? grad;
    const { differentiable } = this.op;
    let made: Map<number, (Tensor | null)[]> | null = null;
    return this.edges.map((edge, i) => {
      if (!edge) return null;
      const number = this.lists ? this.lists.formulas[i] : i;
      const element = this.lists ? this.lists.elements[i] : null;
      const { formula, index } = differentiable[number];
      let result: Tensor | null;
      if (!element) result = formula(g, saved) as Tensor | null;
      else {
        let list = (made ??= new Map<number, (Tensor | null)[]>()).get(number);
        if (!list) made.set(number, (list = formula(g, saved) as (Tensor | null)[]));
        result = list[element.at] ?? null;
      }
      return result && fitTo(conjugates ? result.conj() : result, element ? element.meta : (saved.metasAt(index) as Meta));
    });
  }

  /** The saved tensors that the formulas have read. Must be called before they are released. */
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
