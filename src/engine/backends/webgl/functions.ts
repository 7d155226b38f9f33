const CONSTANTS = `
#define INF uintBitsToFloat(0x7f800000u)
#define NOT_A_NUMBER uintBitsToFloat(0x7fc00000u)`;

/**
 * Functions for programs. GLSL's own functions may be wrong by thousands of units in the last place, and may ignore infinities
 * and NaN. So the functions that matter are here, after S. Moshier's Cephes library, in single precision.
 */
const FUNCTIONS = `
float fetch(sampler2D from, int i) { int w = textureSize(from, 0).x; return texelFetch(from, ivec2(i % w, i / w), 0).r; }
bool is_nan(float x) { return (floatBitsToUint(x) & 0x7fffffffu) > 0x7f800000u; }
bool is_finite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }
bool is_negative(float x) { return floatBitsToInt(x) < 0; }
float min_of(float x, float y) { return is_nan(x) ? x : is_nan(y) ? y : min(x, y); }
float max_of(float x, float y) { return is_nan(x) ? x : is_nan(y) ? y : max(x, y); }
float scaled(float x, int n) { int h = n / 2; return x * uintBitsToFloat(uint(127 + h) << 23) * uintBitsToFloat(uint(127 + n - h) << 23); }
float exp_of(float x) {
  if (is_nan(x)) return x;
  if (x > 88.72284) return INF;
  if (x < -103.9) return 0.0;
  float n = floor(x * 1.44269504 + 0.5);
  float r = (x - n * 0.693359375) + n * 2.12194440e-4;
  float p = ((((1.9875691500e-4 * r + 1.3981999507e-3) * r + 8.3334519073e-3) * r + 4.1665795894e-2) * r + 1.6666665459e-1) * r + 5.0000001201e-1;
  return scaled(p * r * r + r + 1.0, int(n));
}
float exp2_of(float x) {
  if (is_nan(x)) return x;
  if (x >= 128.0) return INF;
  if (x < -149.0) return 0.0;
  float n = floor(x + 0.5);
  return scaled(exp_of((x - n) * 0.69314718), int(n));
}
float log_near_1(float m) {
  float p = ((((((((7.0376836292e-2 * m - 1.1514610310e-1) * m + 1.1676998740e-1) * m - 1.2420140846e-1) * m + 1.4249322787e-1) * m
    - 1.6668057665e-1) * m + 2.0000714765e-1) * m - 2.4999993993e-1) * m + 3.3333331174e-1) * m * m * m;
  return p;
}
float log_of(float x) {
  if (is_nan(x) || x < 0.0) return NOT_A_NUMBER;
  if (x == 0.0) return -INF;
  if (!is_finite(x)) return x;
  float shift = 0.0;
  if (x < 1e-30) { x *= 8388608.0; shift = -23.0; }
  uint bits = floatBitsToUint(x);
  float e = float(int(bits >> 23u) - 126) + shift;
  float m = uintBitsToFloat((bits & 0x7fffffu) | 0x3f000000u);
  if (m < 0.707106781) { e -= 1.0; m = m + m - 1.0; } else m = m - 1.0;
  float y = log_near_1(m) - 2.12194440e-4 * e - 0.5 * m * m;
  return m + y + 0.693359375 * e;
}
float log1p_of(float x) {
  if (x > -0.29 && x < 0.41) return x == 0.0 ? x : x + (log_near_1(x) - 0.5 * x * x);
  return log_of(1.0 + x);
}
float expm1_of(float x) {
  if (abs(x) > 0.5 || is_nan(x)) return exp_of(x) - 1.0;
  return x + x * x * (0.5 + x * (1.6666667e-1 + x * (4.1666668e-2 + x * (8.333334e-3 + x * (1.3888889e-3 + x * (1.9841270e-4 + x * 2.4801588e-5))))));
}
float turned(float x, int quarter) {
  if (!is_finite(x)) return NOT_A_NUMBER;
  if (abs(x) > 1.6e6) return NOT_A_NUMBER;
  float n = floor(x * 0.63661977 + 0.5);
  // In two parts whose products with the first pieces of pi / 2 are exact.
  float high = floor(n / 256.0) * 256.0;
  float low = n - high;
  float r = (x - high * 1.5703125) - low * 1.5703125;
  r = (r - high * 4.837512969970703e-4) - low * 4.837512969970703e-4;
  r = (r - high * 7.549789954891888e-8) - low * 7.549789954891888e-8;
  int q = (int(n) + quarter) & 3;
  float z = r * r;
  float s = ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1) * z * r + r;
  float c = ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2) * z * z - 0.5 * z + 1.0;
  float v = (q & 1) == 0 ? s : c;
  return q >= 2 ? -v : v;
}
float sin_of(float x) { return x == 0.0 ? x : turned(x, 0); }
float cos_of(float x) { return turned(x, 1); }
float tan_of(float x) { return x == 0.0 ? x : turned(x, 0) / turned(x, 1); }
float atan_of(float x) {
  if (is_nan(x)) return x;
  float a = abs(x);
  float base = 0.0;
  if (a > 2.414213562) { base = 1.5707963268; a = is_finite(a) ? -1.0 / a : 0.0; }
  else if (a > 0.414213562) { base = 0.7853981634; a = (a - 1.0) / (a + 1.0); }
  float z = a * a;
  float y = base + ((((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z - 3.33329491539e-1) * z * a + a);
  return is_negative(x) ? -y : y;
}
float atan2_of(float y, float x) {
  if (is_nan(x) || is_nan(y)) return NOT_A_NUMBER;
  float angle;
  if (!is_finite(x) && !is_finite(y)) angle = x > 0.0 ? 0.7853981634 : 2.3561944902;
  else if (y == 0.0) angle = is_negative(x) ? 3.1415926536 : 0.0;
  else if (x == 0.0) angle = 1.5707963268;
  else { angle = atan_of(abs(y) / abs(x)); if (is_negative(x)) angle = 3.1415926536 - angle; }
  return is_negative(y) ? -angle : angle;
}
float asin_of(float x) { return abs(x) > 1.0 || is_nan(x) ? NOT_A_NUMBER : x == 0.0 ? x : atan2_of(x, sqrt((1.0 - x) * (1.0 + x))); }
float acos_of(float x) { return abs(x) > 1.0 || is_nan(x) ? NOT_A_NUMBER : atan2_of(sqrt((1.0 - x) * (1.0 + x)), x); }
float sinh_of(float x) {
  float a = abs(x);
  if (a < 1.0) { float z = x * x; return ((2.03721912945e-4 * z + 8.33028376239e-3) * z + 1.66667160211e-1) * z * x + x; }
  if (is_nan(x)) return x;
  float half_power = exp_of(a * 0.5);
  float y = 0.5 * half_power * half_power - (a > 40.0 ? 0.0 : 0.5 * exp_of(-a));
  return x < 0.0 ? -y : y;
}
float cosh_of(float x) {
  if (is_nan(x)) return x;
  float half_power = exp_of(abs(x) * 0.5);
  return 0.5 * half_power * half_power + 0.5 * exp_of(-abs(x));
}
float tanh_of(float x) {
  if (is_nan(x)) return x;
  float a = abs(x);
  if (a < 0.625) {
    float z = x * x;
    return ((((-5.70498872745e-3 * z + 2.06390887954e-2) * z - 5.37397155531e-2) * z + 1.33314422036e-1) * z - 3.33332819422e-1) * z * x + x;
  }
  float y = a > 20.0 ? 1.0 : 1.0 - 2.0 / (exp_of(2.0 * a) + 1.0);
  return x < 0.0 ? -y : y;
}
float asinh_of(float x) {
  if (!is_finite(x) || x == 0.0) return x;
  float a = abs(x);
  float y = a > 1e9 ? log_of(a) + 0.69314718 : log1p_of(a + a * a / (1.0 + sqrt(1.0 + a * a)));
  return x < 0.0 ? -y : y;
}
float acosh_of(float x) {
  if (is_nan(x) || x < 1.0) return NOT_A_NUMBER;
  float t = x - 1.0;
  return x > 1e9 ? log_of(x) + 0.69314718 : log1p_of(t + sqrt(t * (t + 2.0)));
}
float atanh_of(float x) {
  if (is_nan(x) || abs(x) > 1.0) return NOT_A_NUMBER;
  if (abs(x) == 1.0) return x > 0.0 ? INF : -INF;
  return x == 0.0 ? x : 0.5 * (log1p_of(x) - log1p_of(-x));
}
float sqrt_of(float x) { return x < 0.0 || is_nan(x) ? NOT_A_NUMBER : sqrt(x); }
float erfc_tail(float z) {
  float t = 1.0 / (1.0 + 0.5 * z);
  return t * exp_of(-z * z - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806
    + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
}
float erf_of(float x) {
  if (is_nan(x)) return x;
  float a = abs(x);
  if (a < 0.5) {
    float z = x * x;
    return 1.12837917 * x * (1.0 - z * (0.33333333 - z * (0.1 - z * (0.0238095238 - z * (0.00462962963 - z * 0.000757575758)))));
  }
  float y = 1.0 - erfc_tail(a);
  return x < 0.0 ? -y : y;
}
float erfc_of(float x) {
  if (is_nan(x)) return x;
  if (abs(x) < 0.5) return 1.0 - erf_of(x);
  float y = erfc_tail(abs(x));
  return x < 0.0 ? 2.0 - y : y;
}
bool is_whole(float x) { return x == trunc(x); }
bool is_odd(float x) { return is_whole(x) && abs(x) < 16777216.0 && (int(x) & 1) == 1; }
float pow_of(float x, float y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (is_nan(x) || is_nan(y)) return NOT_A_NUMBER;
  if (x == -1.0 && !is_finite(y)) return 1.0;
  if (y == 0.5) return x == 0.0 ? 0.0 : !is_finite(x) ? INF : sqrt_of(x);
  float a = abs(x);
  float sign_of = x < 0.0 || (x == 0.0 && is_negative(x)) ? (is_odd(y) ? -1.0 : 1.0) : 1.0;
  if (x < 0.0 && is_finite(x) && is_finite(y) && !is_whole(y)) return NOT_A_NUMBER;
  if (a == 0.0) return y > 0.0 ? 0.0 * sign_of : sign_of * INF;
  if (!is_finite(a)) return y > 0.0 ? sign_of * INF : sign_of * 0.0;
  if (!is_finite(y)) return (a > 1.0) == (y > 0.0) ? INF : 0.0;
  if (is_whole(y) && abs(y) <= 64.0) {
    float power = 1.0;
    float factor = a;
    for (int n = int(abs(y)); n > 0; n >>= 1) { if ((n & 1) == 1) power *= factor; factor *= factor; }
    return sign_of * (y < 0.0 ? 1.0 / power : power);
  }
  if (a == 2.0) return sign_of * exp2_of(y);
  return sign_of * exp_of(y * log_of(a));
}
float rest_of(float x, float y) {
  if (!is_finite(x) || is_nan(y) || y == 0.0) return NOT_A_NUMBER;
  if (!is_finite(y)) return x;
  float r = abs(x);
  float d = abs(y);
  for (int k = 0; k < 64 && r >= d; k++) { float q = trunc(r / d); r -= min(q, 8388608.0) * d; if (r < 0.0) r += d; }
  return is_negative(x) ? -r : r;
}
float remainder_of(float x, float y) { float r = rest_of(x, y); return r != 0.0 && (r < 0.0) != (y < 0.0) ? r + y : r; }
float floor_divide(float x, float y) {
  if (y == 0.0) return is_nan(x) || x == 0.0 ? NOT_A_NUMBER : is_negative(x) != is_negative(y) ? -INF : INF;
  float r = rest_of(x, y);
  float q = (x - r) / y;
  if (r != 0.0 && (y < 0.0) != (r < 0.0)) q -= 1.0;
  if (q == 0.0) return is_negative(x) != is_negative(y) ? -0.0 : 0.0;
  float f = floor(q);
  return q - f > 0.5 ? f + 1.0 : f;
}
float hypot_of(float x, float y) {
  if ((!is_finite(x) && !is_nan(x)) || (!is_finite(y) && !is_nan(y))) return INF;
  float a = max_of(abs(x), abs(y));
  if (a == 0.0 || is_nan(a)) return a;
  float b = min(abs(x), abs(y)) / a;
  return a * sqrt(1.0 + b * b);
}
float divided(float x, float y) {
  if (y == 0.0) return x == 0.0 || is_nan(x) ? NOT_A_NUMBER : is_negative(x) != is_negative(y) ? -INF : INF;
  return x / y;
}
float truth_of(float x) { return x != 0.0 ? 1.0 : 0.0; }
`;

/** The functions by their names, in an order in which each function stands before its uses. */
const byName = new Map(FUNCTIONS.split(/\n(?=(?:float|bool) \w+\()/).map((text) => [/(\w+)\(/.exec(text)?.[1] ?? '', text]));

/** The functions that a text needs, and the functions that those need. A card compiles all it gets, needed or not. */
export function functionsFor(text: string): string {
  const needed = new Set<string>();
  const look = (at: string) => {
    for (const [word] of at.matchAll(/\w+/g))
      if (byName.has(word) && !needed.has(word)) {
        needed.add(word);
        look(byName.get(word)!);
      }
  };
  look(text);
  return [CONSTANTS, ...[...byName].filter(([name]) => needed.has(name)).map(([, body]) => body)].join('\n');
}
