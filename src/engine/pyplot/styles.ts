/** matplotlib's short notations for the look of plots. */
import { ValueError } from '../errors.js';
import type { Dash } from './data.js';

const letters: Readonly<Record<string, string>> = {
  b: '#0000ff',
  g: '#008000',
  r: '#ff0000',
  c: '#00bfbf',
  m: '#bf00bf',
  y: '#bfbf00',
  k: 'foreground',
  w: 'background',
};

/** The CSS names of colours that plots may use. */
const names: Readonly<Record<string, string>> = {
  black: 'foreground',
  white: 'background',
  none: 'none',
  blue: '#0000ff',
  green: '#008000',
  red: '#ff0000',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  brown: '#a52a2a',
  pink: '#ffc0cb',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  silver: '#c0c0c0',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  lime: '#00ff00',
  gold: '#ffd700',
  salmon: '#fa8072',
  coral: '#ff7f50',
  tomato: '#ff6347',
  crimson: '#dc143c',
  firebrick: '#b22222',
  darkred: '#8b0000',
  darkgreen: '#006400',
  darkblue: '#00008b',
  darkorange: '#ff8c00',
  skyblue: '#87ceeb',
  lightblue: '#add8e6',
  lightgreen: '#90ee90',
  steelblue: '#4682b4',
  royalblue: '#4169e1',
  dodgerblue: '#1e90ff',
  slateblue: '#6a5acd',
  indigo: '#4b0082',
  violet: '#ee82ee',
  orchid: '#da70d6',
  turquoise: '#40e0d0',
  chocolate: '#d2691e',
  tan: '#d2b48c',
  forestgreen: '#228b22',
  seagreen: '#2e8b57',
  maroon: '#800000',
};
const tableau = ['blue', 'orange', 'green', 'red', 'purple', 'brown', 'pink', 'gray', 'olive', 'cyan'];

/** A colour in the form that figures have. @throws ValueError as matplotlib, for a value that is no colour */
export function colorOf(given: unknown): string {
  if (typeof given === 'string') {
    const name = given.trim().toLowerCase();
    if (/^#[\da-f]{6}([\da-f]{2})?$/.test(name)) return name;
    if (/^#[\da-f]{3}$/.test(name)) return `#${[...name.slice(1)].map((digit) => digit + digit).join('')}`;
    if (/^c\d+$/.test(name)) return `C${Number(name.slice(1)) % 10}`;
    const place = tableau.indexOf(name.replace(/^tab:/, '').replace('grey', 'gray'));
    if (name.startsWith('tab:') && place >= 0) return `C${place}`;
    if (/^(0?\.\d+|[01](\.0*)?)$/.test(name)) return fromParts([Number(name), Number(name), Number(name)]);
    const known = letters[name] ?? names[name];
    if (known) return known;
  } else if (Array.isArray(given) && given.length >= 3 && given.every((part) => typeof part === 'number')) return fromParts(given);
  throw new ValueError(`${typeof given === 'string' ? `'${given}'` : String(given)} is not a valid value for color`);
}

const fromParts = (parts: readonly number[]): string =>
  `#${parts
    .slice(0, 3)
    .map((part) =>
      Math.round(255 * Math.min(1, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const MARKERS = '.,ov^<>sp*hHD+xXdP|_1234';
const words: Readonly<Record<string, string>> = { solid: '-', dashed: '--', dotted: ':', dashdot: '-.', None: '', none: '', ' ': '' };

export interface Format {
  color?: string;
  dash?: Dash;
  marker?: string;
}

/** The meaning of a format such as 'ro--'. @throws ValueError as matplotlib, for an unknown sign */
export function formatOf(text: string): Format {
  const format: Format = {};
  let rest = text;
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) return null;
    rest = rest.replace(found, '');
    return found;
  };
  const ring = take(/C\d/) ?? take(/tab:\w+|#[\da-fA-F]{6}/);
  if (ring) format.color = ring;
  const dash = take(/--|-\.|-|:/);
  if (dash) format.dash = dash as Dash;
  for (const sign of rest) {
    if (sign in letters && !format.color) format.color = sign;
    else if (MARKERS.includes(sign) && !format.marker) format.marker = sign;
    else throw new ValueError(`'${text}' is not a valid format string (unrecognized character '${sign}')`);
  }
  // A format with a marker only means points without a line.
  if (format.marker && dash === null) format.dash = '';
  return format;
}

/** @throws ValueError for a value that is no line style */
export function dashOf(given: unknown): Dash {
  const text = String(given);
  const dash = words[text] ?? text;
  if (!['-', '--', ':', '-.', ''].includes(dash))
    throw new ValueError(`'${text}' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None'`);
  return dash as Dash;
}

/** @throws ValueError for a value that is no marker */
export function markerOf(given: unknown): string {
  if (given == null || given === 'None' || given === 'none' || given === '') return '';
  const text = String(given);
  if (text.length !== 1 || !MARKERS.includes(text)) throw new ValueError(`Unrecognized marker style '${text}'`);
  return text;
}

/** The available colour maps; each is also available reversed, with `_r` after its name. */
export const colorMaps = [
  'viridis',
  'plasma',
  'inferno',
  'magma',
  'cividis',
  'turbo',
  'jet',
  'hot',
  'gray',
  'binary',
  'bone',
  'Greys',
  'Blues',
  'Greens',
  'Oranges',
  'Reds',
  'Purples',
  'YlOrRd',
  'YlGnBu',
  'RdBu',
  'RdYlBu',
  'RdYlGn',
  'Spectral',
  'PiYG',
  'PRGn',
  'coolwarm',
  'bwr',
  'seismic',
  'rainbow',
  'tab10',
  'Paired',
  'Set1',
] as const;

/** @throws ValueError for a name that is not in `colorMaps` */
export function mapOf(given: unknown): string {
  if (given == null) return 'viridis';
  const name = String(given).replace(/^grey/, 'gray');
  if (!(colorMaps as readonly string[]).includes(name.replace(/_r$/, '')))
    throw new ValueError(`'${name}' is not a valid value for cmap; supported values are ${colorMaps.map((one) => `'${one}'`).join(', ')}`);
  return name;
}

/** The properties that all marks have. */
export const look = (
  { label, color, c }: { label?: string | undefined; color?: unknown; c?: unknown },
  next: () => string,
  alpha: number,
): { label?: string; color: string; alpha: number } => ({
  ...(label !== undefined && !String(label).startsWith('_') && { label: String(label) }),
  color: color == null && c == null ? next() : colorOf(color ?? c),
  alpha,
});
