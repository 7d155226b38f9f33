/** Elementwise operations: functions of one tensor, and of several tensors that are broadcast to one shape. */
import { keywords, literal, NoForm, type Node, type Rule, type Rules } from '../node.js';
import { t } from '../../../../protocol/l10n.js';

const method =
  (name: string): Rule =>
  (node) =>
    `${node.in(0)}.${name}()`;

const methods: Readonly<Record<string, string>> = {
  Neg: 'neg',
  Abs: 'abs',
  Sign: 'sign',
  Exp: 'exp',
  Log: 'log',
  Sqrt: 'sqrt',
  Reciprocal: 'reciprocal',
  Sin: 'sin',
  Cos: 'cos',
  Tan: 'tan',
  Asin: 'asin',
  Acos: 'acos',
  Atan: 'atan',
  Sinh: 'sinh',
  Cosh: 'cosh',
  Tanh: 'tanh',
  Asinh: 'asinh',
  Acosh: 'acosh',
  Atanh: 'atanh',
  Sigmoid: 'sigmoid',
  Relu: 'relu',
  Erf: 'erf',
  Floor: 'floor',
  Ceil: 'ceil',
  Round: 'round',
  IsNaN: 'isnan',
  Not: 'logical_not',
  BitwiseNot: 'bitwise_not',
};

const operator =
  (sign: string): Rule =>
  (node) => {
    const [a, b] = [node.operand(0), node.operand(1)];
    return /^-?\d/.test(a) && /^-?\d/.test(b) ? `${node.in(0)} ${sign} ${b}` : `${a} ${sign} ${b}`;
  };

const binary =
  (name: string): Rule =>
  (node) =>
    `${node.in(0)}.${name}(${node.operand(1)})`;

const each =
  (join: (a: string, b: string) => string): Rule =>
  (node) =>
    node.all.reduce(join);

const isInteger = (node: Node): boolean => /^u?int/.test(node.dtype(0) ?? node.dtype(1) ?? '');

export const elementwise: Rules = {
  ...Object.fromEntries(Object.entries(methods).map(([type, name]) => [type, method(name)])),
  Identity: (node) => node.in(0),
  // Dropout drops nothing outside training.
  Dropout: (node) => node.in(0),
  IsInf: (node) => {
    const [isNegative, isPositive] = [node.int('detect_negative', 1), node.int('detect_positive', 1)];
    return `${node.in(0)}.${isNegative && isPositive ? 'isinf' : isPositive ? 'isposinf' : 'isneginf'}()`;
  },
  Add: operator('+'),
  Sub: operator('-'),
  Mul: operator('*'),
  Div: (node) => (isInteger(node) ? `${node.in(0)}.div(${node.operand(1)}, { rounding_mode: 'trunc' })` : operator('/')(node)),
  Pow: binary('pow'),
  Mod: (node) => `${node.in(0)}.${node.int('fmod', 0) ? 'fmod' : 'remainder'}(${node.operand(1)})`,
  And: binary('logical_and'),
  Or: binary('logical_or'),
  Xor: binary('logical_xor'),
  Equal: binary('eq'),
  Less: binary('lt'),
  LessOrEqual: binary('le'),
  Greater: binary('gt'),
  GreaterOrEqual: binary('ge'),
  BitwiseAnd: binary('bitwise_and'),
  BitwiseOr: binary('bitwise_or'),
  BitwiseXor: binary('bitwise_xor'),
  BitShift: (node) =>
    `${node.in(0)}.${node.text('direction', '') === 'LEFT' ? 'bitwise_left_shift' : 'bitwise_right_shift'}(${node.in(1)})`,
  Max: each((a, b) => `torch.maximum(${a}, ${b})`),
  Min: each((a, b) => `torch.minimum(${a}, ${b})`),
  Sum: each((a, b) => `${a} + ${b}`),
  Mean: (node) => `(${node.all.join(' + ')}) / ${node.count}`,
  Where: (node) => `torch.where(${node.in(0)}, ${node.in(1)}, ${node.in(2)})`,
  Clip: (node) => {
    const bound = (at: number, name: string): string =>
      node.attribute(name) ? literal(node.float(name, 0)) : node.has(at) ? (node.numbers(at) ? node.number(at) : node.in(at)) : 'null';
    return `${node.in(0)}.clamp(${bound(1, 'min')}, ${bound(2, 'max')})`;
  },
  Cast: (node) => `${node.in(0)}.to(${node.torchType('to')})`,
  CastLike: (node) => `${node.in(0)}.to(${node.in(1)}.dtype)`,
  Elu: (node) => `F.elu(${node.in(0)}, ${literal(node.float('alpha', 1))})`,
  Celu: (node) => `F.celu(${node.in(0)}, ${literal(node.float('alpha', 1))})`,
  Selu: (node) => {
    if (node.attribute('alpha') && Math.abs(node.float('alpha', 0) - 1.6732632) > 1e-6) throw node.refuse('alpha');
    if (node.attribute('gamma') && Math.abs(node.float('gamma', 0) - 1.050701) > 1e-6) throw node.refuse('gamma');
    return `F.selu(${node.in(0)})`;
  },
  LeakyRelu: (node) => `F.leaky_relu(${node.in(0)}, ${literal(node.float('alpha', Math.fround(0.01)))})`,
  // The slopes are broadcast like an operand.
  PRelu: (node) => `torch.where(${node.in(0)}.ge(0), ${node.in(0)}, ${node.in(0)} * ${node.in(1)})`,
  ThresholdedRelu: (node) => `F.threshold(${node.in(0)}, ${literal(node.float('alpha', 1))}, 0)`,
  Softplus: (node) => `F.softplus(${node.in(0)}, { threshold: 100 })`,
  Softsign: (node) => `F.softsign(${node.in(0)})`,
  HardSigmoid: (node) =>
    `(${node.in(0)} * ${literal(node.float('alpha', Math.fround(0.2)))} + ${literal(node.float('beta', 0.5))}).clamp(0, 1)`,
  HardSwish: (node) => `F.hardswish(${node.in(0)})`,
  Mish: (node) => `F.mish(${node.in(0)})`,
  Swish: (node) => {
    const alpha = node.float('alpha', 1);
    return alpha === 1 ? `F.silu(${node.in(0)})` : `${node.in(0)} * (${node.in(0)} * ${literal(alpha)}).sigmoid()`;
  },
  Gelu: (node) => `F.gelu(${node.in(0)}${keywords({ approximate: node.text('approximate', 'none') === 'tanh' ? "'tanh'" : null })})`,
  Shrink: (node) => {
    const [bias, lambd] = [node.float('bias', 0), node.float('lambd', 0.5)];
    if (bias === lambd) return `F.softshrink(${node.in(0)}, ${literal(lambd)})`;
    if (bias === 0) return `F.hardshrink(${node.in(0)}, ${literal(lambd)})`;
    throw node.refuse('bias');
  },
  Softmax: (node) => along(node, 'softmax'),
  LogSoftmax: (node) => along(node, 'log_softmax'),
  Hardmax: () => {
    throw new NoForm(t('{0} has no form here.', 'Hardmax'));
  },
};

/** Up to opset 12, the operation treats all dims from the axis on as one dim. */
function along(node: Node, name: string): string {
  const axis = node.int('axis', node.opset < 13 ? 1 : -1);
  if (node.opset >= 13 || axis === -1 || axis === (node.rank(0) ?? NaN) - 1) return `${node.in(0)}.${name}(${axis})`;
  return `${node.in(0)}.flatten(${axis}).${name}(${axis}).reshape(${node.in(0)}.shape)`;
}
