import type { Axes, Mark } from '../../protocol/figure.js';
import { mix } from '../colours.js';
import { escapeHtml } from '../escape.js';
import { axisText } from '../numbers.js';
import type { Theme } from '../theme.js';
import { colorMap } from './colours.js';
import { drawLegend, LETTER } from './legend.js';
import { drawMark } from './marks.js';
import { round, type Place } from './place.js';
import { limits, scaleOf, type Scale } from './scales.js';

/** Left, top, width, height. */
type Box = readonly [number, number, number, number];

const TICK = 12;
const LABEL = 13.5;
const TITLE = 15.5;
const BAR = 16;

/** Draws axes with all their contents into a box. @param id unique among the axes of one document */
export function drawAxes(axes: Axes, outer: Box, theme: Theme, id: string): string {
  const [xEnds, yEnds] = [limits(axes, 'x'), limits(axes, 'y')];
  const box = inner(axes, outer, xEnds, yEnds);
  const [left, top, width, height] = box;
  const [across, down] = [Math.max(2, Math.round(width / 75)), Math.max(2, Math.round(height / 50))];
  const x = scaleOf(axes.x, xEnds, left, left + width, across);
  const y = scaleOf(axes.y, yEnds, top + height, top, down);
  const place: Place = { x, y, theme, box };
  const clip = `<clipPath id="${id}"><rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}"/></clipPath>`;
  // Text may be outside of the axes; all other marks are cut off at them.
  const isInside = ({ kind }: Mark): boolean => kind !== 'text';
  const marks = axes.marks.filter(isInside).map((mark) => drawMark(mark, place));
  const texts = axes.marks.filter((mark) => !isInside(mark)).map((mark) => drawMark(mark, place));
  const frame = axes.isOff
    ? ''
    : `${ticksOf(axes, place)}<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${theme.line}"/>`;
  const title = axes.title ? label(axes.title, left + width / 2, top - 9, TITLE, theme.foreground) : '';
  return [
    clip,
    axes.grid && !axes.isOff ? gridOf(place) : '',
    `<g clip-path="url(#${id})">${marks.join('')}</g>`,
    frame,
    title,
    ...texts,
    barsOf(axes, place),
    drawLegend(axes, place),
  ].join('');
}

/** The box for the middle of the axes. Labels, numbers and colour bars are around it. */
function inner(axes: Axes, [left, top, width, height]: Box, xEnds: readonly [number, number], yEnds: readonly [number, number]): Box {
  const { isOff, x, y } = axes;
  const longest = (at: readonly string[]): number => Math.max(1, ...at.map((text) => text.length));
  const numbers = scaleOf(y, yEnds, height, 0, Math.max(2, Math.round(height / 50))).ticks.map(({ text }) => text);
  const before = isOff ? 6 : 14 + longest(numbers) * TICK * LETTER + (y.label ? LABEL + 8 : 0);
  const below = isOff ? 6 : 12 + TICK + (x.label ? LABEL + 8 : 4);
  const above = axes.title ? TITLE + 16 : 10;
  const behind = 14 + axes.bars.length * (BAR + 70);
  const [w, h] = [Math.max(10, width - before - behind), Math.max(10, height - above - below)];
  const box: Box = [left + before, top + above, w, h];
  if (!axes.isEqual || x.scale === 'log' || y.scale === 'log') return box;
  const [xs, ys] = [Math.abs(xEnds[1] - xEnds[0]), Math.abs(yEnds[1] - yEnds[0])];
  const unit = Math.min(w / xs, h / ys);
  if (!Number.isFinite(unit) || unit <= 0) return box;
  const [wide, high] = [xs * unit, ys * unit];
  return [box[0] + (w - wide) / 2, box[1] + (h - high) / 2, wide, high];
}

const label = (text: string, x: number, y: number, size: number, fill: string, anchor = 'middle', turn = ''): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" fill="${fill}"${turn}>${escapeHtml(text)}</text>`;

function ticksOf({ x: xAxis, y: yAxis }: Axes, { x, y, theme, box: [left, top, width, height] }: Place): string {
  const bottom = top + height;
  const parts = x.ticks.map(
    ({ at, text }) =>
      `<path d="M${round(x(at))} ${round(bottom)}v4" stroke="${theme.line}"/>${label(text, x(at), bottom + 5 + TICK, TICK, theme.muted)}`,
  );
  parts.push(
    ...y.ticks.map(
      ({ at, text }) =>
        `<path d="M${round(left)} ${round(y(at))}h-4" stroke="${theme.line}"/>${label(text, left - 8, y(at) + TICK * 0.36, TICK, theme.muted, 'end')}`,
    ),
  );
  if (xAxis.label) parts.push(label(xAxis.label, left + width / 2, bottom + 12 + TICK + LABEL, LABEL, theme.foreground));
  const longest = Math.max(1, ...y.ticks.map(({ text }) => text.length));
  const beside = left - 16 - longest * TICK * LETTER;
  const middle = top + height / 2;
  if (yAxis.label)
    parts.push(
      label(yAxis.label, beside, middle, LABEL, theme.foreground, 'middle', ` transform="rotate(-90 ${round(beside)} ${round(middle)})"`),
    );
  return parts.join('');
}

function gridOf({ x, y, theme, box: [left, top, width, height] }: Place): string {
  const stroke = mix(theme.background, theme.foreground, theme.highContrast ? 0.4 : 0.14);
  const lines = [
    ...x.ticks.map(({ at }) => `M${round(x(at))} ${round(top)}v${round(height)}`),
    ...y.ticks.map(({ at }) => `M${round(left)} ${round(y(at))}h${round(width)}`),
  ];
  return `<path d="${lines.join('')}" stroke="${stroke}" fill="none"/>`;
}

const STEPS = 64;

/** A colour bar with its numbers, for each mark that has one. */
function barsOf({ marks, bars }: Axes, { theme, box: [left, top, width, height] }: Place): string {
  return bars
    .map(({ mark, label: name }, i) => {
      const of = marks[mark];
      const mapped = of && 'mapped' in of ? of.mapped : undefined;
      if (!mapped) return '';
      const x = left + width + 14 + i * (BAR + 70);
      const map = colorMap(mapped);
      const step = height / STEPS;
      const cells = Array.from({ length: STEPS }, (_, k) => {
        const value = mapped.low + ((mapped.high - mapped.low) * (STEPS - k - 0.5)) / STEPS;
        return `<rect x="${round(x)}" y="${round(top + k * step)}" width="${BAR}" height="${round(step + 1)}" fill="${map(value)}"/>`;
      });
      const axis = { label: '', low: null, high: null, scale: 'linear', ticks: null, isReversed: false } as const;
      const scale: Scale = scaleOf(axis, [mapped.low, mapped.high], top + height, top, Math.max(2, Math.round(height / 50)));
      const ticks = scale.ticks.map(({ at }) => label(axisText(at), x + BAR + 6, scale(at) + TICK * 0.36, TICK, theme.muted, 'start'));
      const [beside, middle] = [x + BAR + 62, top + height / 2];
      const named = name
        ? label(name, beside, middle, LABEL, theme.foreground, 'middle', ` transform="rotate(-90 ${round(beside)} ${round(middle)})"`)
        : '';
      return `<g>${cells.join('')}<rect x="${round(x)}" y="${round(top)}" width="${BAR}" height="${round(height)}" fill="none" stroke="${theme.line}"/>${ticks.join('')}${named}</g>`;
    })
    .join('');
}
