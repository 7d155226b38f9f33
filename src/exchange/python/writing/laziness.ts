/** Generator expressions whose values cannot be made all at once. */
import { withoutNone } from '../program/types.js';
import { childrenOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';

/** True where what a generator is made of is itself made one by one: it may never end. */
export const isMadeOneByOne = (node: Of<'GeneratorExp'>, c: Context): boolean => node.generators.some(({ iter }) => isOpenEnded(iter, c));

function isOpenEnded(node: Expr, c: Context): boolean {
  if (node.nodeType === 'GeneratorExp') return isMadeOneByOne(node, c);
  const type = withoutNone(c.type(node));
  if (node.nodeType !== 'Call') return type.k === 'iter' || (type.k === 'obj' && type.of.method('__next__') !== null);
  const { func, args } = node;
  const path = c.path(func) ?? '';
  if (/^itertools\.(count|cycle|repeat)$/.test(path)) return true;
  const isPassedOn =
    // not operations: functions of Python
    func.nodeType === 'Name' && !c.variable(func) ? /^(enumerate|zip|map|filter|iter)$/.test(func.id) : /^(itertools|tqdm)\./.test(path);
  if (isPassedOn) return !/islice$/.test(path) && args.some((one) => isOpenEnded(one, c));
  const called = withoutNone(c.type(func));
  return called.k === 'func' && called.func.isGenerator;
}

/** True when an expression may call what is seen outside: a function of the program, or one that draws a number. */
export function hasEffects(node: Any, c: Context): boolean {
  if (node.nodeType === 'NamedExpr') return true;
  if (node.nodeType === 'Call') {
    const { func } = node;
    const path = c.path(func);
    const isPlain =
      func.nodeType === 'Name' && !c.variable(func)
        ? !/^(print|next|input|setattr|delattr)$/.test(func.id)
        : path !== null
          ? /^(math|torch|numpy|operator|re|string)\./.test(path) && !/rand|normal|seed/.test(path)
          : func.nodeType === 'Attribute' && /^(str|bytes|tuple|tuples|tensor|size|none)$/.test(withoutNone(c.type(func.value)).k);
    const isAsked =
      func.nodeType === 'Attribute' &&
      /^(list|dict|set|deque|any)$/.test(withoutNone(c.type(func.value)).k) &&
      // not operations: methods of Python's lists and texts
      /^(get|keys|values|items|index|count|copy|issubset|issuperset|isdisjoint|startswith|endswith|lower|upper|strip|is[a-z]+)$/.test(
        func.attr,
      );
    if (!isPlain && !isAsked) return true;
  }
  return childrenOf(node).some((one) => hasEffects(one, c));
}
