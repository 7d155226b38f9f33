import { defaultTheme, type ThemeName } from '../../present/defaultThemes.js';
import { withLeaves } from '../../graph/leaves.js';
import { escapeHtml } from '../../present/escape.js';
import { linesOf, thinned } from '../../present/losses.js';
import { figureSvg } from '../../present/plots/figureSvg.js';
import type { Axis, Mark } from '../../protocol/figure.js';
import { t } from '../../protocol/l10n.js';
import type { Range } from '../../protocol/trace.js';
import { svgOf } from '../pictures/formats/svg.js';
import { pictureOf } from '../pictures/pictureOf.js';
import { sentenceOf, type Both, type DiffDocument, type KeptRun } from './comparison.js';

/** The most points of a curve: more than it has pixels in width. */
const MOST_POINTS = 1000;
/** The most nodes of a graph on the page: two larger graphs side by side cannot be read. */
const MOST_NODES = 400;
/** The colour of the node where the two runs part. */
const PARTED: Readonly<Record<ThemeName, string>> = { light: '#ffd9a3', hcLight: '#ffd9a3', dark: '#7a4d12', hc: '#7a4d12' };

/** Two runs as one self-contained page: their first difference, the losses in one plot, both graphs, both sources. */
export function pageOf(both: Both, found: DiffDocument, theme: ThemeName = 'light', language = 'en'): string {
  const { a, b } = both;
  const { first, cause } = found;
  const sides = (title: string, of: (side: 'a' | 'b') => string) =>
    `<h2>${escapeHtml(title)}</h2><div class="sides">${(['a', 'b'] as const)
      .map((side) => {
        const name = escapeHtml(both[side].name);
        // The section gets focus, so that the keyboard can scroll it.
        return `<section tabindex="0" aria-label="${escapeHtml(title)}: ${name}"><h3>${name}</h3>${of(side)}</section>`;
      })
      .join('')}</div>`;
  const graphs = { a: graphOf(both, found, 'a', theme), b: graphOf(both, found, 'b', theme) };
  const { background, foreground } = defaultTheme(theme);
  const tint = (color: string) => `color-mix(in srgb, ${color} 30%, ${background})`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${a.name} – ${b.name}`)}</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; background: ${background}; color: ${foreground}; }
  h1 { font-size: 20px; } h2 { font-size: 16px; margin: 24px 0 8px; } h3 { font-size: 13px; margin: 0 0 4px; }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; }
  section { min-width: 0; overflow: auto; }
  svg { max-width: 100%; height: auto; }
  .losses svg { min-width: 480px; }
  ol { margin: 0; padding-left: 44px; }
  code { font: 12px/1.5 ui-monospace, monospace; white-space: pre; }
  .why { background: ${tint('orange')}; } .where { background: ${tint('royalblue')}; }
  .sentence { white-space: pre-line; }
  @media (max-width: 700px) { .sides { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(first ? t('They part') : t('The same numbers'))}</h1>
<p class="sentence">${escapeHtml(sentenceOf(found))}</p>
${lossesOf(both, theme)}
${graphs.a || graphs.b ? sides(first ? t('The graphs of pass {0}', first.pass) : t('The graphs'), (side) => graphs[side]) : ''}
${sides(t('The sources'), (side) => sourceOf(both[side], first?.source[side], cause?.[side]))}
<p><span class="why">${escapeHtml(t('The changed line'))}</span> · <span class="where">${escapeHtml(t('where it shows'))}</span></p>
</main>
</body>
</html>
`;
}

function sourceOf({ text, run }: KeptRun, where: Range | null | undefined, why: Range | null | undefined): string {
  const holds = (range: Range | null | undefined, line: number) => range?.file === run.file && line >= range.line && line <= range.endLine;
  const marks = (line: number) => (holds(why, line) ? 'why' : holds(where, line) ? 'where' : '');
  return `<ol>${text
    .split('\n')
    .map((line, i) => `<li class="${marks(i + 1)}"><code>${escapeHtml(line)}</code></li>`)
    .join('')}</ol>`;
}

/**
 * The graph of the pass in which the runs part, with the differing node in colour. Empty without a graph, or for one
 * that is too large.
 */
function graphOf(both: Both, { first }: DiffDocument, side: 'a' | 'b', theme: ThemeName): string {
  const run = withLeaves(both[side].run);
  const pass = first ? run.passes.find(({ index }) => index === first.pass - 1) : run.passes.at(-1);
  if (!pass || pass.nodes.length === 0 || pass.nodes.length > MOST_NODES) return '';
  const picture = pictureOf(pass, { file: run.file, theme, direction: 'TB' });
  const id = first?.node[side];
  const node = id ? picture.graph.nodes.findIndex((one) => one.id === id) : -1;
  const item = picture.scene.view.itemOf[node];
  return svgOf({ ...picture, fills: picture.fills.map((fill, i) => (i === item ? PARTED[theme] : fill)) }).svg;
}

/**
 * The losses of both runs in one plot. The second curve is dashed: where the curves are the same, both are still seen.
 */
function lossesOf({ a, b }: Both, theme: ThemeName): string {
  const marks = [a, b].flatMap(({ name, run }, i) => {
    const lines = linesOf(thinned(run, MOST_POINTS)).filter(({ losses }) => losses.filter((loss) => loss !== null).length > 1);
    return lines.map((line): Mark => ({
      kind: 'line',
      x: line.passes.map((pass) => pass + 1),
      y: line.losses.map((loss) => (loss !== null && Number.isFinite(loss) ? loss : null)),
      width: 1.75,
      dash: i === 0 ? '-' : '--',
      marker: '',
      size: 6,
      label: line.name === null ? name : `${name}: ${line.name}`,
      color: i === 0 ? 'C0' : 'C1',
      alpha: 1,
    }));
  });
  if (marks.length === 0) return '';
  const axis = (label: string): Axis => ({ label, low: null, high: null, scale: 'linear', ticks: null, isReversed: false });
  const axes = {
    title: '',
    x: axis(t('pass')),
    y: axis(t('loss')),
    grid: true,
    legend: 'best',
    isOff: false,
    isEqual: false,
    marks,
    bars: [],
  };
  const figure = { name: t('Losses'), isSaved: false, title: '', width: 9, height: 3, rows: 1, columns: 1, isThinned: false };
  const { svg } = figureSvg({ ...figure, axes: [{ place: [0, 0, 1, 1], ...axes }] }, defaultTheme(theme), 'losses');
  // In a narrow page the numbers beside the axes would be too small to read: it scrolls there, by the keyboard too.
  return `<h2 id="losses-title">${escapeHtml(t('Losses'))}</h2><section class="losses" tabindex="0" aria-labelledby="losses-title">${svg}</section>`;
}
