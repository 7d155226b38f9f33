/** The parameters of a function. */
import type { Type } from '../program/types.js';
import type { Variable } from '../program/variables.js';
import { positional, type Any, type Expr, type FunctionNode, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';

/** True for a parameter that the function gives another value. */
const isReassigned = ({ stores }: Variable): boolean => stores.some(({ node }) => node.nodeType !== 'Arg');

export class ParameterWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  /**
   * The parameters of a function as TypeScript has them.
   * `fixed`: defaults whose value must be read now, since the variable changes later. `before`: statements that begin
   * the body.
   */
  write(node: FunctionNode): { list: string; fixed: { name: string; value: string }[]; before: string[] } {
    const { c, e } = this;
    const func = c.scopes.functions.get(node)!;
    const { args } = node;
    const isBound = func.of !== null && func.kind !== 'static';
    const named = positional(args);
    const offset = named.length - args.defaults.length;
    const fixed: { name: string; value: string }[] = [];
    const before: string[] = [];
    const one = (arg: Of<'Arg'>, value: Expr | null | undefined): string => {
      const variable = c.variable(arg)!;
      if (!value) return `${variable.js}: ${this.typeText(variable.type)}`;
      let text = c.carried.has(variable) ? e.texts.carried(value) : e.text(value);
      const own = value.nodeType === 'Name' ? c.variable(value) : undefined;
      if (
        own &&
        own.importPath === null &&
        (own.stores.length > 1 || own.scope.kind === 'comprehension' || own.declaredBefore || own.name === arg.arg) &&
        own.type.k !== 'func' &&
        own.type.k !== 'class'
      ) {
        const name = c.fresh(`${own.name}_`);
        fixed.push({ name, value: text });
        text = name;
      } else if (
        /^(List|Dict|Set|Call)$/.test(value.nodeType) &&
        c.type(value).k !== 'tuple' &&
        !(value.nodeType === 'Call' && c.path(value.func)?.startsWith('torch.nn'))
      ) {
        const name = c.fresh(`${func.name.replace(/^_+/, '') || 'given'}_${arg.arg}`);
        fixed.push({ name, value: text });
        text = name;
      }
      const type = this.typeText(variable.type);
      const isClear = /^(number|string|boolean)$/.test(type) && !/^null$/.test(text);
      return isClear ? `${variable.js} = ${text}` : `${variable.js}: ${type} = ${text}`;
    };
    const written = named.flatMap((arg, i) => (isBound && i === 0 ? [] : [one(arg, args.defaults[i - offset])]));
    const only = (args.kwonlyargs ?? []).map((arg, i) => ({ arg, value: args.kw_defaults?.[i] }));
    if (args.vararg && (only.length > 0 || args.kwarg)) {
      const rest = c.variable(args.vararg)!.js;
      const keywords = args.kwarg ? c.variable(args.kwarg)!.js : c.fresh('keywords_');
      const word = (arg: Any | null | undefined): string => (arg && isReassigned(c.variable(arg)!) ? 'let' : 'const');
      before.push(`${word(args.kwarg)} ${keywords} = ${c.helper('take_named')}(${rest});`);
      for (const { arg, value } of only)
        before.push(
          `${word(arg)} ${c.variable(arg)!.js} = ${keywords}.${value ? `pop('${arg.arg}', ${e.text(value)})` : `pop('${arg.arg}')`};`,
        );
      written.push(`...${rest}: any[]`);
    } else {
      for (const { arg, value } of only) written.push(one(arg, value));
      if (args.kwarg) written.push(`${c.variable(args.kwarg)!.js} = ${c.helper('dict')}<string, any>()`);
      if (args.vararg) written.push(`...${c.variable(args.vararg)!.js}: any[]`);
    }
    if (args.vararg && c.keepsTuples) {
      const rest = c.variable(args.vararg)!;
      written[written.length - 1] = `...${rest.js}_: any[]`;
      const at = before.findIndex((line) => line.includes(`take_named`));
      if (at >= 0) before[at] = before[at]!.replace(`(${rest.js})`, `(${rest.js}_)`);
      before.push(`${isReassigned(rest) ? 'let' : 'const'} ${rest.js} = ${c.helper('tuple')}(...${rest.js}_);`);
    }
    return { list: written.join(', '), fixed, before };
  }

  typeText(type: Type): string {
    const { c } = this;
    const text = c.typeOf(type);
    if (/\btorch\b/.test(text)) void c.torch;
    return text.replaceAll(/\btorch\b/g, c.torchName);
  }
}
