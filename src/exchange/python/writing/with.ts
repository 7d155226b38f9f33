/** `with`. Gradient modes are written as functions, everything else with `try` and `finally`. */
import { t } from '../../../protocol/l10n.js';
import { childrenOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Statements } from './statements.js';

const MODES =
  /^torch\.(no_grad|inference_mode|enable_grad|set_grad_enabled|autograd\.no_grad|autograd\.graph\.(saved_tensors_hooks|save_on_cpu|disable_saved_tensors_hooks)|nn\.utils\.parametrize\.cached|(cuda\.)?(amp\.)?autocast)$/;
/** Context managers that have no effect here. */
const NOTHING =
  /^(warnings\.catch_warnings|contextlib\.nullcontext|torch\.autograd\.set_detect_anomaly|torch\.autograd\.detect_anomaly|torch\.profiler\.record_function|numpy\.errstate)$/;

export class WithWriter {
  constructor(
    private readonly c: Context,
    private readonly s: Statements,
  ) {}

  write(node: Of<'With'>): void {
    this.items(node, 0);
  }

  private items(node: Of<'With'>, at: number): void {
    const item = node.items[at];
    if (!item) return this.s.block(node.body);
    const { c, s } = this;
    const { out } = c;
    const { context_expr: expr, optional_vars: target } = item;
    const callee = expr.nodeType === 'Call' ? expr.func : expr;
    const path = c.path(callee) ?? '';
    const isLast = at === node.items.length - 1;
    const body = () => (isLast ? s.inside(node.body) : out.inside(() => this.items(node, at + 1)));
    const line = expr.end_lineno ?? node.lineno;
    if (MODES.test(path)) return this.mode(node, expr, callee, path, body, line, isLast);
    if (NOTHING.test(path)) {
      const [value] = expr.nodeType === 'Call' ? expr.args : [];
      if (target && path !== 'contextlib.nullcontext') c.fail(node, t("this 'with' has no counterpart"));
      if (path === 'numpy.errstate' && /'raise'|"raise"/.test(c.source.of(expr))) c.fail(node, t("this 'with' has no counterpart"));
      out.head(node.lineno, line, '{');
      if (target) out.inside(() => out.write(s.assignments.given(target, value ? s.e.text(value) : 'null')));
      body();
      return out.write('}');
    }
    if (path === 'contextlib.suppress' && expr.nodeType === 'Call') {
      const kinds = expr.args.map((one) => s.e.text(one)).join(', ');
      out.head(node.lineno, line, 'try {');
      body();
      out.write('} catch (error) {');
      out.inside(() => out.write(`if (!${c.helper('catches')}(error, ${kinds})) throw error;`));
      return out.write('}');
    }
    const type = c.type(expr);
    const isStream = type.k === 'inst' && /^(io\.StringIO|contextlib\.ExitStack)$/.test(type.path);
    const isOwn = isStream || (type.k === 'obj' && type.of.method('__enter__'));
    const isMade = type.k === 'iter';
    const isMode = type.k === 'lib' && type.path === 'torch.mode';
    if (!isOwn && !isMade && !isMode && type.k !== 'any') c.fail(node, t("this 'with' has no counterpart"));
    if (path !== '' && !isStream && path !== 'contextlib.redirect_stdout') c.fail(node, t("'{0}' is not here", path));
    const name = c.fresh('context');
    out.head(node.lineno, line, `const ${name} = ${s.e.text(expr)};`);
    const enter = `${name}.__enter__()`;
    out.write(target ? s.assignments.given(target, enter) : `${enter};`);
    const ended = this.seesErrors(expr) ? c.fresh('failed') : null;
    if (ended) out.write(`let ${ended} = false;`);
    out.write('try {');
    body();
    if (ended) {
      const error = c.fresh('error');
      out.write(`} catch (${error}: any) {`);
      out.inside(() => {
        out.write(`${ended} = true;`);
        out.write(`if (!${name}.__exit__(${error}.constructor, ${error}, null)) throw ${error};`);
      });
      out.write('} finally {');
      out.inside(() => out.write(`if (!${ended}) ${name}.__exit__(null, null, null);`));
      out.write('}');
      return;
    }
    out.write('} finally {');
    out.inside(() => out.write(`${name}.__exit__(null, null, null);`));
    out.write('}');
  }

  /** True when a context manager must get the error: it may read it or suppress it. */
  private seesErrors(expr: Expr): boolean {
    const { c } = this;
    const type = c.type(expr);
    if (type.k === 'lib') return false;
    if (type.k === 'obj') {
      const exit = type.of.method('__exit__');
      return exit !== null && (exit.result.k !== 'none' || exit.params.slice(1).some((one) => one.uses.length > 0));
    }
    const made = expr.nodeType === 'Call' ? c.type(expr.func) : null;
    return made?.k !== 'func' || !this.endsAlways(made.func.node);
  }

  /** True when a generator leaves its `yield` only by `finally`. */
  private endsAlways(node: Any): boolean {
    const tries: Any[] = [];
    const visit = (one: Any): void => {
      if (one.nodeType === 'Try') tries.push(one);
      childrenOf(one).forEach(visit);
    };
    visit(node);
    return tries.length > 0 && tries.every((one) => one.nodeType === 'Try' && one.handlers.length === 0);
  }

  private mode(node: Of<'With'>, expr: Expr, callee: Expr, path: string, body: () => void, line: number, isLast: boolean): void {
    const { c, s } = this;
    const { out } = c;
    const isCast = path.endsWith('autocast');
    const args = expr.nodeType === 'Call' ? (isCast ? [s.e.arguments.byName(expr)] : expr.args.map((one) => s.e.text(one))) : [];
    const isGraph = path.includes('.graph.');
    const given = isGraph && !path.endsWith('save_on_cpu') ? args.join(', ') : isCast && args[0] ? args[0] : null;
    const mode = path.endsWith('set_grad_enabled') ? (args[0] ?? 'true') : given;
    const name = isCast ? castName(path, c.torch) : isGraph ? s.e.text(callee) : s.e.text(callee).replace('autograd.', '');
    const open = mode === null ? `${name}(() => {` : `${name}(${mode}, () => {`;
    const last = node.body.at(-1);
    const others = node.body.slice(0, -1);
    const returns = isLast && last?.nodeType === 'Return' && !s.functions.leaves(others);
    if (returns || !s.functions.leaves(node.body)) {
      out.head(node.lineno, line, `${returns ? 'return ' : ''}${open}`);
      s.loops.apart(body);
      return out.write('});');
    }
    if (path.endsWith('.cached')) c.fail(node, t("a 'return' out of 'cached' is not converted"));
    if (isGraph) c.fail(node, t("this 'with' has no counterpart"));
    if (isCast) {
      const cast = c.fresh('cast');
      out.head(node.lineno, line, `const ${cast} = ${name}(${mode ?? ''});`);
      out.write(`${cast}.__enter__();`);
      out.write('try {');
      body();
      out.write('} finally {');
      out.inside(() => out.write(`${cast}.__exit__();`));
      return out.write('}');
    }
    const before = c.fresh('before');
    const torch = c.torch;
    out.head(node.lineno, line, `const ${before} = ${torch}.is_grad_enabled();`);
    out.write(`${torch}.set_grad_enabled(${mode ?? (path.endsWith('enable_grad') ? 'true' : 'false')});`);
    out.write('try {');
    body();
    out.write('} finally {');
    out.inside(() => out.write(`${torch}.set_grad_enabled(${before});`));
    out.write('}');
  }
}

const castName = (path: string, torch: string): string => `${torch}.${path.includes('cuda') ? 'cuda.amp.' : ''}autocast`;
