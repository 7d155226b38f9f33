/** Calls of matplotlib. They are kept as they stand, except that a tensor is plotted without `.numpy()`. */
import { t } from '../../../protocol/l10n.js';
import { isPlot, PYPLOT } from '../inference/plots.js';
import { withoutNone } from '../program/types.js';
import type { Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { call, LEVEL, type Written } from './written.js';

export class PlotWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /** A function of pyplot. */
  call(node: Of<'Call'>, path: string): Written {
    const { c, e } = this;
    if (path === 'matplotlib.use') return call('undefined');
    return call(`${e.libraryNames.write(node.func, path)}(${e.arguments.byName(withTensors(node, c))})`);
  }

  /** A method of a figure or of axes. */
  method(node: Of<'Call'>, func: Of<'Attribute'>): Written {
    const { c, e } = this;
    return call(`${e.text(func.value, LEVEL.call)}.${func.attr}(${e.arguments.byName(withTensors(node, c))})`);
  }

  /** A name of pyplot. Fails for a name that pyplot does not have here. */
  name(node: Expr, path: string): string {
    const { c } = this;
    const [, , name, ...rest] = path.split('.');
    if (!path.startsWith('matplotlib.pyplot') || (name !== undefined && !PYPLOT.has(name)))
      return c.fail(node, t("'{0}' is not here", path));
    return [c.plt, ...(name === undefined ? [] : [name]), ...rest].join('.');
  }

  /** `axes[0, 1]`: a list of rows has no such index. Null when the value is not a grid of axes. */
  element(node: Of<'Subscript'>): Written | null {
    const { e } = this;
    const type = withoutNone(this.c.type(node.value));
    if (!isPlot(type) || node.slice.nodeType !== 'Tuple') return null;
    return call(`${e.text(node.value, LEVEL.call)}${node.slice.elts.map((one) => `[${e.text(one)}]!`).join('')}`);
  }

  /** `axes.flat`, which is a function here. */
  member(node: Of<'Attribute'>): Written | null {
    if (node.attr !== 'flat' || !isPlot(withoutNone(this.c.type(node.value)))) return null;
    return call(`${this.e.text(node.value, LEVEL.call)}.flatten()`);
  }
}

/** The call without `.numpy()` on its tensors, since tensors can be plotted themselves. */
function withTensors(node: Of<'Call'>, c: Context): Of<'Call'> {
  const plain = (one: Expr): Expr => {
    if (one.nodeType !== 'Call' || one.func.nodeType !== 'Attribute' || one.func.attr !== 'numpy' || one.args.length > 0) return one;
    return c.type(one.func.value).k === 'tensor' ? one.func.value : one;
  };
  return { ...node, args: node.args.map(plain), keywords: node.keywords.map((one) => ({ ...one, value: plain(one.value) })) };
}
