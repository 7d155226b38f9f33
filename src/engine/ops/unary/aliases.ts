import { inherited } from '../kind.js';
import { everywhere, type Op, op } from '../op.js';
import { all } from './define.js';
import { unaries } from './index.js';

/** Other names of operations, as in PyTorch. */

/** Other names of operations, as in PyTorch. */
export const unaryAliases: Op[] = Object.entries({
  absolute: 'abs',
  negative: 'neg',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arcsinh: 'asinh',
  arccosh: 'acosh',
  arctanh: 'atanh',
  fix: 'trunc',
  'special.expit': 'sigmoid',
  'special.erf': 'erf',
  'special.erfc': 'erfc',
  'special.erfinv': 'erfinv',
  'special.exp2': 'exp2',
  'special.expm1': 'expm1',
  'special.log1p': 'log1p',
  'special.gammaln': 'lgamma',
  'special.digamma': 'digamma',
  'special.psi': 'digamma',
}).map(([alias, of]) =>
  op({
    signature: `${alias}(Tensor input, *, Tensor? out=None)`,
    kind: inherited(unaries.find(({ name }) => name === of)!),
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants: alias.includes('.') ? ['function'] : alias === 'absolute' ? all : everywhere,
    compose: (input) => input[of as 'abs'](),
  }),
);
