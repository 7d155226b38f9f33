/** The Markdown of a hover. Links are `command:` URIs of the commands named in `HOVER_COMMANDS`. */
import type { Range, Summary } from '../../protocol/trace.js';
import { dataUri, heatMap } from '../../present/heatMap.js';
import { code, fenced, sentence } from '../../present/markdown.js';
import { callText, nameOf } from '../../present/names.js';
import { number } from '../../present/numbers.js';
import { typeText } from '../../present/shapes.js';
import { cellsOf } from '../../protocol/cells.js';
import { t } from '../../protocol/l10n.js';
import { sparkline } from '../../present/sparkline.js';
import type { DivergingScale, Theme } from '../../present/theme.js';
import type { Subject } from './subject.js';

export const HOVER_COMMANDS = { node: 'tensorLens.showNode', pass: 'tensorLens.choosePass' } as const;

export interface HoverContext {
  uri: string;
  /** Whether the text changed since the run. */
  stale: boolean;
  passCount: number;
  /** The passes that were kept, by index. */
  keptPasses: readonly number[];
  backend: string;
  /** The names that the author gives the dimensions, '' for a dimension without a name; null where nothing is known. */
  dims: readonly string[] | null;
  /** Whether TypeScript's own hover, which is shown beside this one, says what the operation does. */
  isDocumented: boolean;
  /** The colours of pictures. An image in a hover does not know the editor's colours. */
  theme: Theme;
  /** The URI of a place in the source, as it is now. */
  locate(source: Range): string;
}

const PICTURE_FROM = 9;

export function hoverText(subject: Subject, context: HoverContext): string {
  const parts = [
    headline(subject, context),
    standing(subject, context),
    statistics(subject),
    // Above the print, which may be long.
    picture(subject, context),
    print(subject),
    subject.costs.join('\n\n'),
    documentation(subject, context),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function headline(subject: Subject, context: HoverContext): string {
  const facts = [
    `**${code(subject.title)}**&ensp;${code(typeText(subject.dtype, subject.shape, context.dims))}`,
    code(context.backend),
    ...(subject.requiresGrad === null ? [] : [subject.gradFn ? code(`grad_fn=<${subject.gradFn}>`) : wish(subject.requiresGrad)]),
  ];
  const line = facts.join(' · ');
  return context.stale ? `$(history) *${t('from before the last edit')}*\n\n${line}` : line;
}

const wish = (requiresGrad: boolean): string => (requiresGrad ? code('requires_grad=True') : t('no gradient wanted'));

function statistics(subject: Subject): string {
  const { value, grad } = subject;
  if (value.numel <= 1 && !grad) return broken(value);
  // VS Code leaves no room between the columns of a table.
  const line = (name: string, cells: readonly string[]) => `| ${[name, ...cells.map((cell) => `&ensp;${cell}`)].join(' | ')} |`;
  const row = (name: string, s: Summary) =>
    line(
      name,
      [s.min, s.mean, s.max, s.norm].map((n) => number(n)),
    );
  const head = `${line('', [t('min'), t('mean'), t('max'), t('norm')])}\n|---|--:|--:|--:|--:|`;
  const table = [head, row(t('value'), value), ...(grad ? [row(t('gradient'), grad)] : [])].join('\n');
  return [table, broken(value), grad ? broken(grad) : ''].filter(Boolean).join('\n\n');
}

function broken(summary: Summary): string {
  if (summary.nan + summary.inf === 0) return '';
  return `$(warning) ${t('{0} of {1} elements are NaN, {2} are infinite.', summary.nan, summary.numel, summary.inf)}`;
}

/** A curve of a tensor with one dimension, else a heat map, in the colours of the panel. */
function picture({ value, grad, shape }: Subject, { theme }: HoverContext): string {
  const draw = ({ thumbnail, data }: Summary, scale: DivergingScale) =>
    shape.length === 1 ? sparkline(data ?? cellsOf(thumbnail!), theme, scale) : heatMap(thumbnail!, theme, scale);
  const image = (name: string, s: Summary | null, scale: DivergingScale) =>
    s?.thumbnail && s.numel >= PICTURE_FROM ? `![${name}](${dataUri(draw(s, scale))})` : '';
  return [image(t('value'), value, theme.value), image(t('gradient'), grad, theme.grad)].filter(Boolean).join('&emsp;');
}

function print(subject: Subject): string {
  const block = (text: string | null) => (text === null ? '' : fenced('python', text));
  const gradient = block(subject.gradText);
  return [block(subject.text), gradient && `${t('Gradient')}\n${gradient}`].filter(Boolean).join('\n\n');
}

function standing(subject: Subject, context: HoverContext): string {
  const { node, count } = subject;
  const held = count !== null && (count === 1 ? t('held 1 tensor in this run') : t('held {0} tensors in this run', count));
  const show = node && link(t('Show in Graph'), HOVER_COMMANDS.node, context.uri, node.key, subject.pass);
  const made =
    node?.source && node.label !== null && t('made on {0}', `[${t('line {0}', node.source.line)}](${context.locate(node.source)})`);
  return [held, passes(subject, context), occurrences(subject, context), made, origins(subject, context), show].filter(Boolean).join(' · ');
}

const ORIGINS_SHOWN = 4;

/** The tensors that this one was computed from, each with a link to its place. */
function origins({ inputs }: Subject, context: HoverContext): string {
  const links = inputs.slice(0, ORIGINS_SHOWN).map((input) => {
    const { source } = input;
    const name = code(nameOf(input));
    return source ? `[${name}](${context.locate(source)})` : name;
  });
  if (links.length === 0) return '';
  return t('computed from {0}', links.join(', ') + (inputs.length > ORIGINS_SHOWN ? ', …' : ''));
}

/** What the operation computes and what its backward passes on, in the same words as the panel. */
function documentation({ operation, node }: Subject, { isDocumented }: HoverContext): string {
  if (!operation || !node) return '';
  const said = [code(callText(node)), ...(isDocumented ? [] : [sentence(operation.doc)])].join(' ');
  return `---\n${said}\n${fenced('text', operation.formulas.join('\n'))}`;
}

function passes({ pass }: Subject, { uri, passCount, keptPasses }: HoverContext): string {
  if (passCount < 2) return '';
  const at = keptPasses.indexOf(pass);
  const step = (to: number | undefined, label: string) => (to === undefined ? '' : link(label, HOVER_COMMANDS.pass, uri, to));
  return [step(keptPasses[at - 1], '‹'), t('pass {0} of {1}', pass + 1, passCount), step(keptPasses[at + 1], '›')]
    .filter(Boolean)
    .join(' ');
}

const OCCURRENCES_SHOWN = 8;

function occurrences({ occurrences, occurrence, pass }: Subject, { uri }: HoverContext): string {
  if (occurrences.length < 2) return '';
  const from = Math.max(0, Math.min(occurrence - OCCURRENCES_SHOWN / 2, occurrences.length - OCCURRENCES_SHOWN));
  const links = occurrences
    .slice(from, from + OCCURRENCES_SHOWN)
    .map((node, i) =>
      from + i === occurrence ? `**${from + i + 1}**` : link(String(from + i + 1), HOVER_COMMANDS.node, uri, node.key, pass),
    );
  return t('made {0} times in this pass: {1}', occurrences.length, links.join(' '));
}

const link = (label: string, command: string, ...args: unknown[]): string =>
  `[${label}](command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;
