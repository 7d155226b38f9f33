/** How a number of the source is moved: the range of its slider, the size of a step, and how the number is written. */
import type { SourceNumber } from '../protocol/numbers.js';

/** The number of positions of a slider. */
export const SLIDER_PLACES = 400;

export interface KnobScale {
  /** The slider position for a number, and the number for a position. */
  toPlace(value: number): number;
  toValue(place: number): number;
}

type Known = Pick<SourceNumber, 'kind' | 'text' | 'value'>;

/** Whether only whole numbers make sense. A number that is written without a point stays whole. */
export const isWhole = ({ kind, text, value }: Known): boolean =>
  kind !== 'rate' && kind !== 'data' && Number.isInteger(value) && !/[.e]/i.test(text);

/** The scale of a slider. Rates cover powers of ten, all other numbers have even steps. */
export function scaleOf(number: Known): KnobScale {
  if (number.kind === 'rate' && number.value > 0) {
    const [low, high] = [Math.log(number.value / 30), Math.log(number.value * 30)];
    return scaleBetween(low, high, Math.log, (x) => Number(Math.exp(x).toPrecision(3)));
  }
  const [low, high] = rangeOf(number);
  const digits = isWhole(number) ? 0 : Math.max(0, 2 - Math.floor(Math.log10((high - low) / 2)));
  return scaleBetween(
    low,
    high,
    (x) => x,
    (x) => Number(x.toFixed(digits)),
  );
}

function scaleBetween(low: number, high: number, to: (value: number) => number, from: (x: number) => number): KnobScale {
  return {
    toPlace: (value) => Math.round((Math.max(0, Math.min(1, (to(value) - low) / (high - low))) || 0) * SLIDER_PLACES),
    toValue: (place) => from(low + ((high - low) * place) / SLIDER_PLACES),
  };
}

function rangeOf(number: Known): [low: number, high: number] {
  const { kind, value } = number;
  const size = Math.abs(value);
  if (kind === 'seed') return [Math.max(0, value - 50), Math.max(0, value - 50) + 100];
  if (isWhole(number)) return kind === 'size' ? [1, Math.max(16, 4 * size)] : [value - Math.max(10, size), value + Math.max(10, size)];
  return [value - Math.max(2, 2 * size), value + Math.max(2, 2 * size)];
}

/**
 * The number that is `by` steps away. A step of a whole number is one; a step of other numbers changes their second
 * digit.
 */
export function stepped(number: Known, from: number, by: number): number {
  if (isWhole(number)) return from + by;
  const size = Math.abs(from) || Math.abs(number.value) || 1;
  const step = 10 ** (Math.floor(Math.log10(size) + 1e-9) - 1);
  return Number((from + by * step).toPrecision(8));
}

/** The number as it is written into the source. @param before the text before it */
export function numberText(number: Known, value: number, before: string): string {
  const text = String(value);
  const isUnary = number.text.startsWith('-') || /(^|[([,=:{?\n])\s*$/.test(before);
  return value < 0 && !isUnary ? `(${text})` : text;
}
