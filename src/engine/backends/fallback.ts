import { contiguousStrides, numel } from '../shape.js';
import { allocate, look, upload } from './allocation.js';
import type { Backend, KernelName, Kernels, View } from './backend.js';
import { cpu } from './cpu/index.js';

/**
 * The CPU runs the kernels that a backend lacks: views are copied to the CPU, and written views are copied back. Each such run
 * is counted.
 */

/** Which arguments of a kernel are only written to (`fresh`), and which are read and written (`changed`). */
const written: Record<keyof Kernels, { fresh?: readonly number[]; changed?: readonly number[] }> = {
  map: { fresh: [2] },
  copy: { fresh: [1] },
  fill: { fresh: [0] },
  fold: { fresh: [3] },
  argfold: { fresh: [3] },
  scan: { fresh: [3] },
  scanExtreme: { fresh: [3, 4] },
  softmax: { fresh: [3] },
  matmul: { fresh: [2] },
  gather: { fresh: [3] },
  scatter: { changed: [0] },
  take: { fresh: [2] },
  put: { changed: [0] },
  sort: { fresh: [2, 3] },
  im2col: { changed: [3] },
  col2im: { changed: [3] },
  maxPool: { fresh: [2, 3] },
  avgPool: { fresh: [4] },
  avgPoolBackward: { changed: [4] },
};

const isView = (v: unknown): v is View => typeof v === 'object' && v !== null && 'storage' in v;

/** A contiguous view of the same sizes on the CPU. */
const onCpu = (x: View, storage = allocate(cpu.device, x.dtype, numel(x.sizes))): View => ({
  storage,
  sizes: x.sizes,
  strides: contiguousStrides(x.sizes),
  offset: 0,
  dtype: x.dtype,
});

const copied = (x: View): View => onCpu(x, upload(cpu.device, x.dtype, look(x).slice()));

const counts = new Map<string, number>();

/** How often the CPU did a kernel for another device, by `device kernel`: `webgl sort`. */
export const fallbacks = (): ReadonlyMap<string, number> => counts;

export const forgetFallbacks = (): void => counts.clear();

function run(backend: Backend, method: keyof Kernels, args: readonly unknown[]): void {
  const { fresh = [], changed = [] } = written[method];
  const moved = args.map((v, i) => {
    if (Array.isArray(v) && isView(v[0])) return (v as View[]).map(copied);
    return !isView(v) ? v : fresh.includes(i) ? onCpu(v) : copied(v);
  });
  (cpu.kernels[method] as (...args: unknown[]) => void)(...moved);
  for (const i of [...fresh, ...changed]) {
    const out = args[i] as View;
    const back = upload(backend.device, out.dtype, look(moved[i] as View));
    backend.kernels.copy({ ...(moved[i] as View), storage: back }, out);
  }
}

const made = new Map<Backend, Kernels>();

/** The kernels of the CPU, for views of another backend. */
export function onHost(backend: Backend, name: KernelName): Kernels {
  const key = `${String(backend.device)} ${name}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  let kernels = made.get(backend);
  if (!kernels) {
    const methods = Object.keys(written) as (keyof Kernels)[];
    const entries = methods.map((method) => [method, (...args: unknown[]) => run(backend, method, args)]);
    made.set(backend, (kernels = Object.fromEntries(entries) as unknown as Kernels));
  }
  return kernels;
}
