/** Signatures and documentation of what the library exports, as they are shown. */
import { t } from '../../protocol/l10n.js';
import type { ApiEntry, ApiParameter, ApiSignature } from './api.js';

/** `keepdim: bool = False` */
export const parameterText = ({ name, type, default: value, variadic }: ApiParameter): string =>
  `${variadic ? '*' : ''}${name}: ${type}${value === undefined ? '' : ` = ${value}`}`;

/** A signature in PyTorch's words, and where in it each parameter stands. */
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

/** `torch.sum(input: Tensor, …) -> Tensor`, each signature on a line; of a value its type. */
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

/** Shapes are written with stars, which are no emphasis: `(*, in_features)`. */
const plain = (doc: string): string => doc.replace(/(`[^`]*`)|[*_]/g, (found, code: string | undefined) => code ?? `\\${found}`);

/** Markdown of everything. */
export const describe = (entry: ApiEntry, path: string): string =>
  ['```python', headlineOf(entry, path), '```', '', documentationOf(entry)].join('\n').trim();
