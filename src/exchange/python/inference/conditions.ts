/** Conditions: after `if x is not None`, x is not None. */
import { ANY, BOOL, FLOAT, INT, NONE, STR, tensor, withoutNone, type Type } from '../program/types.js';
import type { Expr } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';

export class ConditionTypes {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  /** Notes what a condition tells about its names after it was true or false. */
  narrow(test: Expr, isTrue: boolean): void {
    if (test.nodeType === 'UnaryOp' && test.op.nodeType === 'Not') return this.narrow(test.operand, !isTrue);
    if (test.nodeType === 'BoolOp' && (test.op.nodeType === 'And') === isTrue) for (const one of test.values) this.narrow(one, isTrue);
    if (test.nodeType === 'Name') {
      const variable = this.facts.scopes.variables.get(test);
      if (variable && isTrue) this.facts.now.set(variable, withoutNone(this.facts.lookup(variable)));
    }
    if (test.nodeType === 'Call' && test.func.nodeType === 'Name' && test.func.id === 'isinstance' && test.args[0]?.nodeType === 'Name') {
      const variable = this.facts.scopes.variables.get(test.args[0]);
      const of = test.args[1] ? this.finders.expressions.visit(test.args[1]) : ANY;
      const names: Record<string, Type> = { 'builtins.int': INT, 'builtins.float': FLOAT, 'builtins.str': STR, 'builtins.bool': BOOL };
      if (!variable) return;
      const known = this.facts.lookup(variable);
      if (!isTrue) {
        const path = of.k === 'lib' ? of.path : '';
        // A number that is no float is an int, and the other way round.
        if (known.k === 'num' && path === 'builtins.float') this.facts.now.set(variable, INT);
        else if (known.k === 'num' && path === 'builtins.int') this.facts.now.set(variable, FLOAT);
        else if (known.k === 'any' && path === 'builtins.float') this.facts.now.set(variable, { ...known, float: false });
        return;
      }
      if (of.k === 'class' && !(known.k === 'obj' && known.of.lineage().includes(of.of)))
        this.facts.now.set(variable, { k: 'obj', of: of.of });
      else if (of.k === 'lib' && names[of.path]) this.facts.now.set(variable, names[of.path]!);
      else if (of.k === 'lib' && of.path.endsWith('.Tensor') && known.k !== 'tensor') this.facts.now.set(variable, tensor('any'));
      else if (of.k === 'lib' && /^torch\.nn\./.test(of.path)) this.facts.now.set(variable, { k: 'inst', path: of.path });
    }
    if (test.nodeType !== 'Compare' || test.ops.length !== 1 || test.left.nodeType !== 'Name') return;
    const [op, right] = [test.ops[0]!.nodeType, test.comparators[0]!];
    if ((op !== 'Is' && op !== 'IsNot') || right.nodeType !== 'Constant' || right.value !== null) return;
    const variable = this.facts.scopes.variables.get(test.left);
    if (!variable) return;
    const known = this.facts.lookup(variable);
    this.facts.now.set(variable, (op === 'Is') === isTrue ? (known.k === 'opt' ? NONE : known) : withoutNone(known));
  }
}
