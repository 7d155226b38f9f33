/** Classes. A value that `__init__` assigns becomes a field where it does not depend on parameters or variables. */
import { readsFields } from '../reading/idioms.js';
import { t } from '../../../protocol/l10n.js';
import type { Class } from '../program/classes.js';
import { shownType } from '../program/shown.js';
import { type Expr, type Of, type Stmt } from '../reading/syntax.js';
import { joinedBases } from './bases.js';
import { ConstructorWriter, delegates } from './constructors.js';
import type { Context } from './context.js';
import { givesBack } from './decorators.js';
import { DataclassWriter } from './dataclasses.js';
import { enumMembers } from './enums.js';
import { parameterNames } from '../inference/handed.js';
import type { Statements } from './statements.js';
import { LEVEL, quote } from './written.js';

/** Methods that change how attributes are read or objects are made. */
const UNKNOWN = /^__(getattribute|prepare)__$/;

/** Classes that JavaScript has an object of before anything is asked of it. */
const OPEN = /^(abc\.ABC|builtins\.(object|dict)|typing\.\w+)?$/;

/** Python's own types, as classes that a class can extend. */
const BUILT_IN: Readonly<Record<string, string>> = { dict: 'Dict', list: 'List', set: 'PySet' };

/** Python's own types whose values JavaScript's classes cannot extend. */
// not operations: Python's types
const VALUES = new Set(['frozenset', 'tuple', 'str', 'int', 'float', 'bytes', 'complex', 'bool']);

/** `class Mode(str, Enum)` */
const isText = (node: Of<'ClassDef'>): boolean => node.bases.some((one) => one.nodeType === 'Name' && one.id === 'str');

export class ClassWriter {
  private readonly data: DataclassWriter;
  readonly constructors: ConstructorWriter;

  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {
    this.data = new DataclassWriter(c, s);
    this.constructors = new ConstructorWriter(c, s);
  }

  write(node: Of<'ClassDef'>): void {
    const { c, s } = this;
    const { out } = c;
    const of = c.scopes.classes.get(node)!;
    const hook = of
      .lineage()
      .slice(1)
      .find((one) => one.methods.has('__init_subclass__'));
    if (!hook && node.keywords.some((one) => !/^(metaclass|total)$/.test(one.arg ?? '')))
      c.fail(node, t('a class with such arguments is not converted'));
    const after: string[] = [];
    const around = c.decorated;
    c.decorated = [];
    for (const one of node.decorator_list) {
      if (givesBack(one, c)) {
        after.unshift(`${s.e.text(one, LEVEL.call)}(${of.js});`);
        continue;
      }
      const path = c.path(one.nodeType === 'Call' ? one.func : one) ?? '';
      if (!/^(dataclasses\.dataclass|enum\.unique|typing\.\w+|functools\.total_ordering)$/.test(path))
        c.fail(one, t('this decorator of a class is not converted'));
    }
    s.functions.docstring(node);
    const base = this.base(node, of);
    c.classes.push(of);
    out.head(node.lineno, node.lineno, `class ${of.js}${base === '' ? '' : ` extends ${base}`} {`);
    out.inside(() => {
      if (of.isEnum) enumMembers(c, s, node, of, (statement) => this.member(statement, of));
      else {
        this.declared(of);
        if (of.isDataclass) this.data.fields(of);
        if (of.hasOwnName) {
          out.write(`static __name__ = ${quote(of.name)};`);
          // Otherwise it would be the name of this class.
          if (!of.shared.has('name')) out.write(`static name = ${of.bases[0]!.js}.name;`);
        }
        if (delegates(of)) out.write('[name: string]: any;');
        for (const statement of s.functions.statements(node)) this.member(statement, of);
        if (!of.methods.has('__init__') && !of.isDataclass) this.constructors.withoutInit(of);
        if (node.decorator_list.some((one) => c.path(one) === 'functools.total_ordering')) this.data.orders(of);
        if (of.isDataclass && !of.isNamedTuple) this.data.methods(of);
      }
    });
    out.write('}');
    c.classes.pop();
    if (hook) {
      const init = hook.method('__init_subclass__')!;
      const given = { nodeType: 'Call', func: node.bases[0], args: [], keywords: node.keywords } as unknown as Of<'Call'>;
      const args = s.e.arguments.inOrder(init, given, true);
      after.unshift(`${hook.js}.__init_subclass__.call(${of.js}${args && `, ${args}`});`);
    }
    after.unshift(...this.told(of), ...c.decorated);
    c.decorated = around;
    if ([...of.shared.keys()].some((name) => of.described(name))) after.unshift(`${c.helper('descriptors')}(${of.js});`);
    for (const line of after) out.write(line);
  }

