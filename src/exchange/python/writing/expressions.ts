/** Expressions. */
import { t } from '../../../protocol/l10n.js';
import { parameterNames } from '../inference/handed.js';
import { walrusNames } from '../program/boundNames.js';
import { elementOf } from '../program/join.js';
import { withoutNone } from '../program/types.js';
import { childrenOf, isFloatText, numberOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import { ArgumentWriter } from './arguments.js';
import { Builtins } from './builtins.js';
import { CallWriter } from './calls.js';
import { Comprehensions } from './comprehensions.js';
import { ConditionWriter } from './conditions.js';
import type { Context } from './context.js';
import { isList } from './kinds.js';
import { LibraryCallWriter } from './libraryCalls.js';
import { LibraryNames } from './libraryNames.js';
import { PlotWriter } from './plots.js';
import { MemberWriter } from './members.js';
import { OperatorWriter } from './operators.js';
import { ParameterWriter } from './parameters.js';
import { Subscripts } from './subscripts.js';
import { TextWriter } from './texts.js';
import { atom, call, LEVEL, quote, wrap, type Written } from './written.js';

export class Expressions {
  readonly members: MemberWriter;
  readonly operators: OperatorWriter;
  readonly conditions: ConditionWriter;
  readonly texts: TextWriter;
  readonly builtins: Builtins;
  readonly arguments: ArgumentWriter;
  readonly parameters: ParameterWriter;
  readonly libraryNames: LibraryNames;
  readonly plots: PlotWriter;
  readonly libraryCalls: LibraryCallWriter;
  readonly calls: CallWriter;
  readonly comprehensions: Comprehensions;
  readonly subscripts: Subscripts;

  /** The expression that is a statement of its own: nobody uses its value. */
  alone: Expr | null = null;
  /** Tensors that the calls around them take as floats. */
  readonly lifted = new Set<Expr>();
  /** Arguments whose entries of these names are noted as floats. */
  readonly noted = new Map<Expr, readonly string[]>();

  constructor(readonly c: Context) {
    this.members = new MemberWriter(c, this);
    this.operators = new OperatorWriter(c, this);
    this.conditions = new ConditionWriter(c, this);
    this.texts = new TextWriter(c, this);
    this.builtins = new Builtins(c, this);
    this.arguments = new ArgumentWriter(c, this);
    this.parameters = new ParameterWriter(c, this);
    this.libraryNames = new LibraryNames(c, this);
    this.plots = new PlotWriter(c, this);
    this.libraryCalls = new LibraryCallWriter(c, this);
    this.calls = new CallWriter(c, this);
    this.comprehensions = new Comprehensions(c, this);
    this.subscripts = new Subscripts(c, this);
  }

  /** The text of an expression. It is in parentheses where the text around it binds tighter than `least`. */
  text(node: Expr, least: number = LEVEL.assign): string {
    return wrap(this.write(node), least);
  }

  write(node: Expr): Written {
    const { c } = this;
    return c.kept?.has(node) ? call(`${c.helper('as_float')}(${wrap(this.plain(node), LEVEL.assign)})`) : this.plain(node);
  }

  private plain(node: Expr): Written {
    const { c } = this;
    if (this.lifted.delete(node)) {
      const type = withoutNone(c.type(node));
      return call(
        type.k === 'tensor' && type.d === 'any'
          ? `${c.helper('floating')}(${this.text(node)})`
          : `${this.text(node, LEVEL.call)}.to(${c.floats})`,
      );
    }
    switch (node.nodeType) {
      case 'Constant':
        return this.constant(node);
      case 'Name':
        return atom(this.members.name(node));
      case 'Attribute':
        return this.members.attribute(node);
      case 'Subscript':
        return this.subscripts.load(node);
      case 'BinOp':
        return this.operators.binary(node);
      case 'UnaryOp':
        return this.operators.unary(node);
      case 'BoolOp':
        return this.conditions.logical(node);
      case 'Compare':
        return this.conditions.compare(node);
      case 'IfExp':
        return {
          text: `${this.conditions.truth(node.test, LEVEL.or)} ? ${this.text(node.body, LEVEL.cond)} : ${this.text(node.orelse, LEVEL.cond)}`,
          level: LEVEL.cond,
        };
      case 'Call':
        return this.calls.write(node);
      case 'Lambda':
        return this.lambda(node);
      case 'List':
        return atom(`[${this.items(node.elts)}]`);
      case 'Tuple':
        return c.keepsTuples ? call(`${c.helper('tuple')}(${this.items(node.elts)})`) : atom(`[${this.items(node.elts)}]`);
      case 'Set':
        return call(
          this.isMerged(node.elts)
            ? `${c.helper('const_set')}(${this.items(node.elts)})`
            : `${c.helper('set')}([${this.items(node.elts)}])`,
        );
      case 'Dict':
        return this.dict(node);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehensions.write(node);
      case 'JoinedStr':
        return this.texts.template(node);
      case 'Starred':
        return { text: `...${this.iterable(node.value, LEVEL.assign)}`, level: LEVEL.comma };
      case 'NamedExpr':
        return { text: `${this.text(node.target)} = ${this.text(node.value)}`, level: LEVEL.assign };
      case 'Yield':
        return { text: node.value ? `yield ${this.text(node.value)}` : 'yield', level: LEVEL.assign };
      case 'YieldFrom':
        return { text: `yield* ${this.iterable(node.value, LEVEL.assign)}`, level: LEVEL.assign };
      default:
        return c.fail(node, t("'{0}' has no counterpart", node.nodeType));
    }
  }

  /**
   * True for numbers of which Python's compiler makes a set beforehand, where the order in its table tells: the set of
   * the program is a copy of that one.
   */
  private isMerged(nodes: readonly Expr[]): boolean {
    const all = nodes.map((one) => numberOf(one));
    if (all.length < 3 || !all.every((one) => one !== undefined && Number.isInteger(one))) return false;
    const places = new Set((all as number[]).map((one) => (one < 0 ? one : one % 8)));
    return all.length < 5
      ? places.size < all.length || (all as number[]).some((one) => one < 0)
      : (all as number[]).some((one) => one < 0 || one > 15);
  }

  items(nodes: readonly Expr[]): string {
    return nodes.map((node) => (node.nodeType === 'Starred' ? this.write(node).text : this.text(node))).join(', ');
  }

  /** A tuple as a plain list, where the program never sees the tuple: sizes, or values that are assigned at once. */
  bare(node: Expr): string {
    if (node.nodeType === 'List' && node.elts.length === 0) return '[] as any[]';
    return node.nodeType === 'Tuple'
      ? `[${node.elts.map((one) => (one.nodeType === 'Starred' ? this.write(one).text : this.bare(one))).join(', ')}]`
      : this.text(node);
  }

  private constant(node: Of<'Constant'>): Written {
    const { value } = node as { value: unknown };
    if (value === null || value === undefined) return atom('null');
    if (typeof value === 'boolean') return atom(String(value));
    if (typeof value === 'string') {
      const own = this.c.source.of(node);
      if (own === '...') return atom("'...'");
      if (/^[rR]?[bB]/.test(own)) return call(`${this.c.helper('encode')}(${quote(value)}, 'latin-1')`);
      return atom(quote(value));
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      const text = this.c.source.of(node).replaceAll(' ', '');
      if (!isFloatText(text) && !Number.isSafeInteger(Number(value)))
        return this.c.fail(node, t('a whole number beyond 2**53 has no counterpart'));
      return atom(/\.$/.test(text) ? `${text}0` : text.replace(/\.(?=[eE])/, '.0').replace(/^0+(?=[1-9])/, ''));
    }
    return call(`${this.c.helper('complex')}(0, ${this.c.source.of(node).replace(/[jJ]$/, '').replaceAll('_', '')})`);
  }

  private dict(node: Of<'Dict'>): Written {
    const { c } = this;
    if (node.keys.length === 0) return call(`${c.helper('dict')}()`);
    const isName = (key: Expr | null | undefined): key is Of<'Constant'> =>
      key?.nodeType === 'Constant' &&
      typeof key.value === 'string' &&
      c.type(key).k === 'str' &&
      !/^\d+$/.test(key.value) &&
      key.value !== '__proto__';
    if (node.keys.every(isName)) return call(`${c.helper('dict')}(${this.record(node)})`);
    const entries = node.keys.map((key, i) => {
      const value = node.values[i]!;
      if (key) return `[${this.text(key)}, ${this.text(value)}]`;
      return c.type(value).k === 'record' ? `...Object.entries(${this.text(value)})` : `...${this.text(value, LEVEL.assign)}`;
    });
    return call(`${c.helper('dict')}<any, any>([${entries.join(', ')}])`);
  }

  /** A dict whose keys are strings, as an object. */
  record(node: Of<'Dict'>): string {
    const entries = node.keys.map((key, i) => {
      if (key?.nodeType !== 'Constant') return this.c.fail(node, t('this dict has keys that are no texts'));
      const name = String(key.value);
      return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: ${this.text(node.values[i]!)}`;
    });
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }

  private lambda(node: Of<'Lambda'>): Written {
    const params = this.parameters.write(node);
    const body = this.text(node.body, LEVEL.assign);
    const func = this.c.scopes.functions.get(node)!;
    const given = func.params.map((one) => one.name);
    const set = [...new Set(walrusNames(node.body))].filter((name) => !given.includes(name));
    if (set.length > 0) params.before.unshift(`let ${set.map((name) => `${name}: any`).join(', ')};`);
    const own =
      params.before.length > 0
        ? `(${params.list}) => { ${params.before.join(' ')} return ${body}; }`
        : `(${params.list}) => ${body.startsWith('{') ? `(${body})` : body}`;
    const names = parameterNames(func);
    const text = this.c.mustTell(names) ? `${this.c.helper('takes')}(${own}, [${names.map(quote).join(', ')}])` : own;
    if (params.fixed.length === 0) return { text, level: LEVEL.assign };
    const values = params.fixed.map((one) => one.value).join(', ');
    return call(`((${params.fixed.map((one) => `${one.name}: any`).join(', ')}) => ${text})(${values})`);
  }

  /** The expression that a loop over a value iterates: for a dict, its keys. */
  iterable(node: Expr, least: number = LEVEL.call): string {
    const { c } = this;
    const type = withoutNone(c.type(node));
    if (node.nodeType === 'Tuple') return `[${this.items(node.elts)}]`;
    switch (type.k) {
      case 'dict':
        return `${this.text(node, LEVEL.call)}.keys()`;
      case 'record':
        return `Object.keys(${this.text(node)})`;
      case 'any':
      case 'method':
      case 'none':
      case 'obj':
        if (type.k === 'obj' && (type.of.isModule || type.of.isDataset)) return this.text(node, least);
        return `${c.helper('iter')}(${this.text(node)})`;
      case 'class':
        return type.of.isEnum ? `${this.text(node, LEVEL.call)}.members()` : this.text(node, least);
      default:
        return this.text(node, least);
    }
  }

  /** Refuses arguments of the command line that the program itself gives. */
  takesNoArguments(node: Of<'Call'>): void {
    const [given] = [...node.args, ...node.keywords.map(({ value }) => value)];
    if (given && !this.isNoLine(given)) this.c.fail(given, t('here every argument of the command line has its default'));
  }

  /** True for no command line: `None`, `[]`, and what comes to one of both. */
  private isNoLine(node: Expr): boolean {
    const isNone = this.c.type(node).k === 'none';
    if (isNone || (node.nodeType === 'List' && node.elts.length === 0)) return true;
    // `argv`, of `def main(argv=None)`, which `main([])` calls
    const type = withoutNone(this.c.type(node));
    if (node.nodeType === 'Name' && type.k === 'list' && elementOf(type).k === 'never') return true;
    // `argv or []`, `[] if argv is None else argv`
    if (node.nodeType === 'BoolOp') return node.values.every((one) => this.isNoLine(one));
    return node.nodeType === 'IfExp' && [node.body, node.orelse].every((one) => this.isNoLine(one) || this.c.type(one).k === 'never');
  }

  /** The elements that a loop over a value visits, as an array. */
  array(node: Expr): string {
    const type = withoutNone(this.c.type(node));
    if (node.nodeType === 'Tuple') return `[${this.items(node.elts)}]`;
    const isArray = isList(type) || type.k === 'range';
    return isArray ? this.text(node, LEVEL.call) : `[...${this.iterable(node, LEVEL.assign)}]`;
  }

  hasAwait(node: Any): boolean {
    return node.nodeType === 'Await' || childrenOf(node).some((child) => this.hasAwait(child));
  }
}
