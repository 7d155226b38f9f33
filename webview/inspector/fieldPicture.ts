import { contour, edges } from '../../src/present/pictures/contour.js';
import { mix } from '../../src/present/colours.js';
import { number } from '../../src/present/numbers.js';
import { diverging, type Theme } from '../../src/present/theme.js';
import type { Field } from '../../src/protocol/field.js';
import { t } from '../../src/protocol/l10n.js';
import { h, sizeCanvas } from '../dom.js';

const SIDE = 240;
const LINES = 9;
/** With more points, their digits could not be read. */
const MOST_NAMED = 60;

export interface FieldNames {
  value: string;
  x: string;
  y: string;
  isLoss: boolean;
}

type Place = readonly [x: number, y: number];

/**
 * A number as a function of two others: colours and contour lines, with the data points or the path of the training.
 */
export function fieldPicture(field: Field, names: FieldNames, theme: Theme): HTMLElement[] {
  const { rows, columns, x, y, values, classes, points } = field;
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const [cellX, cellY] = [SIDE / columns, SIDE / rows];
  // A point of the grid is the centre of its cell.
  const onGrid = (column: number, row: number): Place => [(column + 0.5) * cellX, SIDE - (row + 0.5) * cellY];
  const place = (px: number, py: number): Place =>
    onGrid(((px - x[0]) / (x[1] - x[0])) * (columns - 1), ((py - y[0]) / (y[1] - y[0])) * (rows - 1));
  const canvas = h('canvas', { class: 'heat-canvas', role: 'img', 'aria-label': told(field, names, low, high) });
  const context = sizeCanvas(canvas, SIDE, SIDE);
  const colour = colourOf(field, names, low, high, theme);
  values.forEach((value, i) => {
    const [left, bottom] = onGrid(i % columns, Math.floor(i / columns));
    context.fillStyle = value === null ? theme.background : colour(value);
    context.fillRect(left - cellX / 2, bottom - cellY / 2, cellX + 0.5, cellY + 0.5);
  });
  const levels = names.isLoss
    ? Array.from({ length: LINES }, (_, i) => low + ((i + 1) / (LINES + 1)) ** 2 * (high - low))
    : [middleOf(field, low, high)];
  const lines = classes ? edges(values, rows, columns) : levels.flatMap((level) => contour(values, rows, columns, level));
  context.strokeStyle = names.isLoss ? mix(theme.background, theme.foreground, theme.highContrast ? 0.8 : 0.45) : theme.foreground;
  context.lineWidth = names.isLoss ? 0.8 : 1.6;
  context.beginPath();
  for (const [from, to] of lines) {
    context.moveTo(...onGrid(...from));
    context.lineTo(...onGrid(...to));
  }
  context.stroke();
  const placed = points.map(([px, py]) => place(px, py));
  if (names.isLoss) drawWay(context, placed, placed[field.here ?? -1], theme);
  else points.forEach(([, , target], i) => drawPoint(context, placed[i]!, target, field, theme));
  const readout = h('div', { class: 'heat-readout' });
  canvas.addEventListener('mousemove', ({ offsetX, offsetY }) => {
    const [column, row] = [Math.floor(offsetX / cellX), Math.floor((SIDE - offsetY) / cellY)];
    const value = values[row * columns + column];
    if (value === undefined || column >= columns) return;
    const [px, py] = [x[0] + ((x[1] - x[0]) * column) / (columns - 1), y[0] + ((y[1] - y[0]) * row) / (rows - 1)];
    readout.textContent = `${names.x} ${number(px, 3)}, ${names.y} ${number(py, 3)}: ${value === null ? 'NaN' : number(value)}`;
  });
  canvas.addEventListener('mouseleave', () => (readout.textContent = ''));
  return [canvas, readout, h('p', { class: 'hint', text: told(field, names, low, high) })];
}

/** Describes the picture in words. */
function told({ x, y, classes, points }: Field, names: FieldNames, low: number, high: number): string {
  const axes = t('{0} to the right, from {1} to {2}; {3} upwards, from {4} to {5}.', names.x, ...ends(x), names.y, ...ends(y));
  const what = classes
    ? t('The greatest of {0} entries of {1}, and where it changes.', classes, names.value)
    : t('{0} from {1} to {2}.', names.value, number(low), number(high));
  if (names.isLoss) return `${what} ${axes} ${t('The line is the way of the training; the point is this pass.')}`;
  const line = classes ? '' : ` ${t('The line is where it decides.')}`;
  return `${what}${line} ${axes} ${t('Points are the {0} rows of the data.', points.length)}`;
}

const ends = ([low, high]: readonly [number, number]): [string, string] => [number(low, 3), number(high, 3)];

/** The value that separates two classes: the middle for a probability, 0 for a score. */
const middleOf = ({ classes }: Field, low: number, high: number): number => {
  if (classes) return (classes - 1) / 2;
  return low >= 0 && high <= 1 ? 0.5 : 0;
};

function colourOf(field: Field, { isLoss }: FieldNames, low: number, high: number, theme: Theme): (value: number) => string {
  const { classes } = field;
  if (isLoss) return (value) => mix(theme.background, theme.value.positive, high > low ? Math.sqrt((value - low) / (high - low)) * 0.9 : 0);
  if (classes && classes > 2) return (value) => classColour(value, theme);
  const middle = middleOf(field, low, high);
  const reach = Math.max(high - middle, middle - low) || 1;
  return (value) => diverging(theme, theme.value, value - middle, reach);
}

const classColour = (index: number, { background, input, parameter, grad, highlight }: Theme): string => {
  const colours = [input, parameter, grad.positive, grad.negative, highlight];
  return mix(background, colours[index % colours.length]!, index < colours.length ? 0.6 : 0.3);
};

function drawWay(context: CanvasRenderingContext2D, points: readonly Place[], here: Place | undefined, theme: Theme): void {
  for (const [width, colour] of [
    [4, theme.background],
    [1.8, theme.foreground],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    points.forEach((point, i) => (i === 0 ? context.moveTo(...point) : context.lineTo(...point)));
    context.stroke();
  }
  if (here) dot(context, here, 4.5, theme.foreground, theme.background);
}

/**
 * Points of different classes also differ in form. Of two classes, one is filled and one hollow; of more, each has its
 * number.
 */
function drawPoint(context: CanvasRenderingContext2D, at: Place, target: number | null, field: Field, theme: Theme): void {
  const { classes = 2, points } = field;
  if (target === null || classes <= 2) {
    const isFull = target === null || target > 0;
    return dot(context, at, 4, isFull ? theme.foreground : theme.background, isFull ? theme.background : theme.foreground);
  }
  const isNamed = points.length <= MOST_NAMED;
  dot(context, at, isNamed ? 6 : 3, classColour(target, theme), theme.foreground);
  if (!isNamed) return;
  context.font = `9px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = theme.foreground;
  context.fillText(String(target), ...at);
}

function dot(context: CanvasRenderingContext2D, [x, y]: Place, radius: number, fill: string, stroke: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = stroke;
  context.lineWidth = 1.5;
  context.stroke();
}
