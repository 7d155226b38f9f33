/**
 * The types in the signature of a class, for the compiler: those that `readArguments` returns, and those that a caller
 * may write.
 */
import type { NamedArguments, Types } from '../ops/signatureTypes.js';
import type { Generator } from '../random/generator.js';
import type { Tensor } from '../tensor/tensor.js';
import type { Module } from './module.js';

/**
 * The meaning of type names in a signature. A folder that has its own types adds them: `declare module
 * '../nn/signatureTypes.js' { interface SignatureTypes { Sampler: Sampler } }`.
 */
export interface SignatureTypes extends Omit<Types, `${string}[]`> {
  'int[]': readonly number[];
  'float[]': readonly number[];
  'any[]': readonly unknown[];
  /** Sizes; null keeps the size of a dim. */
  Size: readonly (number | null)[];
  'Iterable[Tensor]': Iterable<Tensor>;
  'dict[Tensor]': Readonly<Record<string, Tensor>>;
  Module: Module;
  'Iterable[Module]': Iterable<Module>;
  'dict[Module]': Readonly<Record<string, Module>> | Iterable<readonly [string, Module]>;
  Generator: Generator;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of anything
  function: (...args: any[]) => any;
  'Callable[int]': (value: number) => number;
  'Callable[int][]': readonly ((value: number) => number)[];
  'Callable[Tensor]': (input: Tensor) => Tensor;
  'Callable[Tensor][Tensor]': (a: Tensor, b: Tensor) => Tensor;
}

/** The arguments of a call by their names, all with a value: `{ in_features: number; bias: boolean }`. */
export type Values<S extends string> = NamedArguments<S, SignatureTypes>;

/** An object with a signature: a class of layers, of optimizers, of schedulers, ... */
export interface Signed<Signature extends string = string> {
  /** PyTorch's name, arguments and defaults for it. */
  readonly signature: Signature;
}
