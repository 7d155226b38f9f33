import { RuntimeError } from '../errors.js';
import { storagesMade, type Storage } from '../storage.js';

/**
 * The transforms of `torch.func` see a function from outside: it may not change a tensor that it has from there. Outside
 * of a transform, asking costs a comparison.
 */
interface Operation {
  readonly shortName: string;
  readonly kind: { readonly computes?: string };
}

let from = 0;
let given: ReadonlySet<Storage> = new Set();

/** Runs a function inside of a transform. @param inputs the tensors that the transform gives it, which it may change */
export function withinTransform<T>(inputs: readonly { readonly storage: Storage }[], body: () => T): T {
  const before = [from, given] as const;
  [from, given] = [storagesMade(), new Set(inputs.map(({ storage }) => storage))];
  try {
    return body();
  } finally {
    [from, given] = before;
  }
}

/** @throws RuntimeError for the memory of a tensor that was made outside of the transform that runs */
export function refuseCaptured(storage: Storage, op: Operation, values: readonly unknown[]): void {
  if (storage.born > from || given.has(storage)) return;
  const aten = `${op.shortName}_${op.kind.computes && values.length > 1 ? '.Tensor' : ''}`;
  throw new RuntimeError(
    `During a grad (vjp, jvp, grad, etc) transform, the function provided attempted to call in-place operation (aten::${aten}) that would mutate a captured Tensor. This is not supported; please rewrite the function being transformed to explicitly accept the mutated Tensor(s) as inputs.`,
  );
}
