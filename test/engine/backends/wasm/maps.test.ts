import { describe, expect, it } from 'vitest';
import { cpu } from '../../../../src/engine/backends/cpu/index.js';
import { FEWEST, mapVectors } from '../../../../src/engine/backends/cpu/wasm/maps.js';
import * as torch from '../../../../src/engine/index.js';
import type { MapKernel } from '../../../../src/engine/kernels/elementwise.js';

/** The result of JavaScript's loops: each piece has too few elements for the kernel. */
function byLoops(kernel: MapKernel, inputs: readonly torch.Tensor[], params: readonly number[]): torch.Tensor {
  const out = torch.empty(inputs[0]!.shape);
  const pieces = [...inputs, out].map((x) => x.reshape(-1).split(FEWEST / 2));
  expect(pieces.at(-1)![0]!.storage, 'the pieces are views of the result').toBe(out.storage);
  pieces[0]!.forEach((_, i) => {
    const [to, ...from] = [pieces.at(-1)![i]!, ...pieces.slice(0, -1).map((p) => p[i]!)] as [torch.Tensor, ...torch.Tensor[]];
    cpu.kernels.map(kernel, from, to, torch.float32, params);
  });
  return out;
}

function byVectors(kernel: MapKernel, inputs: readonly torch.Tensor[], sizes: readonly number[], params: readonly number[] = []) {
  const out = torch.zeros(sizes);
  expect(mapVectors(kernel, inputs, out, out.numel(), params)).toBe(true);
  return out;
}

/**
 * More elements than fit into one piece of the kernel, not a multiple of four. The special numbers are at the start.
 */
const N = 40_003;
const special = [0, -0, NaN, Infinity, -Infinity, 1e-42, -1e-42, 3e38, -3e38, 0.5, 1.5, -2.5, 1, -1];
function samples(seed: number, turn = 0): torch.Tensor {
  torch.manual_seed(seed);
  const x = torch.randn(N);
  special.forEach((a, i) => special.forEach((b, j) => x.index_put_([i * special.length + j], turn === 0 ? a : b)));
  return x;
}

const same = (a: torch.Tensor, b: torch.Tensor) => {
  const [x, y] = [a.reshape(-1).tolist() as number[], b.reshape(-1).tolist() as number[]];
  const at = x.findIndex((v, i) => !Object.is(v, y[i]));
  expect(at < 0 ? null : { at, got: x[at], want: y[at] }).toBeNull();
};

const exact: [MapKernel, number, number[]?][] = [
  ...(['neg', 'abs', 'sqrt', 'square', 'reciprocal', 'relu', 'floor', 'ceil', 'trunc', 'round'] as const).map(
    (name): [MapKernel, number] => [name, 1],
  ),
  ['add_scalar', 1, [0.75]],
  ['mul_scalar', 1, [-0.75]],
  ['clamp', 1, [-1, 0.5]],
  ['clamp', 1, [NaN, 0.5]],
  ['leaky_relu', 1, [0.25]],
  ...(['add', 'sub', 'mul', 'div', 'maximum', 'minimum', 'relu_grad'] as const).map((name): [MapKernel, number] => [name, 2]),
];

const close: [MapKernel, number, number[]?][] = [
  ...(['exp', 'log', 'tanh', 'sigmoid', 'erf', 'gelu', 'silu', 'sin', 'cos', 'rsqrt'] as const).map((name): [MapKernel, number] => [
    name,
    1,
  ]),
  ['add_scaled', 2, [0.3]],
  ['sub_scaled', 2, [0.3]],
  ['sigmoid_grad', 2],
  ['tanh_grad', 2],
  ['gelu_grad', 2],
  ['silu_grad', 2],
  ['affine', 3],
  ['addcmul', 3, [0.3]],
  ['lerp', 3],
];

