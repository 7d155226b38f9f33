/** Elementwise operations of one tensor. */
import type { Call, Rule, Rules } from '../call.js';
import type { Attributes, Ref } from '../graphWriter.js';
import { isFloat } from '../shapes.js';

/** The input in the dtype of the result, in which the operation computes: `exp` of integers is float32. */
const given = (c: Call): Ref => c.cast(c.input, c.out.dtype);

const same =
  (type: string, attributes: (c: Call) => Attributes = () => ({})): Rule =>
  (c) =>
    c.each(type, [given(c)], c.out.dtype, attributes(c));

const test =
  (type: string): Rule =>
  (c) =>
    c.each(type, [c.input], 'bool');

const of =
  (body: (x: Ref, c: Call) => Ref): Rule =>
  (c) =>
    body(given(c), c);

const trunc = (x: Ref, c: Call): Ref => c.mul(c.each('Sign', [x]), c.each('Floor', [c.each('Abs', [x])]));

/** Rounding does not change integers, and ONNX rounds only floats. */
const rounding =
  (type: string): Rule =>
  (c) =>
    isFloat(c.input.dtype) ? c.each(type, [c.input]) : c.writer.op('Identity', [c.input], c.input);

const softplus = (x: Ref, c: Call, beta = 1, threshold = 20): Ref => {
  const scaled = c.times(x, beta);
  const soft = c.times(c.each('Softplus', [scaled]), 1 / beta);
  return c.where(c.compare('Greater', scaled, c.like(threshold, x)), x, soft);
};

const clip = (x: Ref, c: Call, low: number | null, high: number | null): Ref =>
  c.writer.op('Clip', [x, low === null ? null : c.like(low, x), high === null ? null : c.like(high, x)], x);

/** The input is broadcast to bounds that are tensors. */
function clamp(c: Call): Ref {
  let x = given(c);
  const isNumber = (name: string) => !c.has(name);
  if (isNumber('min') && isNumber('max')) {
    const bound = (name: string) => (c.argument(name) === undefined || c.argument(name) === null ? null : c.number(name, 0));
    return clip(x, c, bound('min'), bound('max'));
  }
  for (const [name, type] of [
    ['min', 'Max'],
    ['max', 'Min'],
  ] as const)
    if (c.has(name) || (c.argument(name) ?? null) !== null) x = c.each(type, [x, c.operand(name, x.dtype)]);
  return x;
}

const logBase = (base: number) => of((x, c) => c.times(c.log(x), 1 / Math.log(base)));

