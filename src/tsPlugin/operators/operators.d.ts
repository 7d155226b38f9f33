// The types of operators on tensors. The plugin renames every `$name` to its name in names.ts (`$mul` to `*`). Such a name is
// no identifier, so completion never offers it and nobody can write it.
/** Any declaration of a tensor, so that a workspace's own copy of the library works too. */
interface $T {
  add(other: number): any;
  bitwise_not(): any;
  index(...specs: any[]): any;
  matmul(other: any): any;
  readonly dtype: any;
}
/** A complex number. */
interface $C {
  readonly re: number;
  readonly im: number;
}
type $IsAny<A> = 0 extends 1 & A ? true : false;
type $Of<A> = A extends { add(other: number): infer R } ? R : never;
type $Operand = $T | $C | number | bigint | boolean;
type $Spec = number | string | null | boolean | $T | readonly $Spec[];

type $Right<A> =
  $IsAny<A> extends true
    ? any
    : A extends $T
      ? $T | $C | number | boolean
      : A extends number
        ? number | $T
        : A extends bigint
          ? bigint
          : A extends boolean | $C
            ? $T
            : never;
type $Arith<A, B> =
  $IsAny<A> extends true
    ? any
    : $IsAny<B> extends true
      ? A extends $T
        ? $Of<A>
        : any
      : A extends $T
        ? $Of<A>
        : B extends $T
          ? $Of<B>
          : A extends bigint
            ? bigint
            : number;
type $RightOf<A> =
  $IsAny<A> extends true
    ? any
    : A extends $T
      ? $T | number | boolean
      : A extends number | bigint
        ? number | bigint | $T
        : A extends string
          ? string
          : A extends boolean
            ? boolean | $T
            : A | $T;
type $Compared<A, B> =
  $IsAny<A> extends true
    ? any
    : $IsAny<B> extends true
      ? A extends $T
        ? $Of<A>
        : any
      : A extends $T
        ? $Of<A>
        : B extends $T
          ? $Of<B>
          : boolean;
type $Equal<A, B> =
  $IsAny<A> extends true
    ? any
    : A extends $T
      ? $IsAny<B> extends true
        ? $Of<A>
        : B extends $T | $C | number | boolean
          ? $Of<A>
          : boolean
      : $IsAny<B> extends true
        ? any
        : B extends $T
          ? A extends number | boolean | $C
            ? $Of<B>
            : boolean
          : boolean;

