/** The kind that an operator makes from the kinds of two values. */
import { ANY, either, isNumber, isWhole, NEVER, simple, type Kind } from './kind.js';

export function operation(operator: string, left: Kind, right: Kind): Kind {
  if (/^(===|!==|in|instanceof)$/.test(operator)) return simple('bool');
  if (operator === '+' && (left.is === 'str' || right.is === 'str')) return simple('str');
  if (left.is === 'tensor' || right.is === 'tensor' || left.is === 'torch' || right.is === 'torch')
    return /^[!=]=$/.test(operator) && (left.is === 'none' || right.is === 'none') ? simple('bool') : simple('tensor');
  if (/^([!=]=|[<>]=?)$/.test(operator)) return isPlain(left) || isPlain(right) ? simple('bool') : ANY;
  if (left.is === 'never' || right.is === 'never') return left.is === 'never' && right.is === 'never' ? NEVER : either(left, right);
  if (!isNumber(left) || !isNumber(right)) return ANY;
  if (/^(&|\||\^|<<|>>)$/.test(operator)) return simple(left.is === 'nat' && right.is === 'nat' ? 'nat' : 'int');
  if (!isWhole(left) || !isWhole(right) || operator === '/') return simple('number');
  if (operator === '-') return simple('int');
  if (operator === '**') return right.is === 'nat' ? left : simple('number');
  return simple(left.is === 'nat' && right.is === 'nat' ? 'nat' : operator === '%' && left.is === 'nat' ? 'nat' : 'int');
}

const isPlain = (kind: Kind): boolean => isNumber(kind) || kind.is === 'str' || kind.is === 'none' || kind.is === 'bool';
