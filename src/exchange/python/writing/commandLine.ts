/** The command line arguments that the program gives to `argparse`. In a model file, each argument has its default. */
import { t } from '../../../protocol/l10n.js';
import type { Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { quote } from './written.js';

export class CommandLine {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** `parser.add_argument(…)`: the argument is kept for `parse_args`. */
  option(node: Expr): string | null {
    const { c, e } = this;
    if (node.nodeType !== 'Call' || node.func.nodeType !== 'Attribute') return null;
    const of = c.type(node.func.value);
    if (of.k !== 'inst' || !of.path.startsWith('argparse.')) return null;
    if (node.func.attr === 'set_defaults') {
      for (const { arg, value } of node.keywords) if (arg) c.options.push({ name: arg, value: e.text(value) });
      return '';
    }
    if (node.func.attr !== 'add_argument') return c.fail(node, t("'{0}' of argparse is not converted", node.func.attr));
    const names = node.args.map((one) => (one.nodeType === 'Constant' ? String(one.value) : ''));
    const long = names.find((name) => name.startsWith('--')) ?? names.find((name) => name.startsWith('-'));
    const keyword = (name: string) => node.keywords.find((one) => one.arg === name)?.value;
    const own = keyword('dest');
    const name = own?.nodeType === 'Constant' ? String(own.value) : (long ?? names[0] ?? '').replace(/^-+/, '').replaceAll('-', '_');
    const given = keyword('default');
    const action = keyword('action');
    if (!long && !given) return c.fail(node, t('an argument of the command line without a default has no value here'));
    const flag = action?.nodeType === 'Constant' ? ({ store_true: 'false', store_false: 'true' }[String(action.value)] ?? null) : null;
    const does = action?.nodeType === 'Constant' ? String(action.value) : action ? c.path(action) : 'store';
    const count = keyword('nargs');
    const many = count === undefined ? undefined : count.nodeType === 'Constant' ? count.value : null;
    const kind = keyword('type');
    const type = kind === undefined ? 'str' : kind.nodeType === 'Name' && !c.variable(kind) ? kind.id : '';
    const isWord = does === 'store';
    c.options.push({
      name,
      value: given ? e.text(given) : (flag ?? 'null'),
      flags: names,
      takes: !isWord ? 0 : typeof many === 'number' ? many : many === '+' || many === '*' ? Infinity : 1,
      read: (words) => {
        if (does === 'store_true' || does === 'store_false') return String(does === 'store_true');
        const all = words.map((word) => textOf(word, type));
        if (!isWord || many === null || many === '?' || all.includes(null)) return null;
        return many === undefined ? all[0]! : `[${all.join(', ')}]`;
      },
    });
    return '';
  }
}

/** The text of a word of the command line that is read as a value of Python's type. */
function textOf(word: string, type: string): string | null {
  if (type === 'str') return quote(word);
  if (type === 'int') return /^-?\d+$/.test(word) ? word : null;
  if (type !== 'float' || word.trim() === '' || !Number.isFinite(Number(word))) return null;
  return Number.isInteger(Number(word)) ? `${Number(word)}.0` : String(Number(word));
}

/** The options with their values: the defaults, and what the program itself writes as the line of the command. */
export function optionsOf(c: Context, e: Expressions, node: Of<'Call'>): [name: string, value: string][] {
  const all = new Map(c.options.map((one) => [one.name, one.value]));
  const [line] = node.args;
  const words = line?.nodeType === 'List' ? line.elts.map((one) => (one.nodeType === 'Constant' ? one.value : null)) : [];
  if (words.length === 0 || !words.every((one) => typeof one === 'string')) {
    e.takesNoArguments(node);
    return [...all];
  }
  const open = c.options.filter(({ flags = [] }) => flags.length > 0 && !flags[0]!.startsWith('-'));
  const isFlag = (word: string | undefined): boolean => word === undefined || c.options.some(({ flags }) => flags?.includes(word));
  for (let at = 0; at < words.length;) {
    const [word = '', joined] = words[at]!.startsWith('--') ? words[at]!.split(/=(.*)/s) : [words[at]!];
    const option = isFlag(word) ? c.options.find(({ flags }) => flags?.includes(word)) : open.shift();
    if (isFlag(word)) at++;
    const given: string[] = joined === undefined ? [] : [joined];
    while (option && joined === undefined && given.length < (option.takes ?? 0) && !isFlag(words[at])) given.push(words[at++]!);
    const isWhole = option && (given.length === option.takes || (option.takes === Infinity && given.length > 0));
    const value = isWhole ? option.read?.(given) : null;
    if (!option || typeof value !== 'string') {
      c.fail(line!, t('here every argument of the command line has its default'));
      break;
    }
    all.set(option.name, value);
  }
  return [...all];
}
