/** The arguments of a call. */
import { t } from '../../../protocol/l10n.js';
import type { Func } from '../program/classes.js';
import { inside } from '../program/types.js';
import { positional, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { hasEffects } from './laziness.js';
import { LEVEL, quote } from './written.js';

// not operations: types of Python, and the dtypes of PyTorch for them.
const DTYPES: Readonly<Record<string, string>> = { bool: 'bool', int: 'int64', float: 'float64', complex: 'complex128' };

export class ArgumentWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** The arguments for a function with known parameters, in the order of the parameters. */
  inOrder(func: Func, node: Of<'Call'>, isBound: boolean): string {
    const { c, e } = this;
    const { args: declared } = func.node;
    const only = (declared.kwonlyargs ?? []).map((arg) => arg.arg);
    const places = positional(declared).slice(isBound && func.kind !== 'static' ? 1 : 0);
    const named = places.map((arg) => arg.arg);
    const carries = (arg: Any | undefined): boolean => arg !== undefined && c.carried.has(c.variable(arg)!);
    const written = node.args.map((one, i) => (carries(places[i]) ? e.texts.carried(one) : this.given(one)));
    const takesRest = declared.vararg !== null && declared.vararg !== undefined;
    const isMarked = takesRest && (only.length > 0 || Boolean(declared.kwarg));
    if (isMarked) {
      const mine = node.keywords.map(({ arg, value }) =>
        arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`,
      );
      if (mine.length === 0) return written.join(', ');
      // What is given by name stands behind the parameters that are given by their places.
      const isOpen = node.args.some((one) => one.nodeType === 'Starred');
      const missing = isOpen ? [] : places.slice(written.length);
      const byPlace = missing.map(({ arg }) => node.keywords.find((one) => one.arg === arg)?.value);
      const rest = mine.filter((_, i) => !missing.some(({ arg }) => arg === node.keywords[i]!.arg));
      const all = [...written, ...byPlace.map((value) => (value ? e.text(value) : 'undefined'))];
      const last = rest.length > 0 ? [`${c.helper('named')}({ ${rest.join(', ')} })`] : [];
      return (
        isOpen && places.length > 0 ? [`...${c.helper('filled')}([${all.join(', ')}], ${places.length})`, ...last] : [...all, ...last]
      ).join(', ');
    }
    const hasStar = node.args.some((one) => one.nodeType === 'Starred');
    if (node.keywords.length === 0) return written.join(', ');
    const spread = node.keywords.find((one) => !one.arg);
    const order = [...named, ...only];
    const extra = node.keywords.filter(({ arg }) => arg && !order.includes(arg));
    if (hasStar && !spread) {
      if (extra.length > 0) c.fail(node, t('arguments by * and by name together are not converted'));
      return this.starred(node, written, this.named(node), order);
    }
    if (spread) {
      const known = node.keywords.filter((one) => one.arg).map(({ arg, value }) => `${arg}: ${e.text(value)}`);
      const source =
        known.length > 0 ? `{ ...${c.helper('keywords')}(${e.text(spread.value)}), ${known.join(', ')} }` : e.text(spread.value);
      if (declared.kwarg) {
        if (hasStar) return `...${c.helper('spread_after')}([${written.join(', ')}], ${source}, [${order.map(quote).join(', ')}])`;
        return [...written, `...${c.helper('spread')}(${source}, [${order.slice(written.length).map(quote).join(', ')}])`].join(', ');
      }
      const from = hasStar
        ? `${written.join(', ')}, ...${c.helper('by_name')}(${source}, [${order.map(quote).join(', ')}], [${written.join(', ')}].length)`
        : [...written, `...${c.helper('by_name')}(${source}, [${order.slice(written.length).map(quote).join(', ')}])`].join(', ');
      return from;
    }
    const all = [...written];
    for (const name of order.slice(written.length)) {
      const keyword = node.keywords.find((one) => one.arg === name);
      const isCarried = carries([...places, ...(declared.kwonlyargs ?? [])].find((one) => one.arg === name));
      all.push(keyword ? (isCarried ? e.texts.carried(keyword.value) : e.comprehensions.argument(keyword.value)) : 'undefined');
    }
    if (declared.kwarg && extra.length > 0)
      all.push(`${c.helper('dict')}({ ${extra.map(({ arg, value }) => `${arg}: ${e.text(value)}`).join(', ')} })`);
    else if (extra.length > 0) c.fail(node, t("'{0}' has no parameter '{1}'", func.name, extra[0]!.arg!));
    else while (all.at(-1) === 'undefined') all.pop();
    return all.join(', ');
  }

  /**
   * Arguments by `*` together with others by name: how many parameters the first take, only the run knows.
   * @param source the text of the object with those by name
   */
  starred(node: Of<'Call'>, written: readonly string[], source: string, names: readonly string[]): string {
    const { c } = this;
    // They are written twice.
    if (node.args.some((one) => hasEffects(one, c))) c.fail(node, t('arguments by * and by name together are not converted'));
    const all = written.join(', ');
    return `${all}, ...${c.helper('by_name')}(${source}, [${names.map(quote).join(', ')}], [${all}].length)`;
  }

  /** The arguments of a call of PyTorch. Keywords become an object at the end. */
  byName(node: Of<'Call'>, more: readonly string[] = []): string {
    return this.written(node, more, (one, isState) => this.argument(one, isState));
  }

  /** The arguments of a call of what may be a function of the program: it gets the dicts and tuples themselves. */
  asTheyAre(node: Of<'Call'>): string {
    return this.written(node, [], (one) => this.given(one));
  }

  private written(node: Of<'Call'>, more: readonly string[], argument: (one: Expr, isState?: boolean) => string): string {
    const { c, e } = this;
    // PyTorch takes a dict of tensors where it takes one of its own.
    const isState = node.func.nodeType === 'Attribute' && node.func.attr === 'load_state_dict';
    const written = node.args.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : argument(one, isState)));
    const keywords = node.keywords.map(({ arg, value }) => {
      if (!arg) return `...${c.helper('keywords')}(${e.text(value)})`;
      const text = (arg === 'dtype' && this.dtype(node, value)) || argument(value);
      return text === arg ? arg : `${arg}: ${text}`;
    });
    const all = [...keywords, ...more];
    if (all.length > 0) written.push(`{ ${all.join(', ')} }`);
    return written.join(', ');
  }

  /** The dtype for a type of Python, which PyTorch takes as one; null for anything else. */
  private dtype({ func }: Of<'Call'>, value: Expr): string | null {
    const { c } = this;
    if (value.nodeType !== 'Name' || c.variable(value) || !/^torch\./.test(c.path(func) ?? '')) return null;
    const name = DTYPES[value.id];
    return name === undefined ? null : `torch.${name}`;
  }

  /** The keywords of a call as an object. */
  named(node: Of<'Call'>): string {
    const { c, e } = this;
    const all = node.keywords.map(({ arg, value }) => (arg ? `${arg}: ${e.text(value)}` : `...${c.helper('keywords')}(${e.text(value)})`));
    return `{ ${all.join(', ')} }`;
  }

  /** Tuples of sizes, dims and the like become plain lists. Dicts become objects. */
  private argument(node: Expr, isState = false): string {
    const { c, e } = this;
    const floats = e.noted.get(node);
    if (floats) {
      e.noted.delete(node);
      return `${c.helper('floats_at')}(${this.argument(node)}, [${floats.join(', ')}])`;
    }
    if (node.nodeType === 'Tuple') return e.bare(node);
    if (node.nodeType === 'Dict' && node.keys.every((key) => key?.nodeType === 'Constant')) return this.objectOf(node);
    if (node.nodeType === 'List')
      return `[${node.elts.map((one) => (one.nodeType === 'Starred' ? e.write(one).text : this.argument(one))).join(', ')}]`;
    const type = c.type(node);
    if (type.k === 'dict' || (isState && type.k === 'any')) return `${c.helper('keywords')}(${e.text(node)})`;
    if (type.k === 'list' && inside(type.cell).k === 'dict') return `${e.text(node, LEVEL.call)}.map(${c.helper('keywords')})`;
    if (type.k === 'range' && node.nodeType === 'Call') return e.text(node);
    return e.comprehensions.argument(node);
  }

  private objectOf(node: Of<'Dict'>): string {
    const entries = node.keys.map((key, i) => {
      const name = String((key as Of<'Constant'>).value);
      return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: ${this.argument(node.values[i]!)}`;
    });
    return `{ ${entries.join(', ')} }`;
  }

  /** The positional arguments, as they stand. */
  plain(node: Of<'Call'>): string[] {
    return node.args.map((one) => this.given(one));
  }

  private given(node: Expr): string {
    return node.nodeType === 'Starred' ? this.e.write(node).text : this.e.comprehensions.argument(node);
  }
}