describe('elementwise kernels of float32', () => {
  it.each(exact)('%s of %i operands has the bits of the loop', (kernel, count, params = []) => {
    const inputs = [0, 1].slice(0, count).map((i) => samples(i + 1, i));
    same(byVectors(kernel, inputs, [N], params), byLoops(kernel, inputs, params));
  });

  it.each(close)('%s of %i operands differs from the loop by rounding only', (kernel, count, params = []) => {
    torch.manual_seed(3);
    const inputs = [0, 1, 2].slice(0, count).map(() => torch.randn(N));
    const [got, want] = [byVectors(kernel, inputs, [N], params), byLoops(kernel, inputs, params)];
    expect(torch.allclose(got, want, 1e-6, 1e-6, { equal_nan: true })).toBe(true);
  });

  it.each<[MapKernel, (a: number, b: number) => boolean]>([
    ['eq', (a, b) => a === b],
    ['ne', (a, b) => a !== b],
    ['lt', (a, b) => a < b],
    ['le', (a, b) => a <= b],
    ['gt', (a, b) => a > b],
    ['ge', (a, b) => a >= b],
  ])('%s gives truths, and where takes them', (kernel, isTrue) => {
    const [x, y] = [samples(1), samples(2, 1)];
    const room = torch.zeros([N + 2], { dtype: torch.bool });
    const out = room.narrow(0, 1, N);
    expect(mapVectors(kernel, [x, y], out, N, [])).toBe(true);
    const [a, b] = [x.tolist() as number[], y.tolist() as number[]];
    expect(room.tolist()).toEqual([false, ...a.map((v, i) => isTrue(v, b[i]!)), false]);
    const chosen = byVectors('where', [out, x, y], [N]).tolist() as number[];
    const wrong = chosen.findIndex((v, i) => !Object.is(v, isTrue(a[i]!, b[i]!) ? a[i] : b[i]));
    expect(wrong).toBe(-1);
  });

  it('takes rows, columns, single elements, slices and results that begin anywhere', () => {
    torch.manual_seed(4);
    const [rows, columns] = [300, 131];
    const wide = torch.randn(rows, columns + 9);
    const x = wide.narrow(1, 5, columns);
    for (const y of [
      torch.randn(columns),
      torch.randn(rows, 1),
      torch.randn(1),
      torch.randn(rows, 2).narrow(1, 1, 1),
      wide.narrow(1, 9, columns),
    ])
      for (const inputs of [
        [x, y],
        [y, x],
      ])
        same(
          byVectors('sub', inputs, [rows, columns]),
          byLoops(
            'sub',
            inputs.map((v) => v.expand(rows, columns).contiguous()),
            [],
          ),
        );
    const room = torch.zeros(rows * columns + 8);
    const out = room.narrow(0, 3, rows * columns).view(rows, columns);
    expect(mapVectors('add', [x, torch.ones(1)], out, rows * columns, [])).toBe(true);
    same(out, x.add(1));
    expect([
      room.narrow(0, 0, 3).sum().item(),
      room
        .narrow(0, rows * columns + 3, 5)
        .sum()
        .item(),
    ]).toEqual([0, 0]);
  });

  it('takes rows that are longer than what is staged at once, and works in place', () => {
    const x = samples(5).expand(2, N).contiguous();
    const row = samples(6, 1);
    const want = byLoops('mul', [x, row.expand(2, N).contiguous()], []);
    expect(mapVectors('mul', [x, row], x, 2 * N, [])).toBe(true);
    same(x, want);
  });

  it('takes operands that are turned, and parameters of a channel between other dims', () => {
    const x = samples(7).narrow(0, 0, 40_000).view(200, 200);
    const turned = x.t();
    same(byVectors('add', [turned, x], [200, 200]), byLoops('add', [turned.contiguous(), x], []));
    const [images, scale] = [x.view(10, 8, 500), torch.randn(1, 8, 1)];
    same(byVectors('mul', [images, scale], [10, 8, 500]), byLoops('mul', [images, scale.expand(10, 8, 500).contiguous()], []));
  });

  it('leaves to the loops what lies otherwise, is of another dtype, or has no formula on vectors', () => {
    const x = torch.ones(100, 100);
    const out = torch.zeros(100, 100);
    const asks: [MapKernel, torch.Tensor[], torch.Tensor][] = [
      ['add', [x, x], out.t()],
      ['add', [x.double(), x], out],
      ['lgamma', [x], out],
    ];
    for (const [kernel, inputs, to] of asks) expect(mapVectors(kernel, inputs, to, 10_000, [])).toBe(false);
    expect(out.sum().item()).toBe(0);
  });
});
