/** Functions of one or two numbers that `Math` lacks, to double precision. The kernels' expressions use them by name. */

/** Rounds half to even, as PyTorch and IEEE 754. */
export function roundEven(x: number): number {
  const low = Math.floor(x);
  const rest = x - low;
  if (rest < 0.5) return low;
  // Numbers between −1 and 0 round to −0, so they keep their sign.
  const high = low === -1 ? -0 : low + 1;
  return rest > 0.5 || low % 2 !== 0 ? high : low;
}

/**
 * e^x of a float32 as PyTorch's vectors compute it: e^r · 2^n, where r is at most half of ln 2, and each step multiplies and adds
 * at once. It is at most 1 ulp off; inside of formulas PyTorch has this one.
 */
export function expSingle(x: number): number {
  if (!(x > -104 && x < 104)) return x !== x ? x : x < 0 ? 0 : Infinity;
  const n = roundEven(Math.fround(x * LOG2E));
  const r = Math.fround(n * LN2_LOW + Math.fround(n * -0.693145751953125 + x));
  let u = EXP_START;
  for (const c of EXP_TERMS) u = Math.fround(u * r + c);
  return Math.fround(1 + Math.fround(Math.fround(r * r) * u + r)) * 2 ** n;
}
const LOG2E = Math.fround(Math.LOG2E);
const LN2_LOW = Math.fround(-1.428606765330187e-6);
const EXP_START = Math.fround(0.000198527617612853646278381);
const EXP_TERMS = [
  0.00139304355252534151077271, 0.00833336077630519866943359, 0.0416664853692054748535156, 0.166666671633720397949219, 0.5,
].map(Math.fround);

const word = new DataView(new ArrayBuffer(4));

/** Rounds to the nearest float16. It rounds to float32 first, as PyTorch's arithmetic for float16 does. */
export function half(x: number): number {
  const v = Math.fround(x);
  if (!(v > -65520 && v < 65520)) return v !== v ? v : v < 0 ? -Infinity : Infinity;
  word.setFloat32(0, v);
  const exponent = ((word.getUint16(0) >> 7) & 255) - 127;
  const unit = 2 ** (Math.max(exponent, -14) - 10);
  return roundEven(v / unit) * unit;
}

/** Rounds to the nearest bfloat16: the upper half of a float32, rounded half to even. */
export function brain(x: number): number {
  if (x !== x) return x;
  word.setFloat32(0, x);
  const bits = word.getUint32(0);
  word.setUint32(0, (bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000);
  return word.getFloat32(0);
}

/** C's pow: a base of ±1 to an infinite power is 1. */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if ((x === 1 || x === -1) && (y === Infinity || y === -Infinity)) return 1;
  if (x === 1) return 1;
  return Math.pow(x, y);
}

/** Python's %: the result has the sign of the divisor. */
export function remainder(x: number, y: number): number {
  const r = x % y;
  return r !== 0 && r < 0 !== y < 0 ? r + y : r;
}

/** Rounds the quotient down. It uses the remainder, as Python does. */
export function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  const mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0 && y < 0 !== mod < 0) div -= 1;
  if (div === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(div);
  return div - floor > 0.5 ? floor + 1 : floor;
}

export function gcd(x: number, y: number): number {
  x = Math.abs(x);
  y = Math.abs(y);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** and, or, xor of integers up to ±2^53: JavaScript's own operators keep only 32 bits. */
function bitwise(x: number, y: number, op: number): number {
  if ((x | 0) === x && (y | 0) === y) return op === 0 ? x & y : op === 1 ? x | y : x ^ y;
  const [a, b] = [BigInt(x), BigInt(y)];
  return Number(op === 0 ? a & b : op === 1 ? a | b : a ^ b);
}

export const bitwiseAnd = (x: number, y: number): number => bitwise(x, y, 0);
export const bitwiseOr = (x: number, y: number): number => bitwise(x, y, 1);
export const bitwiseXor = (x: number, y: number): number => bitwise(x, y, 2);

const ascending = (x: number, coefficients: readonly number[]): number => {
  let r = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) r = r * x + coefficients[i];
  return r;
};

// Rational approximations of Sun's fdlibm (s_erf.c), error below one unit in the last place.
const PP = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2, -5.77027029648944159157e-3, -2.37630166566501626084e-5,
];
const QQ = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3, 1.32494738004321644526e-4, -3.9602282787753681232e-6,
];
const PA = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1, 3.18346619901161753674e-1, -1.10894694282396677476e-1,
  3.54783043256182359371e-2, -2.166375594868790843e-3,
];
const QA = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2, 1.26171219808761642112e-1, 1.36370839120290507362e-2,
  1.1984499846799107417e-2,
];
const RA = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1, -6.23753324503260060396e1, -1.62396669462573470355e2,
  -1.84605092906711035994e2, -8.12874355063065934246e1, -9.81432934416914548592,
];
const SA = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2, 4.29008140027567833386e2,
  1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
];
const RB = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1, -1.60636384855821916062e2, -6.37566443368389627722e2,
  -1.02509513161107724954e3, -4.83519191608651397019e2,
];
const SB = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3, 2.55305040643316442583e3,
  4.74528541206955367215e2, -2.24409524465858183362e1,
];
const ERX = 8.45062911510467529297e-1;

