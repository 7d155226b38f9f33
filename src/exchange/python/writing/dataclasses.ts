/** Dataclasses: their options, their constructor and the methods that Python makes of their fields. */
import type { Class } from '../program/classes.js';
import { shownType } from '../program/shown.js';
import type { Expr } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';
import { LEVEL, quote } from './written.js';

/** True when the dataclass decorator gives this option this value. */
export const isSet = (of: Class, option: string, value = true): boolean =>
  of.node.decorator_list.some(
    (one) =>
      one.nodeType === 'Call' &&
      one.keywords.some(({ arg, value: given }) => arg === option && given.nodeType === 'Constant' && given.value === value),
  );

export class DataclassWriter {
  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  /** The constructor. */
  fields(of: Class): void {
    const { c, s } = this;
    const { out } = c;
    const all = of
      .lineage()
      .reverse()
      .flatMap((one) => [...one.given].map(([name, variable]) => ({ name, variable, of: one })));
    const params = all
      .filter(({ name }) => !of.isWithout(name, 'init'))
      .map(({ name, of: owner }) => {
        const field = owner.defaultOf(name);
        const type = s.e.parameters.typeText(of.attributes.get(name) ?? owner.attributes.get(name) ?? { k: 'any' });
        let value = field ? s.e.text.bind(s.e, field) : null;
        if (field?.nodeType === 'Call' && c.path(field.func) === 'dataclasses.field') {
          const factory = field.keywords.find((one) => one.arg === 'default_factory')?.value;
          const given = field.keywords.find((one) => one.arg === 'default')?.value;
          // What is not named, but computed, is computed once.
          const isComputed = factory?.nodeType === 'Attribute' && factory.value.nodeType === 'Call';
          if (isComputed) out.write(`static make_${name}: any = ${s.e.text(factory)};`);
          value = isComputed ? () => `${of.js}.make_${name}()` : factory ? () => this.made(factory) : given ? () => s.e.text(given) : null;
        }
        const isOwn = owner === of;
        return `${isOwn && !of.isNamedTuple && !owner.isHandedOn(name) ? 'public ' : ''}${name}${value ? `: ${type === 'null' ? 'any' : type} = ${value()}` : `: ${type}`}`;
      });
    const inherited = of.bases.length > 0;
    const after = of.method('__post_init__');
    const post = `this.__post_init__(${all.flatMap(({ name, of: owner }) => (owner.isHandedOn(name) ? [name] : [])).join(', ')});`;
    const own = [
      ...(of.isNamedTuple ? [`super(${all.map((one) => one.name).join(', ')});`] : []),
      ...(inherited
        ? [
            `super(${all
              .filter((one) => one.of !== of && !of.isWithout(one.name, 'init'))
              .map((one) => one.name)
              .join(', ')});`,
          ]
        : []),
      ...(after ? [of.extendedBy.some((one) => one.isDataclass) ? `if (new.target === ${of.js}) ${post}` : post] : []),
      ...(isSet(of, 'frozen') ? [`${c.helper('frozen')}(this);`] : []),
    ];
    for (const { name, of: owner } of all) {
      if (owner !== of || !of.isWithout(name, 'init')) continue;
      const field = owner.defaultOf(name);
      const given = field?.nodeType === 'Call' ? field.keywords.find((one) => /^default(_factory)?$/.test(one.arg ?? '')) : undefined;
      const text = given ? (given.arg === 'default' ? s.e.text(given.value) : this.made(given.value)) : null;
      out.write(text === null ? `declare ${name}: any;` : `${name}: any = ${text};`);
    }
    out.write(`constructor(${params.join(', ')}) {${own.length === 0 ? '}' : ''}`);
    if (own.length === 0) return;
    out.inside(() => own.forEach((line) => out.write(line)));
    out.write('}');
  }

