/** JavaScript's global functions and objects: `Math`, `Object`, `console`. */
import { t } from '../../../protocol/l10n.js';
import { atom, type Code, level, within } from './code.js';
import { asList, element } from './collections.js';
import { mapped } from './comprehensions.js';
import { dictOf } from './dicts.js';
import { arrayLength, iterable } from './iterables.js';
import { isNumber } from '../kinds/kind.js';
import { printed, textOf } from './texts.js';
import { bare, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

const nothing = (w: Writer, node: Node, name: string): Code => atom(w.refuse(node, t("Python has nothing in place of '{0}'.", name)));

export function globalFunction(w: Writer, name: string, args: Node[], node: Node): Code {
  const [first] = args;
  if (!first) return nothing(w, node, name);
  const kind = w.kinds.of(first);
  switch (name) {
    case 'Number':
    case 'parseFloat':
      if (isNumber(kind)) return w.expression(first);
      return atom(kind.is === 'tensor' ? `${within(w.expression(first), level.atom)}.item()` : `${w.use('as_number')}(${w.write(first)})`);
    case 'parseInt':
      return atom(`int(${w.write(first)}${args[1] ? `, ${w.write(args[1])}` : ''})`);
    case 'String':
      return textOf(w, first);
    case 'Boolean':
      return atom(`bool(${w.write(first)})`);
    case 'isNaN':
      return atom(`${w.module('math')}.isnan(${w.write(first)})`);
    case 'isFinite':
      return atom(`${w.module('math')}.isfinite(${w.write(first)})`);
    case 'structuredClone':
      return atom(`${w.module('copy')}.deepcopy(${w.write(first)})`);
    case 'Array':
      return args.length === 1
        ? { text: `[None] * ${within(w.expression(first), level.sign)}`, level: level.product }
        : atom(`[${args.map((arg) => element(w, arg)).join(', ')}]`);
    default:
      return nothing(w, node, name);
  }
}

export function globalMethod(w: Writer, on: string, name: string, args: Node[], node: Node): Code {
  const [first, second] = args;
  const list = (): string => args.map((arg) => element(w, arg)).join(', ');
  switch (on) {
    case 'Math':
      return mathematics(w, name, args, node);
    case 'console':
      return print(w, name, args, node);
    case 'Object':
      if (!first) break;
      if (name === 'entries' || name === 'values' || name === 'keys') return atom(`list(${iterable(w, node)})`);
      if (name === 'fromEntries') return atom(dictOf(w, first));
      if (name === 'freeze') return w.expression(first);
      if (name === 'assign' && second)
        return {
          text: `${within(w.expression(first), level.bitOr)} | ${within(w.expression(second), level.bitXor)}`,
          level: level.bitOr,
        };
      break;
    case 'Array':
      if (name === 'isArray' && first) return atom(`isinstance(${w.write(first)}, (list, tuple))`);
      if (name === 'of') return atom(`[${list()}]`);
      if (name === 'from' && first) {
        const length = arrayLength(w, first);
        const source = length === null ? iterable(w, first) : `range(${length})`;
        if (second) return mapped(w, second, source, length !== null);
        return length === null ? atom(asList(w, first)) : { text: `[None] * ${length}`, level: level.product };
      }
      break;
    case 'Number':
      if (name === 'isInteger' && first) return atom(`float(${w.write(first)}).is_integer()`);
      if ((name === 'isFinite' || name === 'isNaN') && first) return atom(`${w.module('math')}.${name.toLowerCase()}(${w.write(first)})`);
      if (name === 'parseFloat' || name === 'parseInt') return globalFunction(w, name, args, node);
      break;
    case 'String':
      if (/^from(CharCode|CodePoint)$/.test(name) && args.length === 1) return atom(`chr(${list()})`);
      break;
    case 'JSON':
      if (name === 'parse') return atom(`${w.module('json')}.loads(${list()})`);
      if (name === 'stringify' && first) {
        const space = args[2] ? `indent=${w.write(args[2])}` : "separators=(',', ':')";
        const isText = w.kinds.of(first).is === 'str';
        return atom(`${w.module('json')}.dumps(${w.write(first)}, ensure_ascii=False${isText ? '' : `, ${space}`})`);
      }
      break;
    case 'Date':
    case 'performance':
      if (name === 'now') return { text: `${w.module('time')}.time() * 1000`, level: level.product };
      break;
    case 'Promise':
      if (name === 'all' && first) return w.expression(first);
      break;
    default:
  }
  return nothing(w, node, `${on}.${name}`);
}

const SAME =
  // not operations: functions of Math that Python's math has too
  /^(sqrt|exp|log|log2|log10|log1p|expm1|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|floor|ceil|trunc|hypot|cbrt)$/;

function mathematics(w: Writer, name: string, args: Node[], node: Node): Code {
  const [first, second] = args;
  const list = args.map((arg) => element(w, arg)).join(', ');
  if (name === 'random') return atom(`${w.module('random')}.random()`);
  if (!first) return nothing(w, node, `Math.${name}`);
  if (name === 'floor') {
    const inner = bare(first);
    // Python has an operator for the floor of a quotient of integers.
    if (
      inner.type === 'BinaryExpression' &&
      inner.operator === '/' &&
      [inner.left, inner.right].every((part) => /^(nat|int)$/.test(w.kinds.of(part as Node).is))
    )
      return {
        text: `${within(w.expression(inner.left as Node), level.product)} // ${within(w.expression(inner.right as Node), level.sign)}`,
        level: level.product,
      };
  }
  if (SAME.test(name)) return atom(`${w.module('math')}.${name}(${list})`);
  if (name === 'max' || name === 'min') {
    if (args.length === 1 && first.type === 'SpreadElement') return atom(`${name}(${iterable(w, first.argument as Node)})`);
    return atom(`${name}(${list})`);
  }
  if (name === 'abs') return atom(`abs(${list})`);
  if (name === 'pow' && second)
    return { text: `${within(w.expression(first), level.atom)} ** ${within(w.expression(second), level.sign)}`, level: level.power };
  if (name === 'round') return atom(`${w.module('math')}.floor(${within(w.expression(first), level.sum)} + 0.5)`);
  if (name === 'sign')
    return {
      text: `(${within(w.expression(first), level.bitOr)} > 0) - (${within(w.expression(first), level.bitOr)} < 0)`,
      level: level.sum,
    };
  return nothing(w, node, `Math.${name}`);
}

function print(w: Writer, name: string, args: Node[], node: Node): Code {
  if (!/^(log|info|warn|error|debug|table|dir)$/.test(name)) return nothing(w, node, `console.${name}`);
  const [first] = args;
  if (
    first &&
    args.length > 1 &&
    bare(first).type === 'StringLiteral' &&
    /%[sdifoOj%]/.test((bare(first) as { value?: string }).value ?? '')
  )
    return atom(
      w.refuse(first, t("A text with '%' signs for console.log to fill in is not written in Python: use a template, as in `${x}`.")),
    );
  return atom(
    `print(${args.map((arg) => (arg.type === 'SpreadElement' ? element(w, arg) : within(printed(w, arg), level.ternary))).join(', ')})`,
  );
}
