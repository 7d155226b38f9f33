/** The members of an enumeration, as static fields. */
import type { Class } from '../program/classes.js';
import { numberOf, type Of, type Stmt } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';
import { quote } from './written.js';

export function enumMembers(c: Context, s: Statements, node: Of<'ClassDef'>, of: Class, member: (node: Stmt) => void): void {
  let last = 0;
  const init = of.methods.get('__init__');
  if (init) for (const name of of.own) c.out.write(`declare ${name}: ${s.e.parameters.typeText(of.attributes.get(name) ?? { k: 'any' })};`);
  for (const statement of s.functions.statements(node)) {
    if (statement.nodeType === 'Assign' && statement.targets[0]?.nodeType === 'Name') {
      const { value } = statement;
      const isAuto = value.nodeType === 'Call' && c.path(value.func) === 'enum.auto';
      const literal = numberOf(value);
      if (isAuto) last = of.isFlag ? (last === 0 ? 1 : last * 2) : last + 1;
      else if (literal !== undefined) last = literal;
      const name = statement.targets[0].id;
      c.out.from = statement.lineno;
      c.out.statement(statement.lineno, statement.end_lineno ?? statement.lineno, () =>
        c.out.write(`static ${name} = new ${of.js}(${quote(name)}, ${isAuto ? last : s.e.text(value)});`),
      );
    } else member(statement);
  }
}