  /** `super().__init_subclass__()`, where the class extends nothing of the program: it does nothing. */
  isEmptyHook(node: Expr): boolean {
    if (node.nodeType !== 'Call' || node.func.nodeType !== 'Attribute' || node.func.attr !== '__init_subclass__') return false;
    return (
      this.c.classes
        .at(-1)
        ?.lineage()
        .slice(1)
        .every((one) => !one.methods.has('__init_subclass__')) ?? false
    );
  }

  /** The lines that tell the parameters of the class and of its methods, for calls that do not know what they call. */
  private told(of: Class): string[] {
    const { c } = this;
    const line = (target: string, names: readonly string[]): string => `${c.helper('takes')}(${target}, [${names.map(quote).join(', ')}]);`;
    const init = of.methods.get('__init__');
    const names = init ? parameterNames(init) : of.isDataclass ? of.fields : [];
    const methods = [...of.methods.values()].filter(
      (one) =>
        one.kind === 'method' &&
        (c.told?.methods.has(one.name) ||
          (c.told?.methods.has('*') && !one.name.startsWith('__')) ||
          (/^(forward|__call__)$/.test(one.name) && c.told)) &&
        c.mustTell(parameterNames(one)),
    );
    const own = init ? parameterNames(init) : [];
    return [
      ...(of.isCooperative && own.length > 0 ? [line(`${of.js}.prototype.__init__`, own)] : []),
      ...(c.handed.has(of) && c.mustTell(names) ? [line(of.js, names)] : []),
      ...methods.map((one) => line(`${of.js}.prototype.${this.s.e.members.methodName(of, one.name)}`, parameterNames(one))),
    ];
  }

  private base(node: Of<'ClassDef'>, of: Class): string {
    const { c, s } = this;
    const bases = node.bases.filter(
      (one) =>
        !/^(abc\.ABC|object|typing\.(Generic|Protocol).*|typing\.(NamedTuple|TypedDict))$/.test(
          c.path(one.nodeType === 'Subscript' ? one.value : one) ?? (one.nodeType === 'Name' ? one.id : ''),
        ),
    );
    if (of.isNamedTuple && of.library === 'typing.NamedTuple') {
      const shown = of.fields.map((name) => quote(shownType(of.attributes.get(name) ?? { k: 'any' })));
      return `${c.helper('namedtuple')}(${quote(of.name)}, [${of.fields.map(quote).join(', ')}], [${shown.join(', ')}])`;
    }
    if (bases.some((one) => one.nodeType === 'Name' && one.id === 'type' && !c.variable(one)))
      c.fail(node, t('a metaclass is not converted'));
    if (bases.length > 1 && !of.isEnum) return joinedBases(c, s, node, bases);
    const [base] = bases;
    if (of.isEnum)
      return c.helper(
        of.isFlag
          ? of.root!.slice(5)
          : of.isNumberEnum
            ? 'IntEnum'
            : isText(node)
              ? 'TextEnum'
              : /StrEnum$/.test(of.root ?? '')
                ? 'StrEnum'
                : 'Enum',
      );
    const takes = of.methods.has('__setattr__') && !of.bases.some((one) => one.method('__setattr__'));
    if (!base && of.isCooperative) return c.helper('Initialized');
    if (!base) return takes ? `${c.helper('assigning')}(Object)` : '';
    const plain = base.nodeType === 'Subscript' ? base.value : base;
    const builtin = plain.nodeType === 'Name' && !c.variable(plain) ? plain.id : '';
    if (VALUES.has(builtin)) c.fail(base, t("a class that extends '{0}' is not converted", builtin));
    const own = BUILT_IN[builtin];
    const text = own !== undefined ? c.helper(own) : s.e.text(plain, LEVEL.call);
    if (takes) return `${c.helper('assigning')}(${text})`;
    return this.constructors.leavesOut(of) ? `${c.helper('uninitialized')}(${text})` : text;
  }

  /** Declares the fields that get their values later. */
  private declared(of: Class): void {
    const { c, s } = this;
    const init = of.methods.get('__init__');
    const fields = init ? this.constructors.fieldsOf(init.node as Of<'FunctionDef'>).map((one) => one.name) : [];
    const above = of
      .lineage()
      .slice(1)
      .flatMap((one) => [...one.own]);
    for (const name of of.own) {
      if (fields.includes(name) || of.shared.has(name) || above.includes(name) || of.setters.has(name)) continue;
      const type = of
        .lineage()
        .map((one) => one.attributes.get(name))
        .find(Boolean);
      const text = type ? s.e.parameters.typeText(type) : 'any';
      c.out.write(`declare ${s.e.members.attributeName(of, name)}: ${text === 'null' ? 'any' : text};`);
    }
    if (of.isModule)
      for (const [name, type] of of.attributes) {
        if (of.own.has(name) || of.shared.has(name) || fields.includes(name)) continue;
        c.out.write(`declare ${name}: ${s.e.parameters.typeText(type)};`);
      }
  }

