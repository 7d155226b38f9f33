/** Elementwise operations of two tensors or of a tensor and a number. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Ref } from '../graphWriter.js';
import { isFloat } from '../shapes.js';

type Both = (a: Ref, b: Ref, c: Call) => Ref;

const second = (c: Call): string => (c.has('exponent') || c.argument('exponent') !== undefined ? 'exponent' : 'other');

/** Computes in the dtype of the result. */
const arithmetic =
  (body: Both): Rule =>
  (c) =>
    body(c.operand('input', c.out.dtype), c.operand(second(c), c.out.dtype), c);

/** Casts both operands to their common dtype. */
const inCommon = (c: Call): [Ref, Ref] => {
  const dtype = c.common('input', second(c));
  return [c.operand('input', dtype), c.operand(second(c), dtype)];
};

const comparison =
  (type: string): Rule =>
  (c) => {
    const [a, b] = inCommon(c);
    // ONNX cannot order booleans.
    const dtype = a.dtype === 'bool' && type !== 'Equal' ? 'int32' : a.dtype;
    return c.compare(type, c.cast(a, dtype), c.cast(b, dtype));
  };

const logical =
  (type: string): Rule =>
  (c) => {
    const [a, b] = inCommon(c);
    return c.compare(type, c.cast(a, 'bool'), c.cast(b, 'bool'));
  };

const bitwise =
  (ofBits: string, ofTruth: string): Rule =>
  (c) => {
    const [a, b] = inCommon(c);
    return c.each(a.dtype === 'bool' ? ofTruth : ofBits, [a, b]);
  };

const floored: Both = (a, b, c) => {
  if (isFloat(a.dtype)) return c.each('Floor', [c.div(a, b)]);
  // Integer division in ONNX rounds to zero. Subtracting the rest first makes it round down.
  const rest = c.each('Mod', [a, b]);
  return c.div(c.sub(a, rest), b);
};

const truncated: Both = (a, b, c) => {
  const quotient = c.div(a, b);
  if (!isFloat(a.dtype)) return quotient;
  return c.mul(c.each('Sign', [quotient]), c.each('Floor', [c.each('Abs', [quotient])]));
};

const remainder: Both = (a, b, c) => (isFloat(a.dtype) ? c.sub(a, c.mul(c.each('Floor', [c.div(a, b)]), b)) : c.each('Mod', [a, b]));

const scaled = (c: Call, x: Ref): Ref => c.times(x, c.number('alpha', 1));

/** The angle of (x, y). ONNX has only the arctangent of a slope. */
const atan2: Both = (y, x, c) => {
  const zero = c.like(0, x);
  const angle = c.each('Atan', [c.div(y, x)]);
  const turn = c.where(c.compare('Less', y, zero), c.like(-Math.PI, x), c.like(Math.PI, x));
  const any = c.where(c.compare('Less', x, zero), c.add(angle, turn), angle);
  const isOrigin = c.each('And', [c.compare('Equal', x, zero), c.compare('Equal', y, zero)]);
  return c.where(isOrigin, zero, any);
};