/** Sum, element by element: PyTorch's `input + other`. Text joins with anything as text. */
declare function $add<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $add(input: number, other: number): number;
declare function $add(input: bigint, other: bigint): bigint;
declare function $add(input: string, other: unknown): string;
declare function $add(input: unknown, other: string): string;
/** Difference, element by element. */
declare function $sub<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $sub(input: number, other: number): number;
declare function $sub(input: bigint, other: bigint): bigint;
/** Product, element by element. */
declare function $mul<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $mul(input: number, other: number): number;
declare function $mul(input: bigint, other: bigint): bigint;
/** Quotient, element by element. */
declare function $div<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $div(input: number, other: number): number;
declare function $div(input: bigint, other: bigint): bigint;
/** Remainder: of tensors with the sign of `other`, as in Python; of numbers with that of `input`, as in JavaScript. */
declare function $mod<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $mod(input: number, other: number): number;
declare function $mod(input: bigint, other: bigint): bigint;
/** Power, element by element. */
declare function $pow<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $pow(input: number, other: number): number;
declare function $pow(input: bigint, other: bigint): bigint;
declare function $and<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $and(input: number, other: number): number;
declare function $and(input: bigint, other: bigint): bigint;
declare function $or<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $or(input: number, other: number): number;
declare function $or(input: bigint, other: bigint): bigint;
declare function $xor<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $xor(input: number, other: number): number;
declare function $xor(input: bigint, other: bigint): bigint;
/** The bits, moved up. */
declare function $shl<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $shl(input: number, other: number): number;
declare function $shl(input: bigint, other: bigint): bigint;
/** The bits, moved down. */
declare function $shr<A extends $Operand, B extends $Right<A>>(input: A, other: B): $Arith<A, B>;
declare function $shr(input: number, other: number): number;
declare function $shr(input: bigint, other: bigint): bigint;
declare function $lt<A extends {}, B extends $RightOf<A>>(input: A, other: B): $Compared<A, B>;
declare function $lt(input: number | bigint, other: number | bigint): boolean;
declare function $lt(input: string, other: string): boolean;
declare function $le<A extends {}, B extends $RightOf<A>>(input: A, other: B): $Compared<A, B>;
declare function $le(input: number | bigint, other: number | bigint): boolean;
declare function $le(input: string, other: string): boolean;
declare function $gt<A extends {}, B extends $RightOf<A>>(input: A, other: B): $Compared<A, B>;
declare function $gt(input: number | bigint, other: number | bigint): boolean;
declare function $gt(input: string, other: string): boolean;
declare function $ge<A extends {}, B extends $RightOf<A>>(input: A, other: B): $Compared<A, B>;
declare function $ge(input: number | bigint, other: number | bigint): boolean;
declare function $ge(input: string, other: string): boolean;
/** `a < b < c` compares a truth value with c. */
declare function $chain(input: never, other: never): boolean;
declare function $eq<A, B>(input: A, other: B): $Equal<A, B>;
declare function $ne<A, B>(input: A, other: B): $Equal<A, B>;
declare function $neg<A extends $Operand>(input: A): $Arith<A, A>;
declare function $not<A extends $Operand>(input: A): $Arith<A, A>;
/** In place, on a name that is constant: a tensor only. */
declare function $set<A extends $T>(input: A, other: $T | number | boolean): A;
/** In place, on what cannot be read twice: `f().k += v`. */
declare function $change<A extends $T>(input: A, other: $T | number | boolean): A;
declare function $change(input: number, other: number): number;
declare function $change(input: bigint, other: bigint): bigint;
declare function $change(input: string, other: unknown): string;
/** What stands in brackets. '...' is a declared member of a tensor, of its type: without `undefined` under noUncheckedIndexedAccess. */
declare function $k(index: $T | null | boolean | readonly $Spec[]): '...';
declare function $k<K extends PropertyKey>(index: K): K;
declare function $keys(...index: $Spec[]): '...';
/**
 * Nothing for a value of any type, of whose values TypeScript's own declarations make `unknown`; an argument that there is not
 * for any other. So the argument itself keeps the context in which TypeScript reads it.
 */
type $OnlyAny<T> = 0 extends 1 & T ? [] : [never];
interface ObjectConstructor {
  values<T>(of: T, ...none: $OnlyAny<T>): any[];
  entries<T>(of: T, ...none: $OnlyAny<T>): [string, any][];
}
/** JavaScript's functions take a tensor of one element, as Python's `math` does. */
interface Math {
  abs(x: $T): number;
  acos(x: $T): number;
  acosh(x: $T): number;
  asin(x: $T): number;
  asinh(x: $T): number;
  atan(x: $T): number;
  atanh(x: $T): number;
  cbrt(x: $T): number;
  ceil(x: $T): number;
  cos(x: $T): number;
  cosh(x: $T): number;
  exp(x: $T): number;
  expm1(x: $T): number;
  floor(x: $T): number;
  fround(x: $T): number;
  log(x: $T): number;
  log10(x: $T): number;
  log1p(x: $T): number;
  log2(x: $T): number;
  round(x: $T): number;
  sign(x: $T): number;
  sin(x: $T): number;
  sinh(x: $T): number;
  sqrt(x: $T): number;
  tan(x: $T): number;
  tanh(x: $T): number;
  trunc(x: $T): number;
  atan2(y: $T, x: $T | number): number;
  atan2(y: number, x: $T): number;
  pow(x: $T, y: $T | number): number;
  pow(x: number, y: $T): number;
  hypot(first: $T, ...values: ($T | number)[]): number;
  hypot(first: number, second: $T, ...values: ($T | number)[]): number;
  max(first: $T, ...values: ($T | number)[]): number;
  max(first: number, second: $T, ...values: ($T | number)[]): number;
  min(first: $T, ...values: ($T | number)[]): number;
  min(first: number, second: $T, ...values: ($T | number)[]): number;
}
