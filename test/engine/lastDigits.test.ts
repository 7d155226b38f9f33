import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';

/** Results in which PyTorch 2.15 rounds at certain steps: the numbers are what it gave, to the last digit. */

const { float64, int64, complex64, complex128 } = torch;
const f64 = { dtype: float64 };
const complex = (re: number, im: number): never => new torch.Complex(re, im) as never;

describe('evenly spaced numbers', () => {
  it('fill vectors from the rounded first of each, two vectors at a time', () => {
    expect(torch.arange(-3, 3, 0.3).tolist()).toEqual([
      -3.0, -2.700000047683716, -2.4000000953674316, -2.0999999046325684, -1.7999999523162842, -1.5, -1.2000000476837158,
      -0.8999999761581421, -0.6000000238418579, -0.30000001192092896, -2.3841858265427618e-8, 0.29999998211860657, 0.5999999642372131,
      0.8999999761581421, 1.1999999284744263, 1.5, 1.7999999523162842, 2.0999999046325684, 2.4000000953674316, 2.700000047683716,
    ]);
    expect(torch.arange(-1, 1, 0.21, f64).tolist()).toEqual([
      -1.0, -0.79, -0.5800000000000001, -0.37, -0.16000000000000003, 0.04999999999999996, 0.25999999999999995, 0.47, 0.6799999999999999,
      0.8899999999999999,
    ]);
  });

  it('come from both ends with one rounding', () => {
    expect(torch.linspace(1e-4, 0.02, 12, f64).tolist()).toEqual([
      0.0001, 0.0019090909090909093, 0.0037181818181818184, 0.005527272727272728, 0.007336363636363637, 0.009145454545454547,
      0.010954545454545455, 0.012763636363636362, 0.014572727272727272, 0.01638181818181818, 0.01819090909090909, 0.02,
    ]);
    expect(torch.linspace(5, -5, 31).index('14:17').tolist()).toEqual([0.33333319425582886, 1.4901161193847656e-7, -0.33333319425582886]);
    expect(torch.linspace(0, 7, 50, { dtype: int64 }).index('26:30').tolist()).toEqual([3, 3, 4, 4]);
    expect(torch.linspace(3, 9, 1).tolist()).toEqual([3]);
  });
});

describe('special functions in single precision', () => {
  it('round where PyTorch does', () => {
    const x = [-1, -2.3, 0.2, 7];
    expect(torch.polygamma(1, torch.tensor(x)).tolist()).toEqual([
      1291369695936512.0, 14.725911140441895, 26.26738166809082, 0.15354517102241516,
    ]);
    expect(
      torch
        .polygamma(1, torch.tensor(x.map(Math.fround), f64))
        .index('1:')
        .tolist(),
    ).toEqual([14.725915437428679, 26.267376454937818, 0.1535451779624394]);
    expect(torch.special.erfcx(torch.tensor([-8.123, -5.7])).tolist()).toEqual([9.060243553543823e28, 257784490754048.0]);
    const t = torch.tensor([-12.345, -7.7]).requires_grad_();
    torch.special.log_ndtr(t).sum().backward();
    expect(t.grad!.tolist()).toEqual([12.424846649169922, 7.825841903686523]);
  });

  it('have the angle of large arguments rounded', () => {
    const x = torch.tensor([4988000, -501]);
    const close = (got: torch.Tensor, want: number[]) =>
      expect(torch.allclose(got, torch.tensor(want), { rtol: 1e-5, atol: 0 })).toBe(true);
    close(torch.special.bessel_j0(x), [-0.00011680867, -0.027238516]);
    close(torch.special.airy_ai(torch.tensor([-501])), [-0.032180429]);
  });
});

