import { kernels } from '../backends/dispatch.js';
import { noteOperation, RuntimeError, TypeError_ } from '../errors.js';
import { noHistory, notScalar } from '../errors/autograd.js';
import { wrongDtype } from '../errors/dtypes.js';
import { wrongShape } from '../errors/shapes.js';
import { observedBy, observer, type Observer } from './observe.js';
import { mapping } from '../mapping.js';
import { sameSizes, showSizes } from '../shape.js';
import { storagesMade } from '../storage.js';
import type { Tensor } from './tensor.js';
import { AccumulateGrad } from './accumulateGrad.js';
import { bothOf, type GradEdge, type GradFn } from './gradFn.js';
import { isAnomalyEnabled, withGradMode } from '../autograd/gradMode.js';
import { gradEdge, requiresGrad } from './state.js';
import { checkForNaN } from './anomaly.js';
import { Owned } from './owned.js';

export interface WalkOptions {
  retainGraph: boolean;
  createGraph: boolean;
  /** Only these tensors get a gradient: `walk` returns it, or adds it to `.grad` with `accumulate`. */
  inputs: readonly Tensor[] | null;
  accumulate: boolean;
}

/** The functions that can be reached from `roots`, each with the number of edges that lead to it. */
function countUses(roots: Iterable<GradFn>): Map<GradFn, number> {
  const uses = new Map<GradFn, number>();
  const stack = [...roots];
  for (const fn of stack) uses.set(fn, 0);
  while (stack.length > 0) {
    for (const edge of stack.pop()!.edges) {
      if (!edge) continue;
      const seen = uses.get(edge.fn);
      uses.set(edge.fn, (seen ?? 0) + 1);
      if (seen === undefined) stack.push(edge.fn);
    }
  }
  return uses;
}

/** The functions on a path to one of `targets`: the other functions need not run. */
function leadingTo(targets: ReadonlySet<GradFn>, reachable: Iterable<GradFn>): Set<GradFn> {
  const needed = new Set<GradFn>(targets);
  // A function is younger than those to which its edges lead, so one pass from old to young is enough.
  const leaves = (fn: GradFn) => (fn instanceof AccumulateGrad ? -1 : fn.sequence);
  for (const fn of [...reachable].sort((a, b) => leaves(a) - leaves(b))) {
    if (fn.edges.some((e) => e && needed.has(e.fn))) needed.add(fn);
  }
  return needed;
}

/** A heap of functions; the youngest is on top. */
class Ready {
  private heap: GradFn[] = [];

  push(fn: GradFn): void {
    const { heap } = this;
    let i = heap.push(fn) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heap[parent].sequence >= fn.sequence) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = fn;
  }

  pop(): GradFn | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1].sequence > heap[child].sequence) child++;
      if (heap[child].sequence <= last.sequence) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

/** Adds up the gradients that arrive at each output of each function. */
class Buffers {
  private readonly byFn = new Map<GradFn, (Tensor | null)[]>();

  constructor(private readonly owned: Owned | null) {}

  add({ fn, index }: GradEdge, grad: Tensor): void {
    let slots = this.byFn.get(fn);
    if (!slots) this.byFn.set(fn, (slots = new Array<Tensor | null>(fn.outputs.length).fill(null)));
    const before = slots[index];
    slots[index] = !before ? grad : this.owned ? this.owned.sum(before, grad) : bothOf(before, grad);
  }

  take(fn: GradFn): (Tensor | null)[] {
    const slots = this.byFn.get(fn) ?? fn.outputs.map(() => null);
    this.byFn.delete(fn);
    return slots;
  }
}

/**
 * Checks the result of a hook. @throws TypeError, RuntimeError when it cannot replace the gradient that the hook was
 * given
 */
function checkReturned(name: string, returned: unknown, { sizes, dtype }: Tensor): void {
  if (!isTensor(returned)) throw new TypeError_(`expected Variable, but hook returned '${typeof returned}'`);
  if (returned.dtype !== dtype) {
    const [was, is] = [dtype, returned.dtype].map(({ scalarName }) => `torch.${scalarName}Tensor`);
    throw wrongDtype('same', `hook '${name}' has changed the type of value (was ${was} got ${is})`);
  }
  if (!sameSizes(returned.sizes, sizes)) throw wrongShape(`hook '${name}' has changed the size of value`);
}

