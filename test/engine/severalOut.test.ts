import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { callable, names } from '../../src/engine/ops/registry.js';

const { float32, float64, int32, int64 } = torch;
type Out = torch.Tensor[];
const x = () =>
  torch.tensor([
    [1.5, 5, 2],
    [7, 0, 3],
  ]);
const room = (...dtypes: torch.dtype[]): Out => dtypes.map((dtype) => torch.empty(0, { dtype }));

/** What PyTorch 2.15 says of a second tensor of the wrong dtype. */
const refused: [name: string, call: (out: Out) => unknown, out: Out, said: string][] = [
  ['max', (out) => torch.max(x(), 0, { out }), room(float32, float32), 'Expected out tensor to have dtype long int, but got float instead'],
  ['sort', (out) => torch.sort(x(), { out }), room(float64, int64), 'Expected out tensor to have dtype float, but got double instead'],
  ['kthvalue', (out) => torch.kthvalue(x(), 1, { out }), room(float32, int32), 'output indices must be of scalar type Long'],
  ['mode', (out) => torch.mode(x(), 0, { out }), room(float64, int64), "expected scalar type 'Float' but got 'Double' for values output"],
  ['cummax', (out) => torch.cummax(x(), 0, { out }), room(float32, int32), 'expected scalar_type Long but found Int'],
  ['frexp', (out) => torch.frexp(x(), { out }), room(float32, int64), 'torch.frexp() expects exponent to have int dtype but got long int'],
  [
    'median',
    (out) => torch.median(x(), 0, { out }),
    room(float32, int32),
    "Expected tensor for argument #1 'indices' to have scalar type Long; but got torch.IntTensor instead (while checking arguments for median)",
  ],
  [
    'histogram',
    (out) => torch.histogram(x(), 3, { out }),
    room(float32, int64),
    'torch.histogram: input tensor and bin_edges tensor should have the same dtype, but got input float and bin_edges long int for dimension 0',
  ],
  [
    'linalg.eig',
    (out) => torch.linalg.eig(torch.eye(2), { out }),
    room(float32, float32),
    'torch.linalg.eig: Expected eigenvalues to be safely castable from ComplexFloat dtype, but got eigenvalues with dtype Float',
  ],
];

describe('out of operations with several results', () => {
  it('is filled, resized and returned', () => {
    const out = room(float32, int64);
    const { values } = out.reduce((all) => all, torch.max(x(), 0, { out }));
    expect(values).toBe(out[0]);
    expect(String(out[1])).toBe('tensor([1, 0, 1])');
    expect(String(torch.max(x(), 0, { out }))).toBe(
      'torch.return_types.max_out(\nvalues=tensor([7., 5., 3.]),\nindices=tensor([1, 0, 1]))',
    );
  });

  it.each(refused)('%s refuses another dtype in PyTorch’s words', (_, call, out, said) => {
    expect(() => call(out)).toThrow(said);
  });

  it('has as many tensors as there are results, and no gradient', () => {
    expect(() => torch.sort(x(), { out: room(float32, int64, float32) })).toThrow('expected tuple of 2 elements but got 3');
    expect(() => torch.topk(x(), 2, { out: torch.empty(0) as never })).toThrow(
      "topk(): argument 'out' must be tuple of Tensors, not Tensor",
    );
    expect(() => torch.max(x().requires_grad_(), 0, { out: room(float32, int64) })).toThrow(
      "max(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.",
    );
  });

  it('is checked before anything is written', () => {
    const out = [torch.zeros(3), torch.zeros(3)];
    expect(() => torch.max(x(), 0, { out })).toThrow('long int');
    expect(out[0]!.tolist()).toEqual([0, 0, 0]);
  });

  it('is a list wherever there are several named results', () => {
    for (const name of names()) {
      for (const { parsed } of callable(name, 'function')) {
        const given = parsed.parameters.find((p) => p.name === 'out');
        if (given) expect([name, given.types]).toEqual([name, parsed.resultNames ? ['Tensor[]'] : ['Tensor']]);
      }
    }
  });
});
