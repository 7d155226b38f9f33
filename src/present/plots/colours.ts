import {
  interpolateBlues,
  interpolateCividis,
  interpolateGreens,
  interpolateGreys,
  interpolateInferno,
  interpolateMagma,
  interpolateOranges,
  interpolatePiYG,
  interpolatePlasma,
  interpolatePRGn,
  interpolatePurples,
  interpolateRdBu,
  interpolateRdYlBu,
  interpolateRdYlGn,
  interpolateReds,
  interpolateSpectral,
  interpolateTurbo,
  interpolateViridis,
  interpolateYlGnBu,
  interpolateYlOrRd,
  schemeCategory10,
  schemePaired,
  schemeSet1,
} from 'd3-scale-chromatic';
import { mix, rgb } from '../colours.js';
import type { Theme } from '../theme.js';

type Ramp = (share: number) => string;

/** A ramp through these colours in equal steps, with mixed colours between them. */
const between =
  (...colors: string[]): Ramp =>
  (share) => {
    const at = share * (colors.length - 1);
    const i = Math.min(colors.length - 2, Math.floor(at));
    return mix(colors[i]!, colors[i + 1]!, at - i);
  };

const steps =
  (colors: readonly string[]): Ramp =>
  (share) =>
    colors[Math.min(colors.length - 1, Math.floor(share * colors.length))]!;

/** matplotlib's colour maps, by name. */
const ramps: Readonly<Record<string, Ramp>> = {
  viridis: interpolateViridis,
  plasma: interpolatePlasma,
  inferno: interpolateInferno,
  magma: interpolateMagma,
  cividis: interpolateCividis,
  turbo: interpolateTurbo,
  jet: between('#000080', '#0000ff', '#0080ff', '#00ffff', '#80ff80', '#ffff00', '#ff8000', '#ff0000', '#800000'),
  hot: between('#0b0000', '#ff0000', '#ffff00', '#ffffff'),
  gray: between('#000000', '#ffffff'),
  binary: between('#ffffff', '#000000'),
  bone: between('#000000', '#54546f', '#a9c6c6', '#ffffff'),
  Greys: interpolateGreys,
  Blues: interpolateBlues,
  Greens: interpolateGreens,
  Oranges: interpolateOranges,
  Reds: interpolateReds,
  Purples: interpolatePurples,
  YlOrRd: interpolateYlOrRd,
  YlGnBu: interpolateYlGnBu,
  RdBu: interpolateRdBu,
  RdYlBu: interpolateRdYlBu,
  RdYlGn: interpolateRdYlGn,
  Spectral: interpolateSpectral,
  PiYG: interpolatePiYG,
  PRGn: interpolatePRGn,
  coolwarm: between('#3b4cc0', '#7b9ff9', '#c0d4f5', '#dddddd', '#f2cbb7', '#ee8468', '#b40426'),
  bwr: between('#0000ff', '#ffffff', '#ff0000'),
  seismic: between('#00004d', '#0000ff', '#ffffff', '#ff0000', '#800000'),
  rainbow: between('#8000ff', '#00b5eb', '#80ffb4', '#ffb360', '#ff0000'),
  tab10: steps(schemeCategory10),
  Paired: steps(schemePaired),
  Set1: steps(schemeSet1),
};

/** The names of the colour maps that can be drawn. */
export const knownMaps: readonly string[] = Object.keys(ramps);

const hex = (color: string): string => `#${[0, 1, 2].map((i) => Math.round(rgb(color)[i]!).toString(16).padStart(2, '0')).join('')}`;

/**
 * Returns a function that turns a number into a colour `#rrggbb`. A map with an unknown name is drawn like `viridis`.
 */
export function colorMap({ map, low, high }: { map: string; low: number; high: number }): (value: number) => string {
  const isReversed = map.endsWith('_r');
  const ramp = ramps[map.replace(/_r$/, '')] ?? interpolateViridis;
  const span = high - low;
  const known = new Map<number, string>();
  return (value) => {
    const share = span === 0 ? 0.5 : Math.min(1, Math.max(0, (value - low) / span));
    const step = Math.round((isReversed ? 1 - share : share) * 255);
    let color = known.get(step);
    if (color === undefined) known.set(step, (color = hex(ramp(step / 255))));
    return color;
  };
}

/**
 * A colour of a figure as an SVG colour. matplotlib's own ten are made for a white background; on others they are made
 * lighter.
 */
export function paint(theme: Theme, color: string): string {
  if (color === 'foreground') return theme.foreground;
  if (color === 'background') return theme.background;
  if (!/^C\d$/.test(color)) return color;
  const own = schemeCategory10[Number(color[1])]!;
  if (theme.dark) return mix(own, '#ffffff', theme.highContrast ? 0.4 : 0.22);
  return theme.highContrast ? mix(own, '#000000', 0.3) : own;
}
