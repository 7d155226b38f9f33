/** Orthogonal polynomials of degree n (its whole part; 0 below 0), by their recurrences as in PyTorch. */

/** A degree that is no finite number counts as −1, below all degrees. */
const whole = (degree: number): number => (Number.isFinite(degree) ? Math.trunc(degree) : -1);

/** Recurrences of more steps would take too long. */
const LARGEST = 1e6;

/** Chebyshev polynomials of all kinds: p[k] = 2 · y · p[k − 1] − p[k − 2]. */
function chebyshev(y: number, n: number, first: number): number {
  if (n < 0) return 0;
  if (n === 0) return 1;
  // At the ends, each polynomial differs from the one before by the same step.
  if (y === 1) return 1 + n * (first - 1);
  if (y === -1) return (n % 2 === 0 ? 1 : -1) * (1 - n * (first + 1));
  let [p, q] = [1, first];
  for (let k = 2; k <= n && q === q; k++) [p, q] = [q, 2 * y * q - p];
  return q;
}

/** Whether to compute by angles: for y between −1 and 1, and a degree above `from`. */
const byAngle = (y: number, n: number, from: number): boolean => n > from && Math.abs(y) < 1;

function firstKind(y: number, degree: number): number {
  const n = whole(degree);
  return byAngle(y, n, 6) ? Math.cos(n * Math.acos(y)) : chebyshev(y, n, y);
}

function secondKind(y: number, degree: number, from: number): number {
  const n = whole(degree);
  if (!byAngle(y, n, from)) return chebyshev(y, n, y + y);
  const angle = Math.acos(y);
  return Math.sin((n + 1) * angle) / Math.sin(angle);
}

function thirdKind(y: number, degree: number, from: number): number {
  const n = whole(degree);
  if (!byAngle(y, n, from)) return chebyshev(y, n, y + y - 1);
  const angle = Math.acos(y);
  return Math.cos((n + 0.5) * angle) / Math.cos(angle / 2);
}

function fourthKind(y: number, degree: number, from: number): number {
  const n = whole(degree);
  if (!byAngle(y, n, from)) return chebyshev(y, n, y + y + 1);
  const angle = Math.acos(y);
  return Math.sin((n + 0.5) * angle) / Math.sin(angle / 2);
}

export const chebyshevT = firstKind;
export const chebyshevU = (x: number, n: number): number => secondKind(x, n, 8);
export const chebyshevV = (x: number, n: number): number => thirdKind(x, n, 8);
export const chebyshevW = (x: number, n: number): number => fourthKind(x, n, 8);
export const shiftedT = (x: number, n: number): number => firstKind(x + x - 1, n);
export const shiftedU = (x: number, n: number): number => secondKind(x + x - 1, n, 6);
export const shiftedV = (x: number, n: number): number => thirdKind(x + x - 1, n, 6);
export const shiftedW = (x: number, n: number): number => fourthKind(x + x - 1, n, 4);

/** Computes p[k + 1] from p[k] and p[k − 1], beginning with p[0] = 1 and p[1] = `first`. */
function recurrence(degree: number, first: number, next: (k: number, q: number, p: number) => number): number {
  const n = whole(degree);
  if (n < 0) return 0;
  if (n > LARGEST) return NaN;
  if (n === 0) return 1;
  let [p, q] = [1, first];
  for (let k = 1; k < n && q === q; k++) [p, q] = [q, next(k, q, p)];
  return q;
}

export const hermiteH = (x: number, n: number): number => recurrence(n, x + x, (k, q, p) => 2 * x * q - 2 * k * p);
export const hermiteHe = (x: number, n: number): number => recurrence(n, x, (k, q, p) => x * q - k * p);
export const laguerreL = (x: number, n: number): number => recurrence(n, 1 - x, (k, q, p) => ((2 * k + 1 - x) * q - k * p) / (k + 1));
export const legendreP = (x: number, n: number): number => recurrence(n, x, (k, q, p) => ((2 * k + 1) * x * q - k * p) / (k + 1));
