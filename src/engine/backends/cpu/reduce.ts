import { int64 } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { numel } from '../../shape.js';
import type { View } from '../backend.js';
import type { FoldKernel, ScanKernel } from '../kernels.js';
import { logaddexp } from '../scalar.js';
import { foldLoop } from './codegen.js';
import { dense, dimsLast, plan, walk } from './plan.js';

const pick = (values: readonly number[], dims: readonly number[]) => dims.map((d) => values[d]);

/** @see Backend.fold */
export function fold(kernel: FoldKernel, x: View, dims: readonly number[], out: View, aux?: View): void {
  const kept = [...x.sizes.keys()].filter((d) => !dims.includes(d));
  const inner = plan(pick(x.sizes, dims), [pick(x.strides, dims)]);
  const n = numel(pick(x.sizes, dims));
  const loop = foldLoop(`${kernel}/${inner.sizes.length}`);
  const { data } = x.storage;
  const target = out.storage.data;
  let o = out.offset;
  let a = aux?.offset ?? 0;
  walk(pick(x.sizes, kept), [pick(x.strides, kept)], [x.offset], ([at]) => {
    const value = n === 0 ? emptyFold(kernel) : loop(data, at, inner.sizes, inner.strides[0], n, aux ? aux.storage.data[a++] : 0);
    if (out.dtype === int64 && !(Math.abs(value) <= 2 ** 53)) {
      throw wrongDtype('floating', `an int64 result of ${value} is beyond ±2^53, where integers are exact here; use dtype torch.float64`);
    }
    target[o++] = value;
  });
}

/** What folding nothing gives, where PyTorch allows it. */
function emptyFold(kernel: FoldKernel): number {
  if (kernel === 'prod' || kernel === 'all') return 1;
  return kernel === 'mean' ? NaN : 0;
}

/** @see Backend.argfold */
export function argfold(kernel: 'max' | 'min', x: View, dims: readonly number[], out: View): void {
  const { data, at } = dense(dimsLast(x, dims));
  const n = numel(pick(x.sizes, dims));
  const rows = numel(out.sizes);
  const sign = kernel === 'max' ? 1 : -1;
  for (let r = 0, start = at; r < rows; r++, start += n) {
    let best = data[start] * sign;
    let where = 0;
    for (let i = 1; i < n && best === best; i++) {
      const v = data[start + i] * sign;
      if (v > best || v !== v) {
        best = v;
        where = i;
      }
    }
    out.storage.data[out.offset + r] = where;
  }
}

const steps: Record<'sum' | 'prod' | 'logsumexp', (a: number, x: number) => number> = {
  sum: (a, x) => a + x,
  prod: (a, x) => a * x,
  logsumexp: logaddexp,
};

/** @see Backend.scan */
export function scan(kernel: ScanKernel, x: View, dim: number, out: View, indices?: View): void {
  const { data, at } = dense(x);
  const n = x.sizes[dim];
  const inner = numel(x.sizes.slice(dim + 1));
  const outer = numel(x.sizes.slice(0, dim));
  const target = out.storage.data;
  for (let row = 0; row < outer * inner; row++) {
    const start = Math.floor(row / inner) * n * inner + (row % inner);
    let a = 0;
    let where = 0;
    for (let i = 0; i < n; i++) {
      const v = data[at + start + i * inner];
      if (kernel === 'max' || kernel === 'min') {
        // The last of equals wins, and NaN over all, as in PyTorch.
        if (i === 0 || (kernel === 'max' ? v >= a : v <= a) || v !== v) {
          a = a !== a && v === v ? a : v;
          where = a !== a && v === v ? where : i;
        }
        indices!.storage.data[indices!.offset + start + i * inner] = where;
      } else a = i === 0 ? v : steps[kernel](a, v);
      target[out.offset + start + i * inner] = a;
    }
  }
}

/** @see Backend.softmax */
export function softmax(x: View, dim: number, log: boolean, out: View): void {
  const { data, at } = dense(x);
  const n = x.sizes[dim];
  const inner = numel(x.sizes.slice(dim + 1));
  const outer = numel(x.sizes.slice(0, dim));
  const target = out.storage.data;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      const start = o * n * inner + k;
      let max = -Infinity;
      for (let i = 0; i < n; i++) {
        const v = data[at + start + i * inner];
        if (v > max || v !== v) max = v;
      }
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.exp(data[at + start + i * inner] - max);
      const shift = max + Math.log(sum);
      for (let i = 0; i < n; i++) {
        const v = data[at + start + i * inner];
        target[out.offset + start + i * inner] = log ? v - shift : Math.exp(v - max) / sum;
      }
    }
  }
}
