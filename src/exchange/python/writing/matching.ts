/** Writes `match` as a chain of `if`. */
import { t } from '../../../protocol/l10n.js';
import { withoutNone, type Type } from '../program/types.js';
import type { Any, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';
import { LEVEL, quote } from './written.js';

interface Found {
  tests: string[];
  /** The names that get a value, each with the text of the value. */
  bound: { node: Any; value: string }[];
  /** The names that get their values in the tests: each alternative gives them others. */
  given: Any[];
}

export class MatchWriter {
  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  write(node: Of<'Match'>): void {
    const { c, s } = this;
    const { out } = c;
    const isName = node.subject.nodeType === 'Name' || node.subject.nodeType === 'Attribute';
    const name = isName ? s.e.text(node.subject, LEVEL.call) : c.fresh('subject');
    if (!isName) out.head(node.lineno, node.subject.end_lineno!, `const ${name} = ${s.e.bare(node.subject)};`);
    const type = c.type(node.subject);
    let word = 'if';
    let isClosed = false;
    const all = node.cases.map((one) => {
      const found: Found = { tests: [], bound: [], given: [] };
      this.pattern(one.pattern, name, type, found);
      return { one, found, early: Boolean(one.guard) && found.bound.length > 0 };
    });
    // A guard uses the names, so the test itself gives them their values.
    const guarded = new Set(
      all.flatMap(({ found, early }) => [...(early ? found.bound.map((at) => at.node) : []), ...found.given].map((at) => c.variable(at)!)),
    );
    const here = new Set(all.flatMap(({ found }) => [...found.bound.map((at) => at.node), ...found.given]));
    for (const variable of guarded) if (variable.declaredBy && here.has(variable.declaredBy)) out.write(`let ${variable.js}: any;`);
    for (const { one, found, early } of all) {
      if (isClosed) break;
      const line = one.pattern.lineno ?? node.lineno;
      out.commentsBefore(line);
      out.from = line;
      if (early) for (const { node: at, value } of found.bound) found.tests.push(`((${c.variable(at)!.js} = ${value}), true)`);
      if (one.guard) found.tests.push(s.e.conditions.truth(one.guard, LEVEL.and));
      const test = found.tests.join(' && ');
      if (test === '' && word === 'if') out.head(line, line, '{');
      else out.head(line, line, test === '' ? '} else {' : `${word} (${test}) {`);
      isClosed = test === '';
      s.inside(one.body, () => {
        if (!early) for (const { node: at, value } of found.bound) this.bind(at, value, guarded);
      });
      word = '} else if';
    }
    out.write('}');
  }

  /** @param known the variables that are already declared */
  private bind(node: Any, value: string, known: ReadonlySet<unknown>): void {
    const variable = this.c.variable(node);
    if (variable)
      this.c.out.write(
        variable.declaredBy === node && !known.has(variable)
          ? `${variable.isConstant ? 'const' : 'let'} ${variable.js} = ${value};`
          : `${variable.js} = ${value};`,
      );
  }

  private pattern(node: Any, at: string, type: Type, found: Found): void {
    const { c, s } = this;
    switch (node.nodeType) {
      case 'MatchValue': {
        const own = c.type(node.value);
        // A float that says that it is one is an object, and True is 1.
        // not operations: names of Python's types
        const isNumber = (own.k === 'int' || own.k === 'float') && c.kept === null && withoutNone(type).k !== 'bool';
        const isPlain = own.k === 'str' || isNumber || (own.k === 'obj' && own.of.isEnum);
        found.tests.push(
          isPlain ? `${at} === ${s.e.text(node.value, LEVEL.equal + 1)}` : `${c.helper('eq')}(${at}, ${s.e.text(node.value)})`,
        );
        return;
      }
      case 'MatchSingleton':
        found.tests.push(node.value === null || node.value === undefined ? `${at} == null` : `${at} === ${node.value}`);
        return;
      case 'MatchSequence': {
        const star = node.patterns.findIndex((one) => one.nodeType === 'MatchStar');
        const count = node.patterns.length;
        if (withoutNone(type).k !== 'tuple') found.tests.push(`Array.isArray(${at})`);
        if (!(type.k === 'tuple' && type.items.length === count && star < 0))
          found.tests.push(star < 0 ? `${at}.length === ${count}` : `${at}.length >= ${count - 1}`);
        node.patterns.forEach((one, i) => {
          if (one.nodeType === 'MatchStar') {
            if (one.name)
              found.bound.push({ node: one, value: i === count - 1 ? `${at}.slice(${i})` : `${at}.slice(${i}, ${i - count + 1})` });
          } else
            this.pattern(
              one,
              star >= 0 && i > star ? `${at}.at(${i - count})!` : `${at}[${i}]`,
              type.k === 'tuple' ? (type.items[i] ?? { k: 'any' }) : { k: 'any' },
              found,
            );
        });
        return;
      }
      case 'MatchMapping':
        if (withoutNone(type).k !== 'dict') found.tests.push(`${c.helper('isinstance')}(${at}, 'dict')`);
        node.keys.forEach((key, i) => {
          found.tests.push(`${at}.has(${s.e.text(key)})`);
          this.pattern(node.patterns[i]!, `${at}.get(${s.e.text(key)})`, { k: 'any' }, found);
        });
        if (node.rest)
          found.bound.push({ node, value: `${c.helper('without')}(${at}, [${node.keys.map((key) => s.e.text(key)).join(', ')}])` });
        return;
      case 'MatchClass': {
        const kind = s.e.builtins.kindName(node.cls);
        if (kind === null) return c.fail(node, t('this class is not known here'));
        const own = withoutNone(type);
        if (kind.startsWith("'") && (own.k === 'float' || own.k === 'int' || own.k === 'num')) {
          if (own.k === 'num') c.fail(node, t('it is not known here whether this is an int or a float'));
          if (kind !== quote(own.k)) found.tests.push('false');
        } else found.tests.push(kind.startsWith("'") ? `${c.helper('isinstance')}(${at}, ${kind})` : `${at} instanceof ${kind}`);
        const of = c.type(node.cls);
        const fields =
          of.k === 'class' && of.of.isDataclass
            ? of.of
                .lineage()
                .reverse()
                .flatMap((one) => [...one.given.keys()])
            : [];
        node.patterns.forEach((one, i) => {
          if (kind.startsWith("'") && i === 0) this.pattern(one, at, type, found);
          else if (fields[i]) this.pattern(one, `${at}.${fields[i]}`, { k: 'any' }, found);
          else c.fail(one, t('which field this is, is not known here'));
        });
        node.kwd_patterns.forEach((one, i) => this.pattern(one, `${at}.${node.kwd_attrs[i]}`, { k: 'any' }, found));
        return;
      }
      case 'MatchAs':
        if (node.pattern) this.pattern(node.pattern, at, type, found);
        if (node.name) found.bound.push({ node, value: at });
        return;
      case 'MatchOr': {
        const ways = node.patterns.map((one) => {
          const inner: Found = { tests: [], bound: [], given: found.given };
          this.pattern(one, at, type, inner);
          for (const { node: name, value } of inner.bound) {
            found.given.push(name);
            inner.tests.push(`((${c.variable(name)!.js} = ${value}), true)`);
          }
          return inner.tests.length === 0 ? 'true' : inner.tests.length === 1 ? inner.tests[0]! : `(${inner.tests.join(' && ')})`;
        });
        found.tests.push(`(${ways.join(' || ')})`);
        return;
      }
      default:
        c.fail(node, t('this pattern is not converted'));
    }
  }
}
