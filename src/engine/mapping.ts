/**
 * Observes a function that `torch.vmap` runs for one sample: it knows which tensors differ from sample to sample. A program may
 * not read the number of such a tensor, since with PyTorch it has the numbers of all samples at once. When nothing is mapped,
 * this costs a null check.
 */
import { RuntimeError } from './errors.js';

/** The part of an operation that matters here. */
interface Operation {
  readonly kind: { readonly random?: boolean } | null;
}

/** Whether random operations are refused, draw the same numbers for each sample, or draw different ones. */
export type Randomness = 'error' | 'same' | 'different';

export class Mapping {
  private readonly mapped = new WeakSet<object>();

  constructor(
    /** The mapping inside of which this one runs. */
    readonly outer: Mapping | null,
    private readonly randomness: Randomness,
  ) {}

  /** Notes that `t` belongs to one sample. */
  add(t: object): void {
    this.mapped.add(t);
  }

  has(t: object): boolean {
    return this.mapped.has(t);
  }

  /**
   * Notes the results of an operation: they differ from sample to sample if an input does. A random operation's results differ
   * if each sample draws different numbers.
   */
  private note(op: Operation, inputs: readonly object[], results: readonly unknown[]): void {
    const isMapped = op.kind?.random ? this.randomness === 'different' : inputs.some((t) => this.mapped.has(t));
    if (isMapped) for (const t of results) if (t !== null && typeof t === 'object') this.mapped.add(t);
    this.outer?.note(op, inputs, results);
  }

  /** Runs an operation. The operation itself may read any number. @throws RuntimeError for a random operation that is not allowed */
  around<T>(op: Operation, inputs: readonly object[], run: () => T): T {
    this.refuseRandom(op);
    const result = unmapped(run);
    this.note(op, inputs, Array.isArray(result) ? result : [result]);
    return result;
  }

  private refuseRandom(op: Operation): void {
    this.outer?.refuseRandom(op);
    if (this.randomness === 'error' && op.kind?.random)
      throw new RuntimeError(
        "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap or perform the randomness operation out of vmap",
      );
  }

  /** Called when a program reads the number of a tensor. @throws RuntimeError for a tensor that differs from sample to sample */
  refuseNumber(t: object): void {
    this.outer?.refuseNumber(t);
    if (this.mapped.has(t))
      throw new RuntimeError(
        "vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, please try to rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch internals, please file a bug report.",
      );
  }

  /** Called when a program uses a tensor as a condition. @throws RuntimeError for a tensor that differs from sample to sample */
  refuseTruth(t: object): void {
    this.outer?.refuseTruth(t);
    if (this.mapped.has(t))
      throw new RuntimeError(
        "vmap: It looks like you're attempting to use a Tensor in some data-dependent control flow. We don't support that yet, please file an issue at https://github.com/pytorch/pytorch/issues .",
      );
  }
}

let current: Mapping | null = null;

export const mapping = (): Mapping | null => current;

/** Runs `body` for one sample of `next`. */
export function mappedBy<T>(next: Mapping | null, body: () => T): T {
  const before = current;
  current = next;
  try {
    return body();
  } finally {
    current = before;
  }
}

/** Runs `body`, which may read any number. */
export const unmapped = <T>(body: () => T): T => (current === null ? body() : mappedBy(null, body));
