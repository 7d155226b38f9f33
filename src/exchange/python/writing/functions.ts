/** Functions and methods. */
import { t } from '../../../protocol/l10n.js';
import type { Func } from '../program/classes.js';
import { comment } from '../reading/comments.js';
import { blocksOf, childrenOf, dotted, hasNode, isSuper, positional, type Any, type Expr, type Of, type Stmt } from '../reading/syntax.js';
import type { Context } from './context.js';
import { KNOWN, MODES } from './decorators.js';
import { parameterNames } from '../inference/handed.js';
import type { Statements } from './statements.js';
import { quote } from './written.js';

export class FunctionWriter {
  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  write(node: Of<'FunctionDef'>): void {
    const { c, s } = this;
    const { out } = c;
    const func = c.scopes.functions.get(node)!;
    const variable = c.variable(node)!;
    const decorators = this.decorators(node);
    const params = s.e.parameters.write(node);
    for (const { name, value } of params.fixed) out.write(`const ${name} = ${value};`);
    this.docstring(node);
    const isNested = c.functions.length > 0;
    const usesThis = isNested && this.usesThis(node);
    const isParameter = [...c.scopes.functions.values()].some((one) => one.params.includes(variable));
    const isGiven = variable.isGiven && variable.stores.length <= 1 && !isParameter;
    const wrapped = decorators.others.length > 0;
    const names = parameterNames(func);
    const told = c.handed.has(func) && c.mustTell(names) ? `[${names.map(quote).join(', ')}]` : null;
    if (usesThis || !isGiven || wrapped) {
      const isNew = variable.declaredBy === node || (variable.stores.length <= 1 && !variable.declaredBefore);
      const word = isNew && !isParameter ? 'const ' : '';
      // Under its own name, a function would call itself past its decorators.
      const isItself = wrapped && !usesThis && !func.isGenerator && this.callsItself(node);
      // A generator is no arrow function: it is given the object.
      const isBound = usesThis && func.isGenerator;
      const star = func.isGenerator
        ? `${isBound ? '(' : ''}function* ${variable.js}(${isBound ? ['this: any', params.list].filter((one) => one !== '').join(', ') : params.list}) {`
        : usesThis
          ? `(${params.list}) => {`
          : wrapped
            ? `function ${isItself ? '' : node.name}(${params.list}) {`
            : `(${params.list}) => {`;
      const open = [...decorators.others, ...(told ? [c.helper('takes')] : []), ...(isItself ? [c.helper('titled')] : [])]
        .map((one) => `${one}(`)
        .join('');
      out.head(node.lineno, this.headEnd(node), `${word}${variable.js} = ${open}${star}`);
      this.body(node, func, decorators.modes, params.before);
      out.write(
        `}${isBound ? ').bind(this)' : ''}${isItself ? `, ${quote(node.name)})` : ''}${told ? `, ${told})` : ''}${')'.repeat(decorators.others.length)};`,
      );
      return;
    }
    out.head(node.lineno, this.headEnd(node), `function${func.isGenerator ? '*' : ''} ${variable.js}(${params.list}) {`);
    this.body(node, func, decorators.modes, params.before);
    out.write('}');
    if (told) out.write(`${c.helper('takes')}(${variable.js}, ${told});`);
  }

  /** True when a function uses its own name. The name stands for the decorated function. */
  private callsItself(node: Of<'FunctionDef'>): boolean {
    const own = this.c.variable(node);
    return node.body.some((all) => hasNode(all, (one) => one.nodeType === 'Name' && this.c.variable(one) === own));
  }

  /** The last line of the function's head. A comment after it belongs to the head. */
  private headEnd(node: Of<'FunctionDef'>): number {
    const first = node.body[0]!;
    return Math.max(node.lineno, Math.min(first.lineno - 1, node.returns?.end_lineno ?? this.lastOfArguments(node)));
  }

  private lastOfArguments(node: Of<'FunctionDef'>): number {
    const ends = childrenOf(node.args).map((one) => one.end_lineno ?? 0);
    return Math.max(node.lineno, ...ends);
  }

  private decorators(node: Of<'FunctionDef'>): { modes: string[]; others: string[] } {
    const { c, s } = this;
    const modes: string[] = [];
    const others: string[] = [];
    for (const one of node.decorator_list) {
      const callee = one.nodeType === 'Call' ? one.func : one;
      const path = c.path(callee) ?? dotted(callee) ?? '';
      if (MODES.test(path)) modes.push(s.e.text(callee));
      else if (path === 'functools.cached_property') modes.push(`${c.helper('cached')}(this, '${node.name}')`);
      else if (path === 'functools.cache') others.push(c.helper('cache'));
      else if (path === 'functools.lru_cache') others.push(this.cacheOf(one));
      else if (path === 'functools.wraps' && one.nodeType === 'Call')
        others.push(`${c.helper('wraps')}(${one.args.map((arg) => s.e.text(arg)).join(', ')})`);
      else if (callee.nodeType === 'Attribute' && callee.attr === 'register' && s.e.builtins.isDispatch(callee.value))
        others.push(`${s.e.text(callee.value)}.register(${this.dispatched(one, node).join(', ')})`);
      else if (path === 'contextlib.contextmanager') others.push(c.helper('contextmanager'));
      else if (this.isDescriptor(one)) c.fail(one, t('this decorator of a method is not converted'));
      else if (!KNOWN.test(path)) others.push(`${c.type(one).k === 'class' ? 'new ' : ''}${s.e.text(one)}`);
    }
    return { modes, others };
  }

  /** True for a class that takes the place of a method and answers for it, by `__get__`. */
  private isDescriptor(node: Expr): boolean {
    const type = this.c.type(node);
    return (type.k === 'class' || type.k === 'obj') && type.of.method('__get__') !== null;
  }

  /** The types for which `@f.register` tells a function: those that it names, or that of the first parameter. */
  private dispatched(decorator: Expr, node: Of<'FunctionDef'>): string[] {
    const { c, s } = this;
    const [first] = decorator.nodeType === 'Call' ? decorator.args : [positional(node.args)[0]?.annotation];
    if (!first) return c.fail(node, t('this type is not known here'));
    const all = first.nodeType === 'BinOp' ? [first.left, first.right] : [first];
    return all.map(
      (one) => s.e.builtins.kindName(one.nodeType === 'Subscript' ? one.value : one) ?? c.fail(node, t('this type is not known here')),
    );
  }

  /** `@lru_cache(maxsize=…)`. Without a limit, it is `@cache`. */
  private cacheOf(node: Expr): string {
    const { c, s } = this;
    if (node.nodeType !== 'Call') return `${c.helper('lru_cache')}()`;
    const most = node.args[0] ?? node.keywords.find(({ arg }) => arg === 'maxsize')?.value;
    if (!most) return `${c.helper('lru_cache')}()`;
    const isEndless = most.nodeType === 'Constant' && (most.value === null || most.value === undefined);
    return isEndless ? c.helper('cache') : `${c.helper('lru_cache')}(${s.e.text(most)})`;
  }

  docstring(node: Of<'FunctionDef'> | Of<'ClassDef'>): void {
    const [first] = node.body;
    if (first?.nodeType === 'Expr' && first.value.nodeType === 'Constant' && typeof first.value.value === 'string')
      this.c.out.write(comment(first.value.value));
  }

  /** The statements of a function, without its docstring. */
  statements(node: Of<'FunctionDef'> | Of<'ClassDef'>): Stmt[] {
    const [first, ...rest] = node.body;
    const isText = first?.nodeType === 'Expr' && first.value.nodeType === 'Constant' && typeof first.value.value === 'string';
    return isText ? rest : node.body;
  }

  /** The text between the braces of a function. */
  body(node: Of<'FunctionDef'>, func: Func, modes: readonly string[], before: readonly string[], statements = this.statements(node)): void {
    const { c, s } = this;
    const { out } = c;
    c.functions.push(func);
    s.loops.apart(() => {
      const write = () => s.inside(statements, () => before.forEach((line) => out.write(line)));
      if (modes.length === 0) write();
      else if (func.isGenerator) c.fail(node, t('a generator cannot run in a mode of gradients'));
      else {
        out.inside(() => {
          out.write(`return ${modes[0]}(() => {`);
          write();
          out.write('});');
        });
      }
    });
    c.functions.pop();
  }

  method(node: Of<'FunctionDef'>, name: string): void {
    const { c, s } = this;
    const { out } = c;
    const func = c.scopes.functions.get(node)!;
    const params = s.e.parameters.write(node);
    this.keepDefaults(params, func);
    const { modes, others } = this.decorators(node);
    if (others.length > 0 && func.kind !== 'method' && func.kind !== 'static')
      c.fail(node, t('this decorator of a method is not converted'));
    for (const one of [...others].reverse()) c.decorated.push(`${c.helper('decorate')}(${func.of!.js}, ${quote(name)}, ${one});`);
    this.docstring(node);
    const word = { static: 'static ', class: 'static ', property: 'get ', setter: 'set ', method: '', function: '' }[func.kind];
    // A property cannot be a generator itself: it gives what one makes.
    const isMade = func.isGenerator && func.kind === 'property';
    out.head(node.lineno, this.headEnd(node), `${word}${func.isGenerator && !isMade ? '*' : ''}${name}(${params.list}) {`);
    if (isMade)
      out.inside(() => {
        const made = c.fresh('made');
        out.write(`const ${made} = (function* (this: any) {`);
        this.body(node, func, modes, params.before);
        out.write('}).bind(this);');
        out.write(`return ${made}();`);
      });
    else this.body(node, func, modes, params.before);
    out.write('}');
  }

  /** The defaults of a method that all its calls share: the class keeps them, since its body has no place for a statement. */
  keepDefaults(params: { list: string; fixed: readonly { name: string; value: string }[] }, func: Func): void {
    for (const { name, value } of params.fixed) {
      this.c.out.write(`static ${name}: any = ${value};`);
      params.list = params.list.replace(new RegExp(`= ${name}\\b`), () => `= ${func.of!.js}.${name}`);
    }
  }

  /** True when a function in a method uses the object of the method. */
  private usesThis(node: Any): boolean {
    return hasNode(node, (one) => (one.nodeType === 'Name' && this.c.variable(one)?.js === 'this') || isSuper(one));
  }

  /** True when a statement leaves the function or a loop around it. */
  leaves(body: readonly Stmt[], inLoop = false): boolean {
    return body.some((one) => {
      if (one.nodeType === 'Return') return true;
      if ((one.nodeType === 'Break' || one.nodeType === 'Continue') && !inLoop) return true;
      if (this.yields(one)) return true;
      return blocksOf(one).some((block) => this.leaves(block.body, inLoop || block.isLoop));
    });
  }

  private yields(node: Any): boolean {
    if (node.nodeType === 'Yield' || node.nodeType === 'YieldFrom') return true;
    if (node.nodeType === 'FunctionDef' || node.nodeType === 'Lambda') return false;
    return childrenOf(node).some((child) => this.yields(child));
  }
}
