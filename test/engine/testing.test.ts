import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

/** `torch.testing.assert_close` and `set_submodule`: the messages are those of PyTorch 2.15. */

const { tensor, nn } = torch;
const t = (v: number | number[]) => tensor(v, { dtype: torch.float32 });
const close = torch.testing.assert_close;

const refused: [name: string, a: unknown, b: unknown, options: torch.testing.AssertCloseOptions, message: string][] = [
  [
    'one element',
    t([1, 2, 3]),
    t([1, 2, 3.5]),
    {},
    'Tensor-likes are not close!\n\nMismatched elements: 1 / 3 (33.3%)\nGreatest absolute difference: 0.5 at index (2,) (up to 1e-05 allowed)\nGreatest relative difference: 0.1428571492433548 at index (2,) (up to 1.3e-06 allowed)',
  ],
  [
    'no tolerance',
    t([1, 2, 3]),
    t([1, 2, 3.00001]),
    { rtol: 0, atol: 0 },
    'Tensor-likes are not equal!\n\nMismatched elements: 1 / 3 (33.3%)\nGreatest absolute difference: 1.0013580322265625e-05 at index (2,)\nGreatest relative difference: 3.3378489661117783e-06 at index (2,)',
  ],
  [
    'integers',
    tensor([1, 2, 3]),
    tensor([1, 2, 4]),
    {},
    'Tensor-likes are not equal!\n\nMismatched elements: 1 / 3 (33.3%)\nGreatest absolute difference: 1 at index (2,)\nGreatest relative difference: 0.25 at index (2,)',
  ],
  [
    'tensors without dims',
    t(1),
    t(2),
    {},
    'Scalars are not close!\n\nExpected 2.0 but got 1.0.\nAbsolute difference: 1.0 (up to 1e-05 allowed)\nRelative difference: 0.5 (up to 1.3e-06 allowed)',
  ],
  ['sizes', t([1, 2]), t([1, 2, 3]), {}, "The values for attribute 'shape' do not match: torch.Size([2]) != torch.Size([3])."],
  [
    'dtypes',
    t([1]),
    tensor([1], { dtype: torch.float64 }),
    {},
    "The values for attribute 'dtype' do not match: torch.float32 != torch.float64.",
  ],
  [
    'NaN',
    t([1, NaN]),
    t([1, NaN]),
    {},
    'Tensor-likes are not close!\n\nMismatched elements: 1 / 2 (50.0%)\nGreatest absolute difference: nan at index (1,) (up to 1e-05 allowed)\nGreatest relative difference: nan at index (1,) (up to 1.3e-06 allowed)',
  ],
  [
    'numbers',
    1.5,
    1.1,
    {},
    'Scalars are not close!\n\nExpected 1.1 but got 1.5.\nAbsolute difference: 0.3999999999999999 (up to 1e-07 allowed)\nRelative difference: 0.36363636363636354 (up to 1e-07 allowed)',
  ],
  [
    'in a dictionary',
    { a: [t(1)] },
    { a: [t(2)] },
    {},
    "Scalars are not close!\n\nExpected 2.0 but got 1.0.\nAbsolute difference: 1.0 (up to 1e-05 allowed)\nRelative difference: 0.5 (up to 1.3e-06 allowed)\n\nThe failure occurred for item ['a'][0]",
  ],
  [
    'other keys',
    { a: t(1) },
    { b: t(1) },
    {},
    "The keys of the mappings do not match:\nMissing keys in the actual mapping: ['b']\nAdditional keys in the actual mapping: ['a']",
  ],
  ['lengths', [t(1)], [], {}, 'The length of the sequences mismatch: 1 != 0'],
  ['truths', true, false, {}, 'Booleans mismatch: True is not False'],
  ['a text of its own', t([1]), t([2]), { msg: 'no!' }, 'no!'],
  [
    'a tensor and a list',
    t([1]),
    [1],
    {},
    "No comparison pair was able to handle inputs of type <class 'torch.Tensor'> and <class 'list'>.",
  ],
  [
    'half of the tolerances',
    t([1]),
    t([2]),
    { rtol: 1e-3 },
    "Both 'rtol' and 'atol' must be either specified or omitted, but got no atol.",
  ],
];

describe('assert_close', () => {
  it.each(refused)('refuses %s', (_, a, b, options, message) => {
    let said: unknown;
    try {
      close(a, b, options);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toBe(message);
  });

  it('accepts what is close', () => {
    close(t([1, 2]), t([1, 2.000001]));
    close(t([1, NaN]), t([1, NaN]), { equal_nan: true });
    close(t([1]), tensor([1], { dtype: torch.float64 }), { check_dtype: false });
    close({ a: [1, null, true] }, { a: [1, null, true] });
    expect(() => close(t([1]), t([1]), { tol: 1 } as never)).toThrow("assert_close() got an unexpected keyword argument 'tol'");
  });
});

it('set_submodule puts a module at a qualified name', () => {
  const net = new nn.Sequential(new nn.Linear(2, 2), new nn.Sequential(new nn.ReLU(), new nn.Linear(2, 1)));
  net.set_submodule('1.1', new nn.Linear(2, 3));
  net.set_submodule('0', new nn.Tanh(), { strict: true });
  net.set_submodule('5', new nn.Tanh());
  expect(String(net)).toBe(
    'Sequential(\n  (0): Tanh()\n  (1): Sequential(\n    (0): ReLU()\n    (1): Linear(in_features=2, out_features=3, bias=True)\n  )\n  (5): Tanh()\n)',
  );
  expect([...net.get_submodule('1').parameters()][0]!.shape).toEqual([3, 2]);
  const wrong = (name: string, module: unknown = new nn.Tanh(), strict = false) =>
    expect(() => net.set_submodule(name, module as never, strict));
  wrong('').toThrow('Cannot set the submodule without a target name!');
  wrong('0', 3).toThrow("`module` is not an nn.Module, found <class 'int'>");
  wrong('x.y').toThrow('Sequential has no attribute `x`');
  wrong('7', new nn.Tanh(), true).toThrow('Sequential has no attribute `7`');
  wrong('1.1.weight').toThrow('`weight` is not an nn.Module');
});
