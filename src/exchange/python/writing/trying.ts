/** `try`, `except`, `raise`. */
import { t } from '../../../protocol/l10n.js';
import { hasNode, type Any, type Expr, type Of } from '../reading/syntax.js';
import { GROUPS } from './builtins.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';

/** True for what may raise an error; what only shows or keeps a value does not. */
function mayRaise(node: Any): boolean {
  if (node.nodeType === 'Raise' || node.nodeType === 'Assert') return true;
  if (node.nodeType !== 'Call') return false;
  const { func } = node;
  // not operations: functions and methods of Python
  if (func.nodeType === 'Name') return !/^(print|len|str|repr|round|abs|type|isinstance|sorted|list|dict|tuple|set|range)$/.test(func.id);
  // not operations: methods of Python's lists and texts
  return func.nodeType !== 'Attribute' || !/^(append|add|update|extend|format|join|items|keys|values|get|item)$/.test(func.attr);
}

export class TryWriter {
  /** The names of the caught errors. The innermost is the last. */
  private readonly caught: string[] = [];

  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  write(node: Of<'Try'>): void {
    const { c, s } = this;
    const { out } = c;
    // An error of 'else' is none of the handlers.
    const isApart = node.handlers.length > 0 && node.orelse.some((one) => hasNode(one, mayRaise));
    const leaves = node.handlers.every(({ body }) => /^(Return|Raise|Continue|Break)$/.test(body.at(-1)?.nodeType ?? ''));
    if (isApart && node.finalbody.length > 0) {
      out.head(node.lineno, node.lineno, 'try {');
      out.inside(() => this.write({ ...node, finalbody: [] }));
      out.write('} finally {');
      s.inside(node.finalbody);
      return out.write('}');
    }
    const passed = isApart && !leaves ? c.fresh('passed') : null;
    if (passed) out.write(`let ${passed} = false;`);
    out.head(node.lineno, node.lineno, 'try {');
    s.inside([...node.body, ...(isApart ? [] : node.orelse)]);
    if (passed) out.inside(() => out.write(`${passed} = true;`));
    if (node.handlers.length > 0) {
      const names = [...new Set(node.handlers.flatMap((one) => (one.name ? [one.name] : [])))];
      const name = names.length === 1 ? (c.variable(node.handlers.find((one) => one.name)!)?.js ?? names[0]!) : c.fresh('error');
      const isAll = node.handlers.some((one) => this.isEverything(one.type));
      const [only] = node.handlers;
      out.from = only!.lineno!;
      out.write(`} catch (${name}: any) {`);
      this.caught.push(name);
      if (node.handlers.length === 1 && isAll) s.inside(only!.body);
      else
        out.inside(() => {
          node.handlers.forEach((one, i) => {
            const test = this.isEverything(one.type) ? null : `${c.helper('catches')}(${name}, ${this.kinds(one.type!)})`;
            out.from = one.lineno!;
            out.write(test ? `${i > 0 ? '} else ' : ''}if (${test}) {` : '} else {');
            s.inside(one.body, () => {
              const own = c.variable(one)?.js;
              if (own && own !== name) out.write(`const ${own} = ${name};`);
            });
          });
          out.write(isAll ? '}' : `} else throw ${name};`);
        });
      this.caught.pop();
    }
    if (node.finalbody.length > 0) {
      out.write('} finally {');
      s.inside(node.finalbody);
    }
    out.write('}');
    if (passed) {
      out.write(`if (${passed}) {`);
      s.inside(node.orelse);
      out.write('}');
    } else if (isApart) s.block(node.orelse);
  }

  private isEverything = (node: Expr | undefined): boolean =>
    !node ||
    (node.nodeType === 'Name' && (node.id === 'BaseException' || (node.id === 'Exception' && !this.c.exits)) && !this.c.variable(node));

  private kinds(node: Expr): string {
    const all = node.nodeType === 'Tuple' ? node.elts : [node];
    return all
      .map((one) => {
        const group = one.nodeType === 'Name' && !this.c.variable(one) ? GROUPS[one.id] : undefined;
        if (group?.startsWith('...')) return `...${this.c.helper(group.slice(3))}`;
        return this.s.e.text(one);
      })
      .join(', ');
  }

  raise(node: Of<'Raise'>): string {
    const { c, s } = this;
    if (!node.exc) return `throw ${this.caught.at(-1) ?? c.fail(node, t("there is nothing to 'raise' again here"))};`;
    const { exc } = node;
    const type = c.type(exc);
    const isClass = exc.nodeType === 'Name' && (type.k === 'class' || (type.k === 'lib' && !c.variable(exc)));
    const error = isClass ? `new ${s.e.text(exc)}()` : s.e.text(exc);
    const hasCause = node.cause && !(node.cause.nodeType === 'Constant');
    return `throw ${hasCause ? `${c.helper('caused')}(${error}, ${s.e.text(node.cause!)})` : error};`;
  }
}