  private member(node: Stmt, of: Class): void {
    const { c, s } = this;
    const { out } = c;
    if (node.nodeType === 'FunctionDef') {
      out.commentsBefore(Math.min(node.lineno, ...node.decorator_list.map((one) => one.lineno)));
      if ((c.source.lines[Math.min(node.lineno, ...node.decorator_list.map((one) => one.lineno)) - 2] ?? '').trim() === '') out.blankLine();
      out.from = node.lineno;
      if (node.name === '__init__' && (of.isEnum || of.isCooperative)) return s.functions.method(node, '__init__');
      if (node.name === '__init__') return this.constructors.write(node, of);
      if ((of.isDataset && node.name === '__getitem__') || ((of.isDataset || of.isSampler) && node.name === '__len__')) {
        if (node.name === '__len__') {
          const func = c.scopes.functions.get(node)!;
          out.head(node.lineno, node.lineno, 'get length(): number {');
          s.functions.body(node, func, [], []);
          return out.write('}');
        }
        return s.functions.method(node, 'get');
      }
      const isUnknown =
        UNKNOWN.test(node.name) ||
        (node.name === '__new__' && !of.isMadeByNew) ||
        (/^__[gs]etattr__$/.test(node.name) && !OPEN.test(of.root ?? ''));
      if (isUnknown) c.fail(node, t("'{0}' has no counterpart", node.name));
      if ((/IterableDataset$/.test(of.root ?? '') || of.isSampler) && node.name === '__iter__')
        return s.functions.method(node, '[Symbol.iterator]');
      return s.functions.method(node, s.e.members.attributeName(of, node.name));
    }
    out.commentsBefore(node.lineno);
    out.from = node.lineno;
    if (node.nodeType === 'ClassDef' && !of.isEnum && !of.isModule) {
      out.write(`static ${node.name} = (() => {`);
      out.inside(() => {
        this.write(node);
        out.write(`return ${c.scopes.classes.get(node)!.js};`);
      });
      return out.write('})();');
    }
    if (node.nodeType === 'Pass' || (node.nodeType === 'Expr' && node.value.nodeType === 'Constant')) return;
    if (of.isDataclass && node.nodeType === 'AnnAssign' && node.target.nodeType === 'Name' && of.given.has(node.target.id)) return;
    const target = node.nodeType === 'Assign' ? node.targets[0]! : node.nodeType === 'AnnAssign' ? node.target : null;
    const value = node.nodeType === 'Assign' || node.nodeType === 'AnnAssign' ? node.value : undefined;
    if (target?.nodeType === 'Tuple' && value?.nodeType === 'Tuple' && target.elts.length === value.elts.length) {
      target.elts.forEach((one, i) => this.member({ ...node, targets: [one], value: value.elts[i]! } as unknown as Stmt, of));
      return;
    }
    if (!target || target.nodeType !== 'Name') c.fail(node, t('this statement in a class is not converted'));
    const name = (target as Of<'Name'>).id;
    if (!value || (name === '__slots__' && !this.readsSlots())) return;
    const original = value.nodeType === 'Name' && of.methods.has(name) ? s.e.members.methodName(of, value.id) : null;
    if (original !== null) {
      const own = `${of.js}.prototype.${original}`;
      return out.statement(node.lineno, node.end_lineno ?? node.lineno, () =>
        out.write(`${s.e.members.methodName(of, name)}(...given: any[]): any { return (${own} as any).apply(this, given); }`),
      );
    }
    const isOwn = [...of.lineage(), ...of.extendedBy].some((one) => one.own.has(name));
    // An object has what its class has, until it gets a value of its own.
    if (isOwn && this.isUsedOfClass(name)) c.decorated.push(`${c.helper('of_class')}(${of.js}, ${quote(name)});`);
    out.statement(node.lineno, node.end_lineno ?? node.lineno, () =>
      out.write(`${isOwn && !this.isUsedOfClass(name) ? '' : 'static '}${name}${isOwn ? ': any' : ''} = ${s.e.text(value)};`),
    );
  }

  /** True where the program asks for all that an object has of its own. */
  private readsFields(): boolean {
    return [...this.c.facts.types.keys()].some(readsFields);
  }

  /** True where the program looks at the names that a class lists, which only limit its attributes otherwise. */
  private readsSlots(): boolean {
    return [...this.c.facts.types.keys()].some((node) => node.nodeType === 'Attribute' && node.attr === '__slots__');
  }

  private isUsedOfClass(name: string): boolean {
    const { c } = this;
    if (this.readsFields()) return true;
    for (const [node] of c.facts.types)
      if (node.nodeType === 'Attribute' && node.attr === name && c.type(node.value).k === 'class') return true;
    return false;
  }
}
