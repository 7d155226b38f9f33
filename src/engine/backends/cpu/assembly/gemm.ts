/**
 * C = A · B in float32, in AssemblyScript (`npm run generate` compiles it to generated/gemm.ts).
 *
 * After Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008): blocks
 * of A and B are packed into panels of 6 rows and 8 columns, so that the innermost loop reads both
 * in order and keeps a 6 × 8 tile of C in twelve registers.
 */

/** Rows and depth of a block: a panel of A (6 × KC) and one of B (KC × 8) fit into the first-level cache. */
const MC: i32 = 96;
const KC: i32 = 256;

/** Packs rows [0, rows) of A, depth kc, into panels of 6 rows; missing rows are zero. */
function packA(a: usize, rowStep: i32, depthStep: i32, rows: i32, kc: i32, to: usize): void {
  for (let i = 0; i < rows; i += 6) {
    for (let p = 0; p < kc; p++) {
      const from = a + ((i * rowStep + p * depthStep) << 2);
      for (let r = 0; r < 6; r++) {
        store<f32>(to, i + r < rows ? load<f32>(from + ((r * rowStep) << 2)) : 0);
        to += 4;
      }
    }
  }
}

/** Packs columns [0, columns) of B, depth kc, into panels of 8 columns; missing columns are zero. */
function packB(b: usize, depthStep: i32, columnStep: i32, columns: i32, kc: i32, to: usize): void {
  for (let j = 0; j < columns; j += 8) {
    const whole = columnStep == 1 && j + 8 <= columns;
    for (let p = 0; p < kc; p++) {
      const from = b + ((p * depthStep + j * columnStep) << 2);
      if (whole) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
      } else {
        for (let c = 0; c < 8; c++) store<f32>(to + (c << 2), j + c < columns ? load<f32>(from + ((c * columnStep) << 2)) : 0);
      }
      to += 32;
    }
  }
}

// @ts-ignore: decorator
@inline
function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

// @ts-ignore: decorator
@inline
function put(c: usize, low: v128, high: v128, add: bool): void {
  if (add) {
    low = f32x4.add(low, v128.load(c));
    high = f32x4.add(high, v128.load(c, 16));
  }
  v128.store(c, low);
  v128.store(c, high, 16);
}

/** A tile of 6 × 8: C = (or +=) a panel of A times a panel of B. */
function tile(a: usize, b: usize, kc: i32, c: usize, rowBytes: usize, add: bool): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  for (let p = 0; p < kc; p++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    b += 32;
    let x = v128.load32_splat(a);
    c00 = multiplyAdd(c00, x, b0);
    c01 = multiplyAdd(c01, x, b1);
    x = v128.load32_splat(a, 4);
    c10 = multiplyAdd(c10, x, b0);
    c11 = multiplyAdd(c11, x, b1);
    x = v128.load32_splat(a, 8);
    c20 = multiplyAdd(c20, x, b0);
    c21 = multiplyAdd(c21, x, b1);
    x = v128.load32_splat(a, 12);
    c30 = multiplyAdd(c30, x, b0);
    c31 = multiplyAdd(c31, x, b1);
    x = v128.load32_splat(a, 16);
    c40 = multiplyAdd(c40, x, b0);
    c41 = multiplyAdd(c41, x, b1);
    x = v128.load32_splat(a, 20);
    c50 = multiplyAdd(c50, x, b0);
    c51 = multiplyAdd(c51, x, b1);
    a += 24;
  }
  put(c, c00, c01, add);
  put(c + rowBytes, c10, c11, add);
  put(c + 2 * rowBytes, c20, c21, add);
  put(c + 3 * rowBytes, c30, c31, add);
  put(c + 4 * rowBytes, c40, c41, add);
  put(c + 5 * rowBytes, c50, c51, add);
}

/**
 * @param a, b where A (m × k) and B (k × n) are, with their steps between rows and columns in elements
 * @param c where C goes: rows of `n` rounded up to 8, `m` rounded up to 6 of them
 * @param scratch room for MC · KC + KC · (n rounded up to 8) elements
 */
export function gemm(m: i32, n: i32, k: i32, a: usize, aRow: i32, aColumn: i32, b: usize, bRow: i32, bColumn: i32, c: usize, scratch: usize): void {
  const width = (n + 7) & ~7;
  const rowBytes = <usize>width << 2;
  const panelsOfB = scratch + ((MC * KC) << 2);
  for (let p = 0; p < k; p += KC) {
    const kc = min(KC, k - p);
    packB(b + ((p * bRow) << 2), bRow, bColumn, n, kc, panelsOfB);
    for (let i = 0; i < m; i += MC) {
      const mc = min(MC, m - i);
      packA(a + ((i * aRow + p * aColumn) << 2), aRow, aColumn, mc, kc, scratch);
      for (let j = 0; j < n; j += 8) {
        const panelOfB = panelsOfB + ((j * kc) << 2);
        for (let r = 0; r < mc; r += 6) {
          tile(scratch + ((r * kc) << 2), panelOfB, kc, c + (<usize>(i + r) * rowBytes) + (j << 2), rowBytes, p > 0);
        }
      }
    }
  }
}
