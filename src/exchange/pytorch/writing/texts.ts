/** Strings with values in them. */
import { atom, type Code, escaped, level, quoted, within } from './code.js';
import { bare, isCall, methodName, type Node, type Of, receiver } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** The code and the format with which a value is printed as in the model file. */
function shown(w: Writer, node: Node): { code: Code; format: string } {
  const inner = bare(node);
  if (isCall(inner) && methodName(inner) === 'toFixed') {
    const digits = inner.arguments[0] as Node | undefined;
    if (!digits || bare(digits).type === 'NumericLiteral')
      return { code: w.expression(receiver(inner)), format: `:.${digits ? w.write(digits) : '0'}f` };
    return { code: w.expression(receiver(inner)), format: `:.{${w.write(digits)}}f` };
  }
  if (isCall(inner) && methodName(inner) === 'toPrecision' && inner.arguments[0]) return { code: w.expression(inner), format: '' };
  return { code: printed(w, inner), format: '' };
}

/** A value in the form that `print` must get. */
export function printed(w: Writer, node: Node): Code {
  const kind = w.kinds.of(node);
  const inner = bare(node);
  if (isCall(inner) && methodName(inner) === 'toFixed') return atom(fixedText(w, inner));
  return kind.is === 'number' || kind.is === 'any' ? atom(`${w.use('as_text')}(${w.write(node)})`) : w.expression(node);
}

function fixedText(w: Writer, node: Of<'CallExpression' | 'OptionalCallExpression'>): string {
  const { code, format } = shown(w, node);
  return formatted([{ code, format }], ['', '']);
}

/** `x.toFixed(2)` outside a template. */
export const toFixed = (w: Writer, node: Of<'CallExpression' | 'OptionalCallExpression'>): Code => atom(fixedText(w, node));

/** A value as a string, for `+` with other strings. */
export function textOf(w: Writer, node: Node): Code {
  const kind = w.kinds.of(node);
  if (kind.is === 'str') return w.expression(node);
  const code = printed(w, node);
  return code.text.startsWith('as_text(') ? code : atom(`str(${code.text})`);
}

export function writeText(w: Writer, node: Of<'TemplateLiteral'>): Code {
  const texts = node.quasis.map(({ value }) => value.cooked ?? value.raw);
  if (node.expressions.length === 0)
    return atom(texts[0]!.includes('\n') && !/["\\]/.test(texts[0]!) ? `"""${texts[0]}"""` : quoted(texts[0]!));
  return atom(
    formatted(
      (node.expressions as Node[]).map((part) => shown(w, part)),
      texts,
    ),
  );
}

/**
 * An f-string, where the quotes allow it. Before Python 3.12, its braces may contain neither its own quotes nor a `\`.
 */
function formatted(values: { code: Code; format: string }[], texts: readonly string[]): string {
  const codes = values.map(({ code }) => within(code, level.ternary)).join(' ');
  const quote = (texts.join('').includes("'") ? ['"', "'"] : ["'", '"']).find((sign) => !codes.includes(sign));
  const body = (value: (i: number) => string) =>
    texts.map((text, i) => escaped(text).replaceAll('{', '{{').replaceAll('}', '}}') + (i < values.length ? value(i) : '')).join('');
  if (quote !== undefined && !codes.includes('\\')) {
    const text = body((i) => {
      const code = within(values[i]!.code, level.ternary);
      // A dict's brace, or the colon of a lambda, would be read as part of the f-string.
      return `{${code.startsWith('{') ? ` ${code}` : /\blambda\b|:=/.test(code) ? `(${code})` : code}${values[i]!.format}}`;
    });
    return `f${quote}${escapeQuote(text, quote)}${quote}`;
  }
  const text = body((i) => `{${values[i]!.format}}`);
  const outer = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `${outer}${escapeQuote(text, outer)}${outer}.format(${values.map(({ code }) => within(code, level.ternary)).join(', ')})`;
}

/** Escapes the quotes of the text. The values in braces use the other kind of quotes. */
const escapeQuote = (text: string, quote: string): string => text.replaceAll(quote, `\\${quote}`);