describe('the negative log-likelihood', () => {
  it('adds in the order of PyTorch, without what is ignored', () => {
    torch.manual_seed(5);
    const [x, t, w] = [torch.randn(144, 19), torch.randint(0, 19, [144]), torch.rand(19)];
    const { nll_loss, cross_entropy } = torch.nn.functional;
    const [all, weighted] = [nll_loss(x, t), nll_loss(x, t, w)].map((loss) => loss.item());
    expect([all, weighted, nll_loss(x, t, w, { reduction: 'sum' }).item()]).toEqual([
      0.01267598569393158, 0.01900641806423664, 1.3329472541809082,
    ]);
    expect(cross_entropy(x, t).item()).toBe(3.3998336791992188);
    t.index_put_(['::3'], -100);
    expect(nll_loss(x, t, w).item()).toBe(0.06738453358411789);
    const images = x.reshape([36, 4, 19]).permute([0, 2, 1]).reshape([36, 19, 2, 2]);
    expect(nll_loss(images, t.reshape([36, 2, 2])).item()).toBe(0.05215608701109886);
  });
});

describe('complex numbers of a call', () => {
  it('are not rounded in gradients', () => {
    const z = torch.tensor([complex(2.087, 0.7088)], { dtype: complex128 }).requires_grad_();
    torch.pow(z, complex(1.22494565598, 6.68487127246)).abs().sum().backward();
    const one = torch.tensor([complex(2.087, 0.7088)], { dtype: complex128 }).requires_grad_();
    torch
      .pow(one, torch.tensor([complex(1.22494565598, 6.68487127246)], { dtype: complex128 }))
      .abs()
      .sum()
      .backward();
    expect(torch.allclose(z.grad!, one.grad!, { rtol: 1e-14, atol: 0 })).toBe(true);
    const a = torch.tensor([complex(1, 2)], { dtype: complex128 }).requires_grad_();
    const [end, weight] = [torch.tensor([complex(3, -1)], { dtype: complex128 }), complex(0, 0.1)];
    torch.lerp(a, end, weight).real.sum().backward();
    expect(String(a.grad!.imag.item())).toBe('0.1');
  });

  it('fill slices', () => {
    const x = torch.zeros([2], { dtype: complex64 });
    expect(String(x.index_fill(0, torch.tensor([1]), complex(1, -2)))).toBe('tensor([0.+0.j, 1.-2.j])');
    expect(() => torch.zeros([2]).index_fill(0, torch.tensor([1]), complex(1, -2))).toThrow(
      'Converting complex Scalar to non-complex type',
    );
  });

  it('have the values of C where parts are infinite', () => {
    const at = (f: (t: torch.Tensor) => torch.Tensor, re: number, im: number) =>
      torch
        .view_as_real(f(torch.tensor([complex(re, im)], { dtype: complex128 })))
        .reshape([-1])
        .tolist();
    expect(at(torch.acos, Infinity, Infinity)).toEqual([Math.PI / 4, -Infinity]);
    expect(at(torch.acosh, -Infinity, Infinity)).toEqual([Infinity, (3 * Math.PI) / 4]);
    expect(at(torch.asin, -Infinity, 1)).toEqual([-Math.PI / 2, Infinity]);
    expect(at(torch.atan, Infinity, 1)).toEqual([Math.PI / 2, 0]);
    expect(at(torch.cosh, Infinity, NaN)).toEqual([Infinity, NaN]);
    expect(at(torch.cos, 0, Infinity)).toEqual([Infinity, 0]);
    expect(at(torch.sin, Infinity, 0)).toEqual([NaN, -0]);
    expect(at(torch.tanh, 0, NaN)).toEqual([0, NaN]);
    expect(String(torch.nan_to_num(torch.tensor([complex(Infinity, 0)], { dtype: complex64 })))).toBe('tensor([3.4028e+38+0.j])');
  });
});

