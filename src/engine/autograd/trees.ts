import { isPlainObject } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';

/** Tensors in nested lists and dictionaries, as PyTorch's `tree_flatten`. An example: a model's parameters by their names. */

export interface Tree {
  leaves: Tensor[];
  /** Makes the same nesting around other leaves; there must be as many of them. */
  rebuild(leaves: readonly unknown[]): unknown;
}

/** Takes nested lists and dictionaries of tensors apart; null when they contain anything else. */
export function treeOf(value: unknown): Tree | null {
  if (value instanceof Tensor) return { leaves: [value], rebuild: ([leaf]) => leaf };
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return null;
  const keys = Object.keys(value);
  const parts = (isList ? (value as unknown[]) : Object.values(value)).map(treeOf);
  if (parts.some((part) => part === null)) return null;
  const trees = parts as Tree[];
  return {
    leaves: trees.flatMap((tree) => tree.leaves),
    rebuild(leaves) {
      let at = 0;
      const rebuilt = trees.map((tree) => tree.rebuild(leaves.slice(at, (at += tree.leaves.length))));
      return isList ? rebuilt : Object.fromEntries(rebuilt.map((part, i) => [keys[i], part]));
    },
  };
}

/** Several trees as one. */
interface Forest extends Tree {
  rebuild(leaves: readonly unknown[]): unknown[];
}

/** Takes nested lists and dictionaries of tensors apart. @throws the error that `refuse` makes for a value that contains anything else */
export function forestOf(values: readonly unknown[], refuse: (index: number) => Error): Forest {
  values.forEach((value, i) => {
    if (!treeOf(value)) throw refuse(i);
  });
  return treeOf(values) as Forest;
}
