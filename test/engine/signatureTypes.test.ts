/** The compiler reads signatures. Each marked line below must be an error, or the types do not match the text. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { DType } from '../../src/engine/dtype.js';
import type { Tensor } from '../../src/engine/tensor/tensor.js';
import { elementwise } from '../../src/engine/ops/kind.js';
import { op } from '../../src/engine/ops/op.js';
import type { ArgumentsOf, NamedArguments, TensorArgument } from '../../src/engine/ops/signatureTypes.js';

const said = { kind: elementwise(), doc: 'Nothing.', formula: 'out = input' };

// The arguments that a signature names. The compiler tests these lines: nothing of them runs in the test. The arguments
// have the types of the signature, in its order, without out.
expectTypeOf<ArgumentsOf<'add(Tensor input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)'>>().toEqualTypeOf<
  [Tensor, Tensor | number | boolean, number | boolean]
>();
expectTypeOf<ArgumentsOf<'rot90(Tensor input, int k=1, int[] dims=[0, 1])'>>().toEqualTypeOf<[Tensor, number, number[]]>();
expectTypeOf<ArgumentsOf<'view(Tensor input, int... size) -> Tensor'>>().toEqualTypeOf<[Tensor, number[]]>();
expectTypeOf<ArgumentsOf<'f(Tensor[] tensors, bool? reduce=None, dtype dtype=None)'>>().toEqualTypeOf<
  [Tensor[], boolean | null, DType | null]
>();
expectTypeOf<ArgumentsOf<'max.dim(Tensor input, str how) -> (Tensor values, Tensor indices)'>>().toEqualTypeOf<[Tensor, string]>();
expectTypeOf<ArgumentsOf<`${string}(Tensor input, float eps)`>>().toEqualTypeOf<[Tensor, number]>();
// The arguments are known by their names.
expectTypeOf<NamedArguments<'clamp(Tensor input, Scalar? min=None)'>>().toEqualTypeOf<{
  readonly input: Tensor;
  readonly min: number | boolean | null;
}>();
expectTypeOf<TensorArgument<'cat(Tensor[] tensors, int dim=0, *, Tensor? weight=None, Tensor? out=None)'>>().toEqualTypeOf<
  'tensors' | 'weight'
>();

describe('an entry', () => {
  it('does not compile with a formula for what is no argument, and is refused', () => {
    const spec = { signature: 'f(Tensor input, Tensor other)', ...said, forward: (input: Tensor) => input } as const;
    // @ts-expect-error 'othr' is no argument
    expect(() => op({ ...spec, backward: { othr: (g) => g } })).toThrow("f: backward of 'othr', which is no argument");
    expect(op({ ...spec, backward: { other: (g) => g } }).differentiable).toHaveLength(1);
  });

  it('does not compile with a formula for what is no tensor', () => {
    const entry = op({
      signature: 'f(Tensor input, float alpha)',
      ...said,
      forward: (input) => input,
      // @ts-expect-error 'alpha' is a number
      backward: { alpha: () => null },
    });
    expect(entry.differentiable[0]!.index).toBe(1);
  });

  it('does not compile with a misspelt argument in a formula, nor with one of another type', () => {
    const entry = op({
      signature: 'f(Tensor input, Tensor other, float alpha)',
      ...said,
      forward: (input, other, alpha) => input.mul(other).mul(alpha),
      backward: {
        // @ts-expect-error 'othr' is no argument
        input: (g, s) => g.mul(s.othr as Tensor),
        // @ts-expect-error 'alpha' is a number
        other: (g, s) => s.alpha.mul(g),
      },
    });
    expect(entry.differentiable.map(({ name }) => name)).toEqual(['input', 'other']);
  });

  it('does not compile with a size asked of what is no argument', () => {
    const entry = op({
      signature: 'f(Tensor input)',
      ...said,
      forward: (input) => input,
      // @ts-expect-error 'inputs' is no argument
      backward: { input: (g, s) => g.expand(s.sizesOf('inputs')) },
    });
    expect(entry.differentiable).toHaveLength(1);
  });

  it('does not compile when forward takes what it is not given', () => {
    const entry = op({
      signature: 'f(Tensor input, Tensor|Scalar other)',
      ...said,
      // @ts-expect-error `other` may be a number
      forward: (input: Tensor, other: Tensor) => input.add(other),
    });
    expect(entry.name).toBe('f');
  });
});
