/** The command line arguments that the program gives to `argparse`. In a model file, each argument has its default. */
import { t } from '../../../protocol/l10n.js';
import type { Expr } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';

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
    c.options.push({ name, value: given ? e.text(given) : (flag ?? 'null') });
    return '';
  }
}
