import type { NumberNode, ScalarFunction, TruthNode } from '../../kernels/expression.js';

/** Formulas as GLSL. */

const text: Partial<Record<ScalarFunction, (...of: string[]) => string>> = {
  floorDivide: (x, y) => `floor_divide(${x}, ${y})`,
  bitwiseAnd: (x, y) => `float(int(${x}) & int(${y}))`,
  bitwiseOr: (x, y) => `float(int(${x}) | int(${y}))`,
  bitwiseXor: (x, y) => `float(int(${x}) ^ int(${y}))`,
  log2: (x) => `(log_of(${x}) * 1.44269504)`,
  log10: (x) => `(log_of(${x}) * 0.4342944819)`,
  fround: (x) => x,
  divisor: (x) => x,
  rawPow: (x, y) => `pow_of(${x}, ${y})`,
};
for (const name of ['abs', 'floor', 'ceil', 'trunc', 'roundEven'] as const) text[name] = (x) => `${name}(${x})`;
for (const name of [
  ...(['exp', 'expm1', 'log', 'log1p', 'sqrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const),
  ...(['asinh', 'acosh', 'atanh', 'erf', 'erfc', 'min', 'max', 'atan2', 'hypot', 'pow', 'remainder', 'truth'] as const),
])
  text[name] = (...of) => `${name}_of(${of.join(', ')})`;

function constant(value: number): string {
  if (value !== value) return 'NOT_A_NUMBER';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '(-INF)';
  const digits = String(value);
  const decimal = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return value < 0 ? `(${decimal})` : decimal;
}

/** @returns undefined when the formula has a function that GLSL lacks here */
export function glslOf(node: NumberNode): string | undefined {
  try {
    return number(node);
  } catch (error) {
    if (error === unknown) return undefined;
    throw error;
  }
}

const unknown = new Error('unknown function');

function number(node: NumberNode): string {
  switch (node.kind) {
    case 'variable':
      return node.name;
    case 'constant':
      return constant(node.value);
    case 'negate':
      return `(-${number(node.of)})`;
    case 'select':
      return `(${truth(node.when)} ? ${number(node.yes)} : ${number(node.no)})`;
    case 'arithmetic': {
      const [left, right] = [number(node.left), number(node.right)];
      if (node.operator === '%') return `rest_of(${left}, ${right})`;
      return node.operator === '/' ? `divided(${left}, ${right})` : `(${left} ${node.operator} ${right})`;
    }
    case 'call': {
      const make = text[node.name];
      if (!make) throw unknown;
      return make(...node.of.map(number));
    }
  }
}

function truth(node: TruthNode): string {
  switch (node.kind) {
    case 'compare':
      return `(${number(node.left)} ${node.operator} ${number(node.right)})`;
    case 'test':
      return `is_${node.test}(${number(node.of)})`;
    case 'and':
    case 'or':
      return `(${truth(node.left)} ${node.kind === 'and' ? '&&' : '||'} ${truth(node.right)})`;
    case 'not':
      return `(!${truth(node.of)})`;
  }
}
