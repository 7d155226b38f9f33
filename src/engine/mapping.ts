/**
 * Observes a function that `torch.vmap` runs for one sample: it knows which tensors differ from sample to sample. A program may
 * not read the number of such a tensor, since with PyTorch it has the numbers of all samples at once. When nothing is mapped,
 * this costs a null check.
 */
import { RuntimeError } from './errors.js';
import { showSizes } from './shape.js';

/** The part of an operation that matters here. */
interface Operation {
  readonly shortName: string;
  readonly kind: { readonly random?: boolean; readonly each?: boolean; readonly computes?: string } | null;
  readonly sizedBy?: string;
  readonly drawsNothing?: (values: readonly unknown[]) => boolean;
}

interface Sized {
  readonly sizes: readonly number[];
}

/** Whether random operations are refused, draw the same numbers for each sample, or draw different ones. */
export type Randomness = 'error' | 'same' | 'different';

export class Mapping {
  private readonly mapped = new WeakSet<object>();

  constructor(
    /** The mapping inside of which this one runs. */
    readonly outer: Mapping | null,
    private readonly randomness: Randomness,
    /** The number of samples. */
    private readonly count: number,
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
  around<T>(op: Operation, inputs: readonly object[], values: readonly unknown[], run: () => T): T {
    if (!op.drawsNothing?.(values)) this.refuseRandom(op);
    this.refuseDynamic(op, inputs);
    const result = unmapped(run);
    this.note(op, inputs, Array.isArray(result) ? result : [result]);
    return result;
  }

  /** Runs an operation in place. @throws RuntimeError for a tensor that all samples share, changed by one that they do not */
  aroundInplace<T>(op: Operation, inputs: readonly Sized[], values: readonly unknown[], run: () => T): T {
    this.refuseShared(op, inputs);
    return this.around(op, inputs, values, run);
  }

  private refuseShared(op: Operation, inputs: readonly Sized[]): void {
    this.outer?.refuseShared(op, inputs);
    const [self, ...others] = inputs;
    if (this.mapped.has(self) || !others.some((t) => this.mapped.has(t))) return;
    if (op.kind?.computes === 'sum')
      throw new RuntimeError(
        `output with shape ${showSizes(self.sizes)} doesn't match the broadcast shape ${showSizes([this.count, ...self.sizes])}`,
      );
    throw new RuntimeError(
      `vmap: ${op.kind?.each ? 'inplace arithmetic' : `${op.shortName}_`}(self, *extra_args) is not possible because there exists a Tensor \`other\` in extra_args that has more elements than \`self\`. This happened due to \`other\` being vmapped over but \`self\` not being vmapped over in a vmap. Please try to use out-of-place operators instead of ${op.kind?.each ? 'inplace arithmetic' : `${op.shortName}_`}. If said operator is being called inside the PyTorch framework, please file a bug report instead.`,
    );
  }

  /** @throws RuntimeError for a result whose size depends on the numbers of a sample */
  private refuseDynamic(op: Operation, inputs: readonly object[]): void {
    const { sizedBy: by } = op;
    if (!by) return;
    this.outer?.refuseDynamic(op, inputs);
    if (inputs.some((t) => this.mapped.has(t)))
      throw new RuntimeError(
        /^\w+$/.test(by)
          ? `vmap: We do not support batching operators that can output dynamic shape. Attempted to vmap over aten::${by}. Please file an issue at https://github.com/pytorch/pytorch/issues if you need this feature.`
          : by,
      );
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

  /** Called when a program reads the numbers of a tensor. @throws RuntimeError for a tensor that differs from sample to sample */
  refuseNumbers(t: object): void {
    this.outer?.refuseNumbers(t);
    if (this.mapped.has(t)) throw new RuntimeError("Cannot access data pointer of Tensor that doesn't have storage");
  }

  /** Called when a mask chooses elements. @throws RuntimeError for a mask that differs from sample to sample */
  refuseMask(t: object): void {
    this.outer?.refuseMask(t);
    if (this.mapped.has(t))
      throw new RuntimeError(
        'vmap: We do not support batching operators that can support dynamic shape. Attempting to batch over indexing with a boolean mask.',
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