/** ln(ax · erfc(ax)) + ax² + 0.5625, for ax >= 1.25. */
function tailRatio(ax: number): number {
  const s = 1 / (ax * ax);
  return ax < 1 / 0.35 ? ascending(s, RA) / ascending(s, SA) : ascending(s, RB) / ascending(s, SB);
}

/** erfc(ax) for ax >= 1.25. */
function erfcTail(ax: number): number {
  const ratio = tailRatio(ax);
  const z = Math.fround(ax); // exp(-x^2) in two factors, the first exact
  return (Math.exp(-z * z - 0.5625) * Math.exp((z - ax) * (z + ax) + ratio)) / ax;
}

export function erf(x: number): number {
  if (x !== x) return x;
  const ax = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (ax < 0.84375) return x + x * (ascending(x * x, PP) / ascending(x * x, QQ));
  if (ax < 1.25) return sign * (ERX + ascending(ax - 1, PA) / ascending(ax - 1, QA));
  return ax >= 6 ? sign : sign * (1 - erfcTail(ax));
}

export function erfc(x: number): number {
  if (x !== x) return x;
  const ax = Math.abs(x);
  if (ax < 0.84375) return 1 - erf(x);
  if (ax < 1.25) {
    const p = ascending(ax - 1, PA) / ascending(ax - 1, QA);
    return x < 0 ? 1 + ERX + p : 1 - ERX - p;
  }
  if (ax >= 28) return x < 0 ? 2 : 0;
  return x < 0 ? 2 - erfcTail(ax) : erfcTail(ax);
}

/** e^(x²) · erfc(x) */
export function erfcx(x: number): number {
  if (x < -26.7) return Infinity;
  if (x < 0) return 2 * Math.exp(x * x) - erfcx(-x);
  if (x < 1.25) return Math.exp(x * x) * erfc(x);
  if (x < 28) return Math.exp(tailRatio(x) - 0.5625) / x;
  const z = x * x;
  return x > 5e7 ? 0.5641895835477563 / x : (0.5641895835477563 * (z * (z + 4.5) + 2)) / (x * (z * (z + 5) + 3.75));
}

/** In single precision, in which the square is rounded before its exponential is taken. */
export const erfcxSingle = (x: number): number => (x < 0 && x >= -26.7 ? 2 * Math.exp(Math.fround(x * x)) - erfcx(-x) : erfcx(x));

/** The logarithm of the normal distribution's cumulative function. */
export function logNdtr(x: number): number {
  const t = x * Math.SQRT1_2;
  return x < -1 ? Math.log(erfcx(-t) / 2) - t * t : Math.log1p(-erfc(t) / 2);
}

/** In single precision: its gradient subtracts what is nearly the same. */
export function logNdtrSingle(x: number): number {
  const f = Math.fround;
  const t = f(x * f(Math.SQRT1_2));
  return x < -1 ? f(Math.log(f(erfcxSingle(-t)) / 2)) - f(t * t) : Math.log1p(-f(erfc(t)) / 2);
}

/** Giles' starting value, then Newton steps. */
export function erfinv(y: number): number {
  if (y <= -1 || y >= 1 || y !== y) return y === 1 ? Infinity : y === -1 ? -Infinity : NaN;
  if (y === 0) return y;
  const w = -Math.log((1 - y) * (1 + y));
  const a = 0.147;
  const t = 2 / (Math.PI * a) - w / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(t * t + w / a) - t);
  for (let i = 0; i < 3; i++) {
    const error = Math.abs(y) > 0.5 ? Math.sign(y) * (1 - Math.abs(y) - erfc(Math.abs(x))) : erf(x) - y;
    const step = error / ((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    x -= step / (1 + x * step);
  }
  return x;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln |gamma(x)| by Stirling's series. Small x are shifted up first; near 1 and 2, where the result vanishes, Lanczos' formula is used. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
  if (x > 15) {
    const r = 1 / (x * x);
    const series = ascending(r, [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]) / x;
    return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + series;
  }
  let sum = LANCZOS[0];
  for (let i = 1; i < 9; i++) sum += LANCZOS[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.9189385332046727 + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The derivative of lgamma. */
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Infinity : -Infinity;
  if (x < 0) return Number.isInteger(x) ? NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  while (x < 12) shift -= 1 / x++;
  const r = 1 / (x * x);
  return shift + Math.log(x) - 0.5 / x - r * ascending(r, [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12]);
}