describe('arguments by name, and edges', () => {
  it('index_put takes accumulate by name', () => {
    const [x, at, ones] = [torch.zeros([3]), [torch.tensor([1, 1])], torch.ones([2])] as const;
    expect(torch.index_put(x, at, ones, { accumulate: true }).tolist()).toEqual([0, 2, 0]);
    expect(x.index_put(at, ones, { accumulate: true }).tolist()).toEqual([0, 2, 0]);
    expect(x.index_put(at, ones, { accumulate: false }).tolist()).toEqual([0, 1, 0]);
    expect(x.index_put_(at, ones, { accumulate: true }).tolist()).toEqual([0, 2, 0]);
  });

  it('gradient tells a number from a list of one', () => {
    const x = torch.ones([3, 3]);
    const repeated = 'dim 1 appears multiple times in the list of dims';
    expect(() => torch.gradient(x, { spacing: 0.1, dim: [1, 1] })).toThrow(repeated);
    expect(() => torch.gradient(x, { spacing: [0.1], dim: [0, 1] })).toThrow(
      'a spacing argument of length 1 and a dim argument of length 2',
    );
  });

  it('what is empty has no channels to normalize, and no reflections', () => {
    const none = torch.zeros([0]);
    expect(torch.nn.functional.batch_norm(none, none, none, { training: true }).shape).toEqual([0]);
    const [a, tau, c] = [
      torch.zeros([0, 2, 2]).requires_grad_(),
      torch.zeros([0, 2]).requires_grad_(),
      torch.zeros([0, 2, 2]).requires_grad_(),
    ];
    torch.ormqr(a, tau, c).sum().backward();
    expect([a.grad, tau.grad, c.grad!.shape]).toEqual([null, null, [0, 2, 2]]);
    expect(torch.special.hermite_polynomial_h(torch.tensor([1, 1]), torch.tensor([1e20, Infinity])).tolist()).toEqual([0, 0]);
  });
});

/** A number that changes with the last digit of any element. */
const allOf = (t: torch.Tensor): number => (t.flatten().tolist() as number[]).reduce((sum, v, i) => sum + v * (i + 1), 0);

describe('layer norm of rows that fill no vectors', () => {
  it('takes the moments of what remains one by one', () => {
    const found = [3, 7, 12].map((n) => {
      torch.manual_seed(n);
      const x = torch.randn(6, n, { requires_grad: true });
      const y = torch.nn.functional.layer_norm(x, [n]);
      y.backward(torch.randn(6, n));
      return [y, x.grad!].map(allOf);
    });
    expect(found).toEqual([
      [4.7113330704160035, 2.8617371320724487],
      [13.561337048187852, 2.506312645971775],
      [14.379442150471732, -2.2788436114788055],
    ]);
  });
});

describe('convolutions with a filter for each channel', () => {
  it('begin with the bias and go tap by tap, and their weights place by place', () => {
    torch.manual_seed(0);
    const conv = torch.nn.functional;
    const found = [
      { of: conv.conv2d, size: [5, 4], kernel: [3, 3], stride: 1 },
      { of: conv.conv1d, size: [9], kernel: [3], stride: 2 },
    ].map(({ of, size, kernel, stride }) => {
      const [x, w, b] = [[3, 4, ...size], [4, 1, ...kernel], [4]].map((sizes) => torch.randn(sizes, { requires_grad: true }));
      const y = of(x!, w!, b!, { stride, padding: 1, groups: 4 });
      y.backward(torch.randn_like(y));
      return [y, x!.grad!, w!.grad!, b!.grad!].map(allOf);
    });
    expect(found).toEqual([
      [-13673.425086412579, -3727.2184158684686, 952.8315212205052, 29.66870617866516],
      [-669.151227388531, -354.2986361440271, 8.064967542886734, 28.77389645576477],
    ]);
  });
});

describe('softmax along another dim than the last', () => {
  it('computes the powers of columns that fill no vector one at a time', () => {
    const x = torch.arange(30, { dtype: torch.float32 }).view(2, 3, 5).mul(0.37).sub(4).sin().mul(3);
    expect(x.softmax(1).flatten().tolist().slice(0, 10)).toEqual([
      0.9515278935432434, 0.7605398893356323, 0.2813563942909241, 0.05077552795410156, 0.010660920292139053, 0.00798021536320448,
      0.009892513044178486, 0.010215740650892258, 0.008061040192842484, 0.009493600577116013,
    ]);
    expect(x.index(':', ':', ':1').softmax(1).flatten().tolist()).toEqual([
      0.9515278935432434, 0.00798021536320448, 0.04049186408519745, 0.9737741947174072, 0.022538037970662117, 0.003687780350446701,
    ]);
  });
});