const isTensor = (v: unknown): v is Tensor => typeof v === 'object' && v !== null && 'storage' in v;

/**
 * Calls the hooks on the gradients that arrived at the outputs of `fn`; then stores those that `retain_grad` asked for.
 */
function arrive(fn: GradFn, grads: (Tensor | null)[], watching: Observer | null): void {
  for (const { index, hook } of fn.hooks) {
    const grad = grads[index];
    if (!grad) continue;
    const returned = hook(grad) ?? grad;
    if (returned !== grad) checkReturned(hook.name || '<lambda>', returned, grad);
    grads[index] = returned;
  }
  if (!fn.retained && !watching) return;
  grads.forEach((grad, index) => {
    if (!grad) return;
    const kept = fn.retained?.get(index);
    if (kept) kept.autograd!.grad = grad.autograd ? grad : grad.detach().clone();
    watching?.gradient?.(fn, index, grad);
  });
}

/** What one backward walk knows. (A class: functions that are made for each walk take as long as small formulas.) */
class Walk {
  private readonly ready = new Ready();
  private readonly owned: Owned | null;
  private readonly buffers: Buffers;
  private readonly rootFns: Set<GradFn>;
  private readonly uses: Map<GradFn, number>;
  private readonly targets: readonly (GradEdge | null)[] | null;
  private readonly targetFns: Set<GradFn>;
  private readonly needed: Set<GradFn> | null;
  readonly caught: (Tensor | null)[];

  constructor(
    private readonly roots: readonly GradEdge[],
    private readonly gradients: readonly Tensor[],
    private readonly options: WalkOptions,
    private readonly watching: Observer | null,
  ) {
    const { createGraph, retainGraph, inputs } = options;
    // Where nobody watches, and no graph is kept, gradients under way are seen by hooks alone.
    this.owned = watching || createGraph || retainGraph || inputs || mapping() ? null : new Owned();
    this.buffers = new Buffers(this.owned);
    this.rootFns = new Set(roots.map((r) => r.fn));
    this.uses = countUses(this.rootFns);
    this.targets = inputs?.map((t) => gradEdge(t)) ?? null;
    this.targetFns = new Set(this.targets?.flatMap((t) => (t ? [t.fn] : [])));
    this.needed = this.targets ? leadingTo(this.targetFns, this.uses.keys()) : null;
    this.caught = this.targets?.map(() => null) ?? [];
  }

  run(): void {
    const { ready, uses } = this;
    this.roots.forEach((root, i) => this.buffers.add(root, this.gradients[i]));
    for (const fn of this.rootFns) if (uses.get(fn) === 0) ready.push(fn);
    for (let fn = ready.pop(); fn; fn = ready.pop()) this.step(fn);
  }

  private step(fn: GradFn): void {
    const { owned, watching, needed, uses } = this;
    const grads = this.buffers.take(fn);
    if (!needed || needed.has(fn)) {
      arrive(fn, grads, watching);
      this.targets?.forEach((t, i) => {
        if (t?.fn === fn) this.caught[i] = grads[t.index] ?? null;
      });
    }
    const runs = grads.some((g) => g !== null) && this.isWanted(fn);
    const began = watching?.applied && watching.now ? watching.now() : 0;
    if (owned && (fn.hooks.length > 0 || fn.retained)) owned.shown(grads);
    const first = storagesMade() + 1;
    let inputs: (Tensor | null)[] = [];
    if (runs && owned && fn instanceof AccumulateGrad) owned.giveTo(fn, grads[0]!);
    else if (runs) inputs = fn.apply(grads);
    owned?.note(fn, grads, inputs, first);
    if (runs && watching?.applied) watching.applied(fn, (watching.now?.() ?? 0) - began);
    if (runs && isAnomalyEnabled()) checkForNaN(fn, inputs);
    if (runs && !this.options.retainGraph) fn.release();
    for (let i = 0; i < fn.edges.length; i++) {
      const edge = fn.edges[i];
      if (!edge) continue;
      const grad = inputs[i];
      if (grad) {
        this.buffers.add(edge, grad);
        watching?.flow?.(fn, i, grad);
      }
      const left = uses.get(edge.fn)! - 1;
      uses.set(edge.fn, left);
      if (left === 0) this.ready.push(edge.fn);
    }
  }

