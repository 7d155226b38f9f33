/** Loops. */
import { withoutNone } from '../program/types.js';
import { childrenOf, numberOf, type Any, type Expr, type Of, type Stmt } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';
import { LEVEL } from './written.js';

/** The number of names after one with a star: `for first, *rest, last in …`. */
function afterStar({ elts }: Of<'Tuple'> | Of<'List'>): number {
  const star = elts.findIndex((one) => one.nodeType === 'Starred');
  return star < 0 ? 0 : elts.length - 1 - star;
}

export class LoopWriter {
  /**
   * For each loop around, the innermost last: the variable that tells that `break` left the loop. Only a loop with an
   * `else` has one.
   */
  private readonly flags: (string | null)[] = [];

  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  break(): string {
    const flag = this.flags.at(-1);
    return flag ? `${flag} = true;\nbreak;` : 'break;';
  }

  /** Writes a function, which has loops of its own. */
  apart(write: () => void): void {
    const kept = this.flags.splice(0);
    write();
    this.flags.splice(0, this.flags.length, ...kept);
  }

  for(node: Of<'For'>): void {
    const { c, s } = this;
    const first: string[] = [];
    const head = this.counted(node) ?? `for (${this.target(node.target, first)} of ${this.all(node.iter, node.target, node.body)}) {`;
    this.loop(node, head, node.iter.end_lineno!, () => {
      for (const line of first) c.out.write(line);
      s.block([]);
    });
  }

  while(node: Of<'While'>): void {
    this.loop(node, `while (${this.s.e.conditions.truth(node.test)}) {`, node.test.end_lineno!, () => {});
  }

  private loop(node: Of<'For'> | Of<'While'>, head: string, line: number, first: () => void): void {
    const { c, s } = this;
    const { out } = c;
    const flag = node.orelse.length > 0 ? c.fresh('isLeft') : null;
    if (flag) out.write(`let ${flag} = false;`);
    out.head(node.lineno, line, head);
    this.flags.push(flag);
    s.inside(node.body, first);
    this.flags.pop();
    out.write('}');
    if (!flag) return;
    out.write(`if (!${flag}) {`);
    s.inside(node.orelse);
    out.write('}');
  }

  private all(node: Expr, target: Expr, body: readonly Stmt[]): string {
    const { c } = this;
    const { e } = this.s;
    if (node.nodeType === 'GeneratorExp') return e.comprehensions.argument(node);
    const plain = e.iterable(node, LEVEL.assign);
    const after = target.nodeType === 'Tuple' || target.nodeType === 'List' ? afterStar(target) : 0;
    const text =
      after === 0
        ? plain
        : `${c.helper('map')}((one: any) => ${c.helper('unpack')}(one, ${(target as Of<'Tuple'>).elts.length - 1 - after}, ${after}), ${plain})`;
    // JavaScript ends a generator with the loop that leaves it; in Python, others may go on with it.
    const isKept = /^(Name|Attribute|Subscript)$/.test(node.nodeType) && withoutNone(c.type(node)).k === 'iter';
    return isKept && this.s.functions.leaves(body) ? `${c.helper('iterator')}(${text})` : text;
  }

  /** Writes `for (let i = 0; i < n; i++)`, where the body changes neither `i` nor `n`. */
  private counted(node: Of<'For'>): string | null {
    const { c, s } = this;
    const { iter, target } = node;
    if (
      iter.nodeType !== 'Call' ||
      iter.func.nodeType !== 'Name' ||
      iter.func.id !== 'range' ||
      c.variable(iter.func) ||
      target.nodeType !== 'Name' ||
      iter.keywords.length > 0
    )
      return null;
    const variable = c.variable(target);
    if (variable?.declaredBy !== target || !variable.isConstant || variable.isCaptured) return null;
    const [start, stop, step] = iter.args.length === 1 ? [undefined, iter.args[0]!] : iter.args;
    if (!stop || iter.args.some((one) => one.nodeType === 'Starred' || !this.isFixed(one, node.body))) return null;
    const by = step ? numberOf(step) : 1;
    if (!by) return null;
    const i = variable.js;
    const next = by === 1 ? `${i}++` : by === -1 ? `${i}--` : by > 0 ? `${i} += ${by}` : `${i} -= ${-by}`;
    return `for (let ${i} = ${start ? s.e.text(start) : '0'}; ${i} ${by > 0 ? '<' : '>'} ${s.e.text(stop, LEVEL.less + 1)}; ${next}) {`;
  }

  private isFixed(node: Expr, body: readonly Stmt[]): boolean {
    switch (node.nodeType) {
      case 'Constant':
        return true;
      case 'Name': {
        const variable = this.c.variable(node);
        return variable !== undefined && (variable.isConstant || !body.some((one) => this.stores(one, node.id)));
      }
      case 'BinOp':
        return /^(Add|Sub|Mult)$/.test(node.op.nodeType) && this.isFixed(node.left, body) && this.isFixed(node.right, body);
      case 'UnaryOp':
        return this.isFixed(node.operand, body);
      case 'Attribute':
        return (
          !body.some((one) => this.storesAttribute(one, node.attr)) &&
          (node.value.nodeType === 'Name' || node.value.nodeType === 'Attribute') &&
          this.isFixed(node.value, body)
        );
      default:
        return false;
    }
  }

  private stores(node: Any, name: string): boolean {
    return (
      (node.nodeType === 'Name' && node.id === name && node.ctx.nodeType === 'Store') ||
      childrenOf(node).some((child) => this.stores(child, name))
    );
  }

  private storesAttribute(node: Any, name: string): boolean {
    return (
      (node.nodeType === 'Attribute' && node.attr === name && node.ctx.nodeType === 'Store') ||
      childrenOf(node).some((child) => this.storesAttribute(child, name))
    );
  }

  /** The text before `of`. Names that are declared elsewhere are assigned in the loop. */
  private target(node: Expr, first: string[]): string {
    const { c, s } = this;
    const names = this.names(node);
    const own = names.map((one) => c.variable(one));
    if (own.length > 0 && own.every((variable, i) => variable?.declaredBy === names[i]) && this.isPattern(node)) {
      const word = own.every((variable) => variable?.isConstant) ? 'const' : 'let';
      return `${word} ${s.e.comprehensions.parameter(node)}`;
    }
    const name = c.fresh('one');
    const declared = names.filter((one) => c.variable(one)?.declaredBy === one);
    for (const one of declared) if (node !== one) first.push(`let ${c.variable(one)!.js}: any;`);
    if (declared.length > 0 && node.nodeType !== 'Name') {
      first.push(`${s.e.comprehensions.parameter(node)} = ${name};`);
      return `const ${name}`;
    }
    first.push(s.assignments.given(node, name));
    return `const ${name}`;
  }

  private isPattern = (node: Expr): boolean =>
    node.nodeType === 'Name' ||
    ((node.nodeType === 'Tuple' || node.nodeType === 'List') && node.elts.every((one) => this.isPattern(one))) ||
    (node.nodeType === 'Starred' && this.isPattern(node.value));

  private names(node: Expr): Expr[] {
    if (node.nodeType === 'Name') return [node];
    if (node.nodeType === 'Tuple' || node.nodeType === 'List') return node.elts.flatMap((one) => this.names(one));
    return node.nodeType === 'Starred' ? this.names(node.value) : [];
  }
}