// not operations: keys of a translation table, each with its rule for ONNX
export const arithmeticRules: Rules = {
  add: arithmetic((a, b, c) => (a.dtype === 'bool' ? c.each('Or', [a, b]) : c.add(a, scaled(c, b)))),
  sub: arithmetic((a, b, c) => c.sub(a, scaled(c, b))),
  rsub: arithmetic((a, b, c) => c.sub(b, scaled(c, a))),
  mul: arithmetic((a, b, c) => (a.dtype === 'bool' ? c.each('And', [a, b]) : c.mul(a, b))),
  div: arithmetic((a, b, c) => {
    const mode = c.argument('rounding_mode') ?? null;
    return mode === 'floor' ? floored(a, b, c) : mode === 'trunc' ? truncated(a, b, c) : c.div(a, b);
  }),
  floor_divide: arithmetic(floored),
  remainder: arithmetic(remainder),
  fmod: arithmetic((a, b, c) => c.each('Mod', [a, b], a.dtype, { fmod: 1 })),
  pow: arithmetic((a, b, c) => (c.argument('exponent') === 2 ? c.mul(a, a) : c.each('Pow', [a, b]))),
  maximum: arithmetic((a, b, c) => c.each('Max', [a, b])),
  minimum: arithmetic((a, b, c) => c.each('Min', [a, b])),
  fmax: arithmetic((a, b, c) => c.where(c.each('IsNaN', [a], 'bool'), b, c.where(c.each('IsNaN', [b], 'bool'), a, c.each('Max', [a, b])))),
  fmin: arithmetic((a, b, c) => c.where(c.each('IsNaN', [a], 'bool'), b, c.where(c.each('IsNaN', [b], 'bool'), a, c.each('Min', [a, b])))),
  atan2: arithmetic(atan2),
  hypot: arithmetic((a, b, c) => c.each('Sqrt', [c.add(c.mul(a, a), c.mul(b, b))])),
  logaddexp: arithmetic((a, b, c) => {
    const apart = c.each('Abs', [c.sub(a, b)]);
    return c.add(c.each('Max', [a, b]), c.log(c.plus(c.exp(c.neg(apart)), 1)));
  }),
  xlogy: arithmetic((a, b, c) => c.where(c.compare('Equal', a, c.like(0, a)), c.like(0, a), c.mul(a, c.log(b)))),
  xlog1py: arithmetic((a, b, c) => c.where(c.compare('Equal', a, c.like(0, a)), c.like(0, a), c.mul(a, c.log(c.plus(b, 1))))),
  logaddexp2: arithmetic((a, b, c) => {
    const apart = c.times(c.each('Abs', [c.sub(a, b)]), -Math.LN2);
    return c.add(c.each('Max', [a, b]), c.times(c.log(c.plus(c.exp(apart), 1)), 1 / Math.LN2));
  }),
  copysign: arithmetic((a, b, c) => {
    const size = c.each('Abs', [a]);
    return c.where(c.compare('Less', b, c.like(0, b)), c.neg(size), size);
  }),
  eq: comparison('Equal'),
  ne: (c) => c.each('Not', [comparison('Equal')(c) as Ref]),
  lt: comparison('Less'),
  le: comparison('LessOrEqual'),
  gt: comparison('Greater'),
  ge: comparison('GreaterOrEqual'),
  less: comparison('Less'),
  less_equal: comparison('LessOrEqual'),
  greater: comparison('Greater'),
  greater_equal: comparison('GreaterOrEqual'),
  not_equal: (c) => c.each('Not', [comparison('Equal')(c) as Ref]),
  logical_and: logical('And'),
  logical_or: logical('Or'),
  logical_xor: logical('Xor'),
  bitwise_and: bitwise('BitwiseAnd', 'And'),
  bitwise_or: bitwise('BitwiseOr', 'Or'),
  bitwise_xor: bitwise('BitwiseXor', 'Xor'),
  where: (c) => {
    const condition = c.cast(c.tensor('condition'), 'bool');
    return c.where(condition, c.operand('input', c.out.dtype), c.operand('other', c.out.dtype));
  },
  lerp: (c) => {
    const [start, end] = [c.operand('input', c.out.dtype), c.operand('end', c.out.dtype)];
    return c.add(start, c.mul(c.operand('weight', c.out.dtype), c.sub(end, start)));
  },
  addcmul: (c) => {
    const [x, a, b] = c.inputs.map((t) => c.cast(t, c.out.dtype)) as [Ref, Ref, Ref];
    return c.add(x, c.times(c.mul(a, b), c.number('value', 1)));
  },
  addcdiv: (c) => {
    const [x, a, b] = c.inputs.map((t) => c.cast(t, c.out.dtype)) as [Ref, Ref, Ref];
    return c.add(x, c.times(c.div(a, b), c.number('value', 1)));
  },
  masked_fill: (c) => {
    const value = c.operand('value', c.out.dtype);
    return c.where(c.tensor('mask'), value, c.input);
  },
  isclose: (c) => {
    if (c.flag('equal_nan')) throw new NoRule("'isclose' with equal_nan=True has no ONNX form.");
    const [a, b] = inCommon(c);
    const most = c.plus(c.times(c.each('Abs', [b]), c.number('rtol', 1e-5)), c.number('atol', 1e-8));
    return c.compare('LessOrEqual', c.each('Abs', [c.sub(a, b)]), most);
  },
};