  private made(factory: Expr): string {
    const { c, s } = this;
    if (factory.nodeType === 'Name' && !c.variable(factory)) {
      if (factory.id === 'list') return '[]';
      if (factory.id === 'dict' || factory.id === 'set') return `${c.helper(factory.id)}()`;
    }
    if (factory.nodeType === 'Lambda') return s.e.text(factory.body);
    const type = c.type(factory);
    return `${type.k === 'class' || /Counter$/.test(c.path(factory) ?? '') ? 'new ' : ''}${s.e.text(factory, LEVEL.call)}()`;
  }

  /** The methods that come of the fields. */
  methods(of: Class): void {
    const { c } = this;
    const names = of.fields;
    c.out.blankLine();
    if (!of.method('__repr__')) {
      const parts = names
        .filter((name) => !of.isWithout(name, 'repr'))
        .map((name) => {
          const known = of.attribute(name) ?? { k: 'any' };
          const field = of
            .lineage()
            .flatMap((one) => one.shared.get(name)?.stores ?? [])
            .at(0)?.node;
          if (field?.nodeType === 'Name') this.s.e.texts.doubt(field, known);
          const type = shownType(known);
          return `${name}=\${${c.helper('repr')}(this.${name}${type === '' ? '' : `, ${quote(type)}`})}`;
        });
      c.out.write('__repr__(): string {');
      c.out.inside(() => c.out.write(`return \`${of.name}(${parts.join(', ')})\`;`));
      c.out.write('}');
    }
    const isOff = isSet(of, 'eq', false);
    const isOrdered = isSet(of, 'order');
    const compared = names.filter((name) => !of.isWithout(name, 'compare'));
    const values = (of_: string) => `[${compared.map((name) => `${of_}.${name}`).join(', ')}]`;
    if (!isOff && !of.method('__eq__')) {
      c.out.blankLine();
      c.out.write('__eq__(other: any): boolean {');
      c.out.inside(() => c.out.write(`return other instanceof ${of.js} && ${c.helper('eq')}(${values('this')}, ${values('other')});`));
      c.out.write('}');
    }
    if (isSet(of, 'frozen') && !isOff && !of.method('__hash__')) {
      c.out.blankLine();
      c.out.write('__hash__(): number {');
      c.out.inside(() => c.out.write(`return ${c.helper('hash')}(${c.helper('tuple')}(${values('this').slice(1, -1)}));`));
      c.out.write('}');
    }
    if (isOrdered) {
      c.out.blankLine();
      c.out.write('__lt__(other: any): boolean {');
      c.out.inside(() => c.out.write(`return ${c.helper('lt')}(${values('this')}, ${values('other')});`));
      c.out.write('}');
    }
  }

  /** The comparisons that `functools.total_ordering` makes of the one that the class has. */
  orders(of: Class): void {
    const { out } = this.c;
    const names = ['__lt__', '__le__', '__gt__', '__ge__'] as const;
    const root = names.find((name) => of.methods.has(name));
    if (!root) return;
    const same = `${this.c.helper('eq')}(this, other)`;
    const it = `this.${root}(other)`;
    const isStrict = root === '__lt__' || root === '__gt__';
    const [first, second] = root === '__lt__' || root === '__le__' ? ['l', 'g'] : ['g', 'l'];
    // The comparison with or without equality, and the two that turn it around.
    const made: [string, string][] = [
      [`__${first}${isStrict ? 'e' : 't'}__`, isStrict ? `${it} || ${same}` : `${it} && !${same}`],
      [`__${second}t__`, isStrict ? `!${it} && !${same}` : `!${it}`],
      [`__${second}e__`, isStrict ? `!${it}` : `!${it} || ${same}`],
    ];
    for (const [name, text] of made) {
      if (of.methods.has(name)) continue;
      out.blankLine();
      out.write(`${name}(other: any): boolean {`);
      out.inside(() => out.write(`return ${text};`));
      out.write('}');
    }
  }
}