  /** Whether the gradients that `fn` gives are wanted. */
  private isWanted(fn: GradFn): boolean {
    const { targets, needed } = this;
    if (fn instanceof AccumulateGrad) return targets === null || (this.options.accumulate && this.targetFns.has(fn));
    return !needed || continues(fn, needed);
  }
}

/**
 * The backward walk from `roots` with their gradients to the leaves. Each function runs after all functions that use
 * its outputs, the youngest first, as in PyTorch's engine on one thread.
 *
 * @returns the gradients of `inputs` (null for an input on which the roots do not depend)
 */
export function walk(roots: readonly GradEdge[], gradients: readonly Tensor[], options: WalkOptions): (Tensor | null)[] {
  // One observer watches the walk; another one, or none, watches the operations of the formulas.
  const watching = observer();
  const made = new Walk(roots, gradients, options, watching);
  const { createGraph } = options;
  withGradMode(createGraph, () => (createGraph ? made.run() : observedBy(watching?.formulas ?? null, () => made.run())));
  return made.caught;
}

const continues = (fn: GradFn, needed: ReadonlySet<GradFn>) => fn.edges.some((e) => e && needed.has(e.fn));

function onesLike({ sizes, dtype, device, constructor }: Tensor): Tensor {
  // Takes the class from a tensor: an import here would be circular.
  const ones = (constructor as typeof Tensor).empty(sizes, dtype, device);
  kernels.fill(ones, 1);
  return ones;
}

/** The error with the tensor whose `backward` failed. */
function ofBackward(root: Tensor, error: RuntimeError): RuntimeError {
  noteOperation(error, { name: 'backward', inputs: [root] });
  return error;
}

/**
 * The gradients at the roots: given by the program, or 1 for a scalar. @throws RuntimeError as
 * `torch.autograd._make_grads`
 */
export function startingGradients(roots: readonly Tensor[], given: readonly (Tensor | null | undefined)[]): Tensor[] {
  if (given.length > 0 && given.length < roots.length) {
    throw new RuntimeError(`got ${roots.length} tensors and ${given.length} gradients`);
  }
  const odd: unknown = given.find((g: unknown) => g != null && (typeof g !== 'object' || !('sizes' in g)));
  if (odd !== undefined) throw new TypeError_(`gradients can be either Tensors or None, but got ${typeof odd}`);
  return roots.map((root, i) => {
    const grad = given[i];
    if (!grad) {
      if (!requiresGrad(root)) throw ofBackward(root, noHistory(i));
      if (root.numel() !== 1) throw ofBackward(root, notScalar(root.sizes));
      if (root.dtype.is_complex) {
        throw wrongDtype('floating', `grad can be implicitly created only for real scalar outputs but got ${String(root.dtype)}`);
      }
      return onesLike(root);
    }
    if (!sameSizes(grad.sizes, root.sizes)) {
      throw wrongShape(
        `Mismatch in shape: grad_output[${i}] has a shape of torch.Size(${showSizes(grad.sizes)}) and output[${i}] has a shape of torch.Size(${showSizes(root.sizes)}).`,
      );
    }
    if (root.dtype.is_complex !== grad.dtype.is_complex) {
      throw wrongDtype(
        'same',
        'For complex Tensors, both grad_output and output are required to have the same dtype. ' +
          `Mismatch in dtype: grad_output[${i}] has a dtype of ${String(grad.dtype)} and output[${i}] has a dtype of ${String(root.dtype)}.`,
      );
    }
    return grad;
  });
}

/** The edges at which the walk from `roots` starts. @throws RuntimeError for a root without history */
export function rootEdges(roots: readonly Tensor[]): GradEdge[] {
  return roots.map((root, i) => {
    const edge = gradEdge(root);
    if (!edge) throw ofBackward(root, noHistory(i));
    return edge;
  });
}
