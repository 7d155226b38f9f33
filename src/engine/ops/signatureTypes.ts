/**
 * The TypeScript types that the text of a signature expresses: `signature.ts` reads the text at run time, the compiler
 * reads it here. For `add(Tensor input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)`, the arguments are
 * `[Tensor, Tensor | Scalar, Scalar]`, and `other` is the name of the second.
 */
import type { Complex } from '../complex.js';
import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import type { MemoryFormat } from '../layout.js';
import type { Tensor } from '../tensor/tensor.js';

/** A number or a bool. */
type Scalar = number | boolean;

/** The TypeScript types for the type names in signatures. Classes have more of them: see nn/signatureTypes.ts. */
export interface Types {
  Tensor: Tensor;
  Scalar: Scalar;
  complex: Complex;
  int: number;
  float: number;
  bool: boolean;
  str: string;
  dtype: DType;
  device: Device | string;
  memory_format: MemoryFormat;
  'int[]': number[];
  'float[]': number[];
  'Tensor[]': Tensor[];
  'any[]': unknown[];
  any: unknown;
}

/** `Tensor|complex` (made a tensor), `Tensor|Scalar`, `Tensor?`, `int...`, `'mean'|'sum'` */
type TypeOf<T extends string, Known> = T extends 'Tensor|complex'
  ? Tensor
  : T extends `${infer Item}...`
    ? TypeOf<Item, Known>[]
    : T extends `${infer Given}?`
      ? TypeOf<Given, Known> | null
      : T extends `${infer First}|${infer Rest}`
        ? TypeOf<First, Known> | TypeOf<Rest, Known>
        : T extends `'${infer Choice}'`
          ? Choice
          : T extends keyof Known
            ? Known[T]
            : never;

/**
 * One parameter: `Tensor? out=None`, or `device=None`, which has any type. `*` gives nothing, and neither does the rest
 * of a list that contains commas: `dims=[0, 1]`.
 */
type Parameter<P extends string, Known> = P extends `${infer T} ${infer Name}=${infer Default}`
  ? [Named<Name, Default extends 'None' ? TypeOf<T, Known> | null : TypeOf<T, Known>>]
  : P extends `${infer T} ${infer Name}`
    ? [Named<Name, TypeOf<T, Known>>]
    : P extends `${infer Name}=${string}`
      ? [Named<Name, unknown>]
      : [];

interface Named<Name extends string, Type> {
  name: Name;
  type: Type;
}

type Listed<List extends string, Known, Found extends Named<string, unknown>[] = []> = List extends `${infer First}, ${infer Rest}`
  ? Listed<Rest, Known, [...Found, ...Parameter<First, Known>]>
  : [...Found, ...Parameter<List, Known>];

/** The parameters of a signature in their order. */
type Parameters<S extends string, Known = Types> = S extends `${string}(${infer List})${string}` ? Listed<List, Known> : never;

type TypesOf<P> = P extends [Named<infer Name, infer Type>, ...infer Rest] ? (Name extends 'out' ? [] : [Type, ...TypesOf<Rest>]) : [];

/**
 * The arguments of `forward` and `compose`: in the order of the signature, without `out`. For a text that the compiler
 * does not know: any arguments.
 */
export type ArgumentsOf<S extends string> = [Parameters<S>] extends [never] ? unknown[] : TypesOf<Parameters<S>>;

/** The arguments by their names. */
export type NamedArguments<S extends string, Known = Types> = {
  readonly [P in Parameters<S, Known>[number] as P['name']]: P['type'];
};

export type ArgumentName<S extends string> = Parameters<S>[number]['name'];

/** The arguments that can have gradients: tensors, and lists of tensors. */
export type TensorArgument<S extends string> = Parameters<S>[number] extends infer P
  ? P extends Named<infer Name, infer Type>
    ? Name extends 'out'
      ? never
      : Tensor extends Type
        ? Name
        : Tensor[] extends Type
          ? Name
          : never
    : never
  : never;
