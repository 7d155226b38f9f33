/** The shown text of signatures and documentation of the library's exports. */
import { t } from '../../protocol/l10n.js';
import type { ApiEntry, ApiParameter, ApiSignature } from './api.js';

/** The text of a parameter: `keepdim: bool = False`. */
export const parameterText = ({ name, type, default: value, variadic }: ApiParameter): string =>
  `${variadic ? '*' : ''}${name}: ${type}${value === undefined ? '' : ` = ${value}`}`;

/** A signature in PyTorch's notation, and the position of each parameter in it. */
export function signatureText(name: string, { parameters, returns }: ApiSignature): { text: string; ranges: [number, number][] } {
  let text = `${name}(`;
  let isAfterStar = false;
  const ranges: [number, number][] = [];
  parameters.forEach((parameter, i) => {
    if (i > 0) text += ', ';
    if (parameter.variadic) isAfterStar = true;
    if (parameter.keywordOnly && !isAfterStar) {
      text += '*, ';
      isAfterStar = true;
    }
    const start = text.length;
    text += parameterText(parameter);
    ranges.push([start, text.length]);
  });
  return { text: `${text}) -> ${returns}`, ranges };
}

/** `torch.sum(input: Tensor, …) -> Tensor`, with each signature on a line. For a value, its type. */
export function headlineOf(entry: ApiEntry, path: string): string {
  if (entry.kind === 'namespace') return path;
  if (entry.signatures) return entry.signatures.map((signature) => signatureText(path, signature).text).join('\n');
  return `${path}: ${entry.type ?? ''}`;
}

/** The documentation below the signature, as Markdown: of the entry, or of one of its overloads. */
export function documentationOf(entry: ApiEntry, signature?: ApiSignature): string {
  const { doc, formula, gradient } = { ...entry, ...signature?.about };
  return [plain(doc), formula && `\`${formula}\``, gradient && `${t('Gradient')}: \`${gradient}\``].filter(Boolean).join('\n\n');
}

/** Escapes stars and underscores, because shapes are written with stars that are no emphasis: `(*, in_features)`. */
const plain = (doc: string): string => doc.replace(/(`[^`]*`)|[*_]/g, (found, code: string | undefined) => code ?? `\\${found}`);

/** Signatures and documentation together, as Markdown. */
export const describe = (entry: ApiEntry, path: string): string =>
  ['```python', headlineOf(entry, path), '```', '', documentationOf(entry)].join('\n').trim();
