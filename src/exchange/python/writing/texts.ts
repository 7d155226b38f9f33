/** Values as text: f-strings, and the results of `str` and `repr`. */
import { t } from '../../../protocol/l10n.js';
import { hasDoubtfulKeys, holdsUnknown, isDoubtful, shownType } from '../program/shown.js';
import { withoutNone, type Type } from '../program/types.js';
import type { Any, Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { atom, quote, type Written } from './written.js';

export class TextWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  template(node: Of<'JoinedStr'>): Written {
    const escape = (text: string) =>
      text
        .replaceAll('\\', '\\\\')
        .replaceAll('`', '\\`')
        .replaceAll('${', '\\${')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n');
    const parts = node.values.map((one) => {
      if (one.nodeType === 'Constant') return escape(String(one.value));
      if (one.nodeType !== 'FormattedValue') return this.c.fail(one, t('this part of the text is not converted'));
      return `\${${this.formatted(one)}}`;
    });
    if (node.values.every((one) => one.nodeType === 'Constant')) return atom(quote(node.values.map((one) => String(one.value)).join('')));
    return atom(`\`${parts.join('')}\``);
  }

  /** The text of a value that is not shown by itself: a type, or the result of `argparse`. */
  special(node: Expr): string | null {
    const { c } = this;
    const type = c.type(node);
    if (type.k === 'inst' && type.path === 'argparse.Namespace') {
      const types = [...c.facts.options].flatMap(([name, one]) => (shownType(one) === '' ? [] : [`${name}: ${quote(shownType(one))}`]));
      return `${c.helper('namespace')}(${[this.e.text(node), ...(types.length > 0 ? [`{ ${types.join(', ')} }`] : [])].join(', ')})`;
    }
    // A range is a list here: it is shown where it is made.
    const isMade = node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'range' && !c.variable(node.func);
    if (isMade && node.args.every((one) => one.nodeType !== 'Starred'))
      return `\`range(${[...(node.args.length === 1 ? ['0'] : []), ...node.args.map((one) => `\${${this.e.text(one)}}`)].join(', ')})\``;
    const [of] =
      node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'type' && !c.variable(node.func) ? node.args : [];
    if (!of) return null;
    const own = c.type(of);
    const plain = { none: 'NoneType', tuples: 'tuple' }[own.k as 'none'] ?? own.k;
    // not operations: names of Python's types
    if (/^(int|float|str|bool|list|tuple|dict|set|NoneType)$/.test(plain)) return quote(`<class '${plain}'>`);
    if (own.k === 'inst' && own.path.startsWith('torch.'))
      c.fail(node, t('this class has another name in PyTorch, which is not known here'));
    return null;
  }

  private formatted(node: Of<'FormattedValue'>): string {
    const { c } = this;
    const known = node.format_spec ? null : this.special(node.value);
    if (known !== null) return known;
    const type = c.type(node.value);
    const spec = node.format_spec?.nodeType === 'JoinedStr' ? node.format_spec : null;
    const written = spec ? this.template(spec).text : '';
    if (node.conversion === 114 || node.conversion === 97) {
      const text = this.shown(node.conversion === 97 ? 'ascii' : 'repr', node.value);
      return spec ? `${c.helper('fmt')}(${text}, ${written})` : text;
    }
    // `!s`: the field shows a string, not a number.
    if (node.conversion === 115 && spec) return `${c.helper('fmt')}(${this.shown('str', node.value)}, ${written})`;
    if (!spec || written === "''") {
      const of = withoutNone(type);
      if (type.k === 'str' || (type.k === 'int' && !this.isCarried(node.value) && !c.largeInts && !/[*]/.test(this.e.text(node.value))))
        return this.e.text(node.value);
      const formats = of.k === 'obj' && of.of.method('__format__') !== null;
      if (of.k === 'tensor' || formats) return `${c.helper('fmt')}(${this.e.text(node.value)})`;
      if (of.k !== 'any') return this.shown('str', node.value);
      const own = this.typeFor(node.value);
      return `${c.helper('fmt')}(${this.e.text(node.value)}${own === null ? '' : `, '', ${own}`})`;
    }
    const own = /[a-zA-Z%]'$/.test(written) ? null : this.typeFor(node.value);
    return `${c.helper('fmt')}(${this.e.text(node.value)}, ${written}${own === null ? '' : `, ${own}`})`;
  }

  /** A value in the form of Python's `str` or `repr`. */
  shown(helper: 'str' | 'repr' | 'ascii', node: Expr): string {
    const { c } = this;
    const type = c.type(node);
    if (helper === 'str' && type.k === 'str') return this.e.text(node);
    const known = this.special(node);
    if (known !== null) return known;
    const own = this.typeFor(node);
    return `${c.helper(helper)}(${this.e.text(node)}${own === null ? '' : `, ${own}`})`;
  }

  /**
   * The type with which a value is shown, as an expression of the written text; null where the value tells enough. Where
   * it is not known, it is noted.
   */
  typeFor(node: Expr): string | null {
    const { c } = this;
    const type = c.type(node);
    if (this.isCarried(node)) return null;
    const keyed = isDoubtful(type) ? c.paired.of(node) : null;
    if (keyed && [...keyed.types.values()].every((one) => !isDoubtful(one))) {
      const known = [...keyed.types].flatMap(([name, one]) =>
        shownType(one) === '' ? [] : [`${/^[A-Za-z_]\w*$/.test(name) ? name : quote(name)}: ${quote(shownType(one))}`],
      );
      return `${c.helper('type_at')}({ ${known.join(', ')} }, ${this.e.text(keyed.key)})`;
    }
    const made = node.nodeType === 'DictComp' && isDoubtful(type) ? c.paired.entriesMade(node) : null;
    if (made && [...made].every(([name, one]) => /^\w+$/.test(name) && !isDoubtful(one)))
      return quote(`fields[${[...made].map(([name, one]) => `${name}, ${shownType(one) || 'any'}`).join(', ')}]`);
    this.doubt(node, type);
    const own = this.shownTypeOf(node);
    return own === '' ? null : quote(own);
  }

  /** An argument that is carried with its type. */
  carried(node: Expr): string {
    const type = this.typeFor(node);
    const text = this.e.comprehensions.argument(node);
    return type === null ? text : `${this.c.helper('typed')}(${text}, ${type})`;
  }

  private isCarried(node: Expr): boolean {
    const variable = node.nodeType === 'Name' ? this.c.variable(node) : undefined;
    return variable !== undefined && this.c.carried.has(variable);
  }

  /** The type with which a value is shown. For a list literal, it may name the type of each element. */
  shownTypeOf(node: Expr): string {
    const own = (one: Expr): string => shownType(this.c.type(one)) || 'any';
    const isMixed =
      node.nodeType === 'List' &&
      isDoubtful(this.c.type(node)) &&
      node.elts.every((one) => one.nodeType !== 'Starred' && !isDoubtful(this.c.type(one)));
    return isMixed ? `list[${node.elts.map(own).join(', ')}]` : shownType(this.c.type(node));
  }

  readonly doubts: { node: Any; text: string }[] = [];
  /** True when a value is printed of which nothing is known. */
  showsUnknown = false;

  /** Notes that a whole number may be printed as an int where Python prints a float. */
  doubt(node: Expr, type: Type): void {
    if (holdsUnknown(type)) this.showsUnknown = true;
    if (this.c.kept && !hasDoubtfulKeys(type)) return;
    if (isDoubtful(type) && !/,/.test(node.nodeType === 'List' ? this.shownTypeOf(node) : ''))
      this.doubts.push({ node, text: this.c.source.of(node) });
  }
}
