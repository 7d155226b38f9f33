/** Numbers as Python's format specifications write them. */

/** `f'{x:.{digits}f}'`: rounds the exact binary value, ties to even (JavaScript rounds them up). */
export function fixed(x: number, digits: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  const ax = Math.abs(x);
  if (ax >= 1e21) return `${sign}${BigInt(ax)}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  return sign + (isTie(ax, digits) ? evenAtTie(ax, digits) : ax.toFixed(digits));
}

/**
 * Tells whether a number lies exactly halfway: ax · 10^digits is k + ½ only when ax = m / 2^(digits+1) with m odd: then
 * it is m · 5^digits / 2.
 */
function isTie(ax: number, digits: number): boolean {
  const m = ax * 2 ** (digits + 1);
  return Number.isInteger(m) && m % 2 === 1;
}

function evenAtTie(ax: number, digits: number): string {
  const scaled = BigInt(ax * 2 ** (digits + 1)) * 5n ** BigInt(digits); // twice the value, in units of the last digit
  const down = (scaled - 1n) / 2n;
  const even = down % 2n === 0n ? down : down + 1n;
  const text = even.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The number of digits to print so that a tie can be recognised exactly. */
const EXACT = 100;

/** `x.toExponential(digits)` with ties to even. */
function exponential(x: number, digits: number): string {
  const [mantissa, exponent] = x.toExponential(EXACT).split('e') as [string, string];
  const end = mantissa.length - EXACT + digits;
  const isHalf = /^50*$/.test(mantissa.slice(end));
  const kept = mantissa.slice(0, digits === 0 ? end - 1 : end);
  return isHalf && Number(kept.at(-1)) % 2 === 0 ? `${kept}e${exponent}` : x.toExponential(digits);
}

/** `f'{x:.{digits}e}'`: rounds as `fixed` does; the exponent has at least two digits. */
export function scientific(x: number, digits: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  const [mantissa, exponent] = exponential(x, digits).split('e') as [string, string];
  const power = Number(exponent);
  const sign = Object.is(x, -0) ? '-' : '';
  return `${sign}${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