// not operations: keys of a translation table, each with its rule for ONNX
export const elementwise: Rules = {
  neg: same('Neg'),
  abs: same('Abs'),
  sign: same('Sign'),
  sgn: same('Sign'),
  angle: of((x, c) => c.where(c.compare('Less', x, c.like(0, x)), c.like(Math.PI, x), c.like(0, x))),
  conj_physical: same('Identity'),
  conj: same('Identity'),
  exp: same('Exp'),
  log: same('Log'),
  sqrt: same('Sqrt'),
  reciprocal: same('Reciprocal'),
  sin: same('Sin'),
  cos: same('Cos'),
  tan: same('Tan'),
  asin: same('Asin'),
  acos: same('Acos'),
  atan: same('Atan'),
  sinh: same('Sinh'),
  cosh: same('Cosh'),
  tanh: same('Tanh'),
  asinh: same('Asinh'),
  acosh: same('Acosh'),
  atanh: same('Atanh'),
  sigmoid: same('Sigmoid'),
  relu: same('Relu'),
  erf: same('Erf'),
  floor: rounding('Floor'),
  ceil: rounding('Ceil'),
  round: (c) => {
    const scale = 10 ** c.number('decimals', 0);
    return isFloat(c.input.dtype)
      ? c.times(c.each('Round', [c.times(c.input, scale)]), 1 / scale)
      : c.writer.op('Identity', [c.input], c.input);
  },
  trunc: (c) => (isFloat(c.input.dtype) ? trunc(c.input, c) : c.writer.op('Identity', [c.input], c.input)),
  frac: of((x, c) => c.sub(x, trunc(x, c))),
  square: of((x, c) => c.mul(x, x)),
  rsqrt: of((x, c) => c.each('Reciprocal', [c.each('Sqrt', [x])])),
  deg2rad: of((x, c) => c.times(x, Math.PI / 180)),
  rad2deg: of((x, c) => c.times(x, 180 / Math.PI)),
  exp2: of((x, c) => c.exp(c.times(x, Math.LN2))),
  expm1: of((x, c) => c.plus(c.exp(x), -1)),
  log1p: of((x, c) => c.log(c.plus(x, 1))),
  log2: logBase(2),
  log10: logBase(10),
  erfc: of((x, c) => c.sub(c.like(1, x), c.each('Erf', [x]))),
  logit: of((x, c) => {
    const eps = c.argument('eps') == null ? null : c.number('eps', 0);
    const p = eps === null ? x : clip(x, c, eps, 1 - eps);
    return c.log(c.div(p, c.sub(c.like(1, p), p)));
  }),
  isnan: test('IsNaN'),
  isinf: test('IsInf'),
  isposinf: (c) => c.each('IsInf', [c.input], 'bool', { detect_negative: 0 }),
  isneginf: (c) => c.each('IsInf', [c.input], 'bool', { detect_positive: 0 }),
  signbit: (c) => c.compare('Less', c.input, c.like(0, c.input)),
  isfinite: (c) => c.each('Not', [c.each('Or', [c.each('IsNaN', [c.input], 'bool'), c.each('IsInf', [c.input], 'bool')])]),
  logical_not: (c) => c.each('Not', [c.cast(c.input, 'bool')]),
  bitwise_not: (c) => c.each(c.input.dtype === 'bool' ? 'Not' : 'BitwiseNot', [c.input]),
  nan_to_num: of((x, c) => {
    const most = x.dtype === 'float64' ? Number.MAX_VALUE : 3.4028234663852886e38;
    const big = c.like(c.number('posinf', most), x);
    const small = c.like(c.number('neginf', -most), x);
    const finite = c.where(c.each('IsNaN', [x], 'bool'), c.like(c.number('nan', 0), x), x);
    const isInfinite = c.each('IsInf', [finite], 'bool');
    return c.where(isInfinite, c.where(c.compare('Greater', finite, c.like(0, x)), big, small), finite);
  }),
  clamp,
  clamp_min: (c) => c.each('Max', [given(c), c.operand('min', c.out.dtype)]),
  clamp_max: (c) => c.each('Min', [given(c), c.operand('max', c.out.dtype)]),

  elu: same('Elu', (c) => ({ alpha: { float: c.number('alpha', 1) } })),
  celu: same('Celu', (c) => ({ alpha: { float: c.number('alpha', 1) } })),
  selu: same('Selu'),
  leaky_relu: same('LeakyRelu', (c) => ({ alpha: { float: c.number('negative_slope', 0.01) } })),
  hardsigmoid: same('HardSigmoid', () => ({ alpha: { float: 1 / 6 }, beta: { float: 0.5 } })),
  hardswish: same('HardSwish'),
  mish: same('Mish'),
  hardtanh: of((x, c) => clip(x, c, c.number('min_val', -1), c.number('max_val', 1))),
  relu6: of((x, c) => clip(x, c, 0, 6)),
  softshrink: same('Shrink', (c) => ({ bias: { float: c.number('lambd', 0.5) }, lambd: { float: c.number('lambd', 0.5) } })),
  hardshrink: same('Shrink', (c) => ({ bias: { float: 0 }, lambd: { float: c.number('lambd', 0.5) } })),
  threshold: of((x, c) => c.where(c.compare('Greater', x, c.like(c.number('threshold', 0), x)), x, c.like(c.number('value', 0), x))),
  silu: of((x, c) => c.mul(x, c.each('Sigmoid', [x]))),
  gelu: same('Gelu', (c) => ({ approximate: c.text('approximate', 'none') })),
  softplus: of((x, c) => softplus(x, c, c.number('beta', 1), c.number('threshold', 20))),
  logsigmoid: of((x, c) => c.neg(c.each('Softplus', [c.neg(x)]))),
  glu: (c) => {
    const dim = c.dim('dim', -1);
    const half = { ...c.input, shape: c.out.shape };
    const [a, b] = c.writer.multi('Split', [c.input], [half, half], { axis: dim, num_outputs: 2 });
    return c.mul(a!, c.each('Sigmoid', [b!]));
  },
  prelu: (c) => c.each('PRelu', [c.input, c.inputs[1]!]),
  _prelu_kernel: (c) => c.each('PRelu', [c.input, c.inputs[1]!]),

  sigmoid_backward: (c) => {
    const [g, y] = c.inputs as [Ref, Ref];
    return c.mul(g, c.mul(y, c.sub(c.like(1, y), y)));
  },
  tanh_backward: (c) => {
    const [g, y] = c.inputs as [Ref, Ref];
    return c.mul(g, c.sub(c.like(1, y), c.mul(y, y)));
  },
  relu_backward: (c) => {
    const [g, y] = c.inputs as [Ref, Ref];
    return c.where(c.compare('Greater', y, c.like(0, y)), g, c.like(0, g));
  },
};
