/** The patterns of `match`: gives each name the type of the part that it matches. */
import { elementOf } from '../program/join.js';
import { ANY, FLOAT, inside, INT, STR, tensor, type Type } from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';

const PLAIN: Readonly<Record<string, Type>> = { 'builtins.int': INT, 'builtins.float': FLOAT, 'builtins.str': STR };

export class PatternTypes {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  /** Gives the names of a pattern their types. */
  match(node: Any, subject: Type): void {
    const variable = this.facts.scopes.variables.get(node);
    switch (node.nodeType) {
      case 'MatchValue':
        this.finders.expressions.visit(node.value);
        return;
      case 'MatchSequence': {
        const items = subject.k === 'tuple' && subject.items.length === node.patterns.length ? subject.items : null;
        node.patterns.forEach((one, i) => this.match(one, items?.[i] ?? elementOf(subject)));
        return;
      }
      case 'MatchStar':
        if (variable) this.facts.set(variable, this.facts.newList(node, subject));
        return;
      case 'MatchMapping':
        node.keys.forEach((key) => this.finders.expressions.visit(key));
        node.patterns.forEach((one) => this.match(one, subject.k === 'dict' ? inside(subject.cell) : ANY));
        if (variable) this.facts.set(variable, subject);
        return;
      case 'MatchClass': {
        const of = this.finders.expressions.visit(node.cls);
        const whole = of.k === 'lib' && of.path.endsWith('Tensor') ? tensor('any') : this.instance(of, subject);
        const fields = of.k === 'class' ? [...of.of.given.keys()] : [];
        node.patterns.forEach((one, i) =>
          this.match(one, of.k === 'class' ? this.finders.members.of(whole, fields[i] ?? '', node) : whole),
        );
        node.kwd_patterns.forEach((one, i) => this.match(one, this.finders.members.of(whole, node.kwd_attrs[i]!, node)));
        return;
      }
      case 'MatchAs':
        if (node.pattern) this.match(node.pattern, subject);
        if (variable)
          this.facts.set(
            variable,
            node.pattern?.nodeType === 'MatchClass' ? this.instance(this.finders.expressions.visit(node.pattern.cls), subject) : subject,
          );
        return;
      case 'MatchOr':
        for (const one of node.patterns) this.match(one, subject);
        return;
      default:
    }
  }

  /** The type of a value that has matched a class. */
  private instance(of: Type, subject: Type): Type {
    if (of.k === 'class') return { k: 'obj', of: of.of };
    return of.k === 'lib' ? (PLAIN[of.path] ?? subject) : subject;
  }
}
