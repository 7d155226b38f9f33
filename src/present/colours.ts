/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
export type Rgb = readonly [number, number, number, number];

const parsed = new Map<string, Rgb>();

/**
 * Parses a colour in the form `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(...)` or `rgba(...)`. When the panel reads a theme,
 * it turns all other CSS colours into these.
 */
export function rgb(color: string): Rgb {
  let known = parsed.get(color);
  if (!known) parsed.set(color, (known = color.startsWith('#') ? fromHex(color.slice(1)) : fromNumbers(color)));
  return known;
}

function fromHex(digits: string): Rgb {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (i: number) => parseInt(long.slice(i, i + 2), 16);
  return [at(0), at(2), at(4), long.length > 6 ? at(6) / 255 : 1];
}

function fromNumbers(text: string): Rgb {
  const [r = 0, g = 0, b = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, alpha];
}

const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');

/** Puts `amount` of `color` over `under`. The result is opaque. */
export function mix(under: string, color: string, amount: number): string {
  const [a, b] = [rgb(under), rgb(color)];
  const share = amount * b[3];
  return `#${[0, 1, 2].map((i) => hex(a[i]! + (b[i]! - a[i]!) * share)).join('')}`;
}

/** How light a colour looks, from 0 to 255. */
export function lightness(color: string): number {
  const [r, g, b] = rgb(color);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}
