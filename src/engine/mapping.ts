/**
 * What `torch.vmap` watches while it runs a function for one sample: which tensors differ from sample to sample. Of such a
 * tensor a program may not ask for the number, since with PyTorch it has all of them at once. With nothing mapped, this
 * costs a null check.
 */
import { RuntimeError } from './errors.js';

/** As much of an operation as matters here. */
interface Operation {
  readonly kind: { readonly random?: boolean } | null;
}

/** Whether random operations are refused, draw the same for each sample, or go on drawing. */
export type Randomness = 'error' | 'same' | 'different';

export class Mapping {
  private readonly mapped = new WeakSet<object>();

  constructor(
    /** The mapping within which this one runs. */
    readonly outer: Mapping | null,
    private readonly randomness: Randomness,
  ) {}

  /** `t` is what one sample has. */
  add(t: object): void {
    this.mapped.add(t);
  }

  has(t: object): boolean {
    return this.mapped.has(t);
  }

  /** The results of an operation differ from sample to sample if what it was given does. @throws RuntimeError for a random one that is not allowed */
  private note(op: Operation, inputs: readonly object[], results: readonly unknown[]): void {
    const isMapped = op.kind?.random ? this.randomness === 'different' : inputs.some((t) => this.mapped.has(t));
    if (isMapped) for (const t of results) if (t !== null && typeof t === 'object') this.mapped.add(t);
    this.outer?.note(op, inputs, results);
  }

  /** Runs an operation; what it asks for inside is its own affair. */
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

  /** Somebody asks for the number of a tensor. @throws RuntimeError for one that differs from sample to sample */
  refuseNumber(t: object): void {
    this.outer?.refuseNumber(t);
    if (this.mapped.has(t))
      throw new RuntimeError(
        "vmap: It looks like you're calling .item() on a Tensor. We don't support vmap over calling .item() on a Tensor, please try to rewrite what you're doing with other operations. If error is occurring somewhere inside PyTorch internals, please file a bug report.",
      );
  }

  /** Somebody decides by a tensor. @throws RuntimeError for one that differs from sample to sample */
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

/** Runs what may ask for numbers, whoever runs it. */
export const unmapped = <T>(body: () => T): T => (current === null ? body() : mappedBy(null, body));
