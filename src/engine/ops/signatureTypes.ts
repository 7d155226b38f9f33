/**
 * The TypeScript types that the text of a signature says: what `signature.ts` reads at run time, the
 * compiler reads here. Of `add(Tensor input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)`
 * the arguments are `[Tensor, Tensor | Scalar, Scalar]`, and `other` is the name of the second.
 */
import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';

/** A number or a bool. */
type Scalar = number | boolean;

interface Types {
  Tensor: Tensor;
  Scalar: Scalar;
  int: number;
  float: number;
  bool: boolean;
  str: string;
  dtype: DType;
  'int[]': number[];
  'float[]': number[];
  'Tensor[]': Tensor[];
  'any[]': unknown[];
  any: unknown;
}

/** `Tensor|Scalar`, `Tensor?`, `int...` */
type TypeOf<T extends string> = T extends `${infer Item}...`
  ? TypeOf<Item>[]
  : T extends `${infer Given}?`
    ? TypeOf<Given> | null
    : T extends `${infer First}|${infer Rest}`
      ? TypeOf<First> | TypeOf<Rest>
      : T extends keyof Types
        ? Types[T]
        : never;

/** One parameter: `Tensor? out=None`. Nothing for `*`, nor for the rest of a list, which holds commas too: `dims=[0, 1]`. */
type Parameter<P extends string> = P extends `${infer T} ${infer Name}=${infer Default}`
  ? [Named<Name, Default extends 'None' ? TypeOf<T> | null : TypeOf<T>>]
  : P extends `${infer T} ${infer Name}`
    ? [Named<Name, TypeOf<T>>]
    : [];

interface Named<Name extends string, Type> {
  name: Name;
  type: Type;
}

type Listed<List extends string, Found extends Named<string, unknown>[] = []> = List extends `${infer First}, ${infer Rest}`
  ? Listed<Rest, [...Found, ...Parameter<First>]>
  : [...Found, ...Parameter<List>];

/** The parameters of a signature in their order. */
type Parameters<S extends string> = S extends `${string}(${infer List})${string}` ? Listed<List> : never;

type TypesOf<P> = P extends [Named<infer Name, infer Type>, ...infer Rest] ? (Name extends 'out' ? [] : [Type, ...TypesOf<Rest>]) : [];

/**
 * What `forward` and `compose` are called with: the arguments in the order of the signature, without `out`.
 * Of a text that the compiler does not know: anything.
 */
export type ArgumentsOf<S extends string> = [Parameters<S>] extends [never] ? unknown[] : TypesOf<Parameters<S>>;

/** The arguments by their names. */
export type NamedArguments<S extends string> = {
  readonly [P in Parameters<S>[number] as P['name']]: P['type'];
};

export type ArgumentName<S extends string> = Parameters<S>[number]['name'];

/** Those that gradients can come to: tensors, and lists of tensors. */
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
