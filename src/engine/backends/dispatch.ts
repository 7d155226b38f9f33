import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { foldKernels, scanKernels, type FoldKernel, type ScanKernel } from '../kernels/reductions.js';
import { allocate, whole } from './allocation.js';
import type { Backend, FusedKernels, KernelName, Kernels, View } from './backend.js';
import { cpu } from './cpu/index.js';
import { onHost } from './fallback.js';
import { backendOf } from './registry.js';
import { broadcastStrides, isContiguous } from '../shape.js';
import type { Storage } from '../storage.js';

/**
 * Every kernel that ops call. The backend of the views' device runs it; if the backend lacks the kernel, the CPU runs it (see
 * fallback.ts).
 */

const mixed = (a: Device, b: Device) =>
  new RuntimeError(
    `Expected all tensors to be on the same device, but found at least two devices, ${[a, b].map(String).sort().reverse().join(' and ')}!`,
  );

/** The backend of both views. @throws RuntimeError when they are on different devices */
function common(a: View, b: View): Backend {
  if (a.storage.device !== b.storage.device) throw mixed(a.storage.device, b.storage.device);
  return backendOf(a.storage.device);
}

function commonOfAll(inputs: readonly View[], out: View): Backend {
  const { device } = out.storage;
  for (let i = 0; i < inputs.length; i++) if (inputs[i].storage.device !== device) throw mixed(device, inputs[i].storage.device);
  return backendOf(device);
}

/**
 * Reorders the dims of all views by the strides of `out`, from the slowest to the fastest, so that kernels walk through `out`
 * in memory order.
 */
function inOrderOf(out: View, inputs: readonly View[]): View[] {
  const order = [...out.sizes.keys()].sort((a, b) => out.strides[b] - out.strides[a]);
  return [out, ...inputs].map((x) => {
    const strides = x === out ? x.strides : broadcastStrides(x.sizes, x.strides, out.sizes);
    const view = { storage: x.storage, offset: x.offset, dtype: x.dtype, conjugated: x.conjugated };
    return { ...view, sizes: order.map((d) => out.sizes[d]), strides: order.map((d) => strides[d]) };
  });
}

const prefixed = <K extends string, P extends string>(prefix: P, table: Record<K, unknown>) =>
  Object.fromEntries(Object.keys(table).map((name) => [name, `${prefix}.${name}`])) as { [N in K]: `${P}.${N}` };
const foldNames = prefixed<FoldKernel, 'fold'>('fold', foldKernels);
const scanNames = prefixed<ScanKernel, 'scan'>('scan', scanKernels);

/** The kernels to call: those of the backend, or those of the CPU. */
function able(backend: Backend, name: KernelName, dtype: DType): Kernels {
  if (backend === cpu) return cpu.kernels;
  return backend.has(name, dtype) ? (backend.kernels as Kernels) : onHost(backend, name);
}

/** Rounds the elements that a kernel has written to what the dtype can hold, since most kernels do not round. */
function rounded(out: View): void {
  if (out.dtype.isRounded) kernels.map('identity', [out], out, out.dtype);
}

export const kernels: Kernels = {
  map(kernel, inputs, out, compute, params) {
    const { map } = able(commonOfAll(inputs, out), kernel, compute);
    if (isContiguous(out.sizes, out.strides)) return map(kernel, inputs, out, compute, params);
    const [to, ...from] = inOrderOf(out, inputs);
    map(kernel, from, to, compute, params);
  },
  copy(source, out) {
    const { copy } = common(source, out).kernels;
    if (isContiguous(out.sizes, out.strides)) return copy(source, out);
    const [to, from] = inOrderOf(out, [source]);
    copy(from, to);
  },
  fill: (out, value) => backendOf(out.storage.device).kernels.fill(out, value),
  fold(kernel, x, dims, out, aux) {
    if (aux) common(x, aux);
    able(common(x, out), foldNames[kernel], x.dtype).fold(kernel, x, dims, out, aux);
    rounded(out);
  },
  argfold: (kernel, x, dims, out) => able(common(x, out), 'argfold', x.dtype).argfold(kernel, x, dims, out),
  scan(kernel, x, dim, out) {
    able(common(x, out), scanNames[kernel], x.dtype).scan(kernel, x, dim, out);
    rounded(out);
  },
  scanExtreme: (kernel, x, dim, out, indices) => able(common(x, out), 'scanExtreme', x.dtype).scanExtreme(kernel, x, dim, out, indices),
  softmax(x, dim, log, out) {
    able(common(x, out), 'softmax', x.dtype).softmax(x, dim, log, out);
    rounded(out);
  },
  matmul(a, b, out) {
    able(commonOfAll([a, b], out), 'matmul', out.dtype).matmul(a, b, out);
    rounded(out);
  },
  gather: (x, dim, index, out) => able(commonOfAll([x, index], out), 'gather', out.dtype).gather(x, dim, index, out),
  scatter(out, dim, index, values, mode) {
    able(commonOfAll([values, index], out), 'scatter', out.dtype).scatter(out, dim, index, values, mode);
    rounded(out);
  },
  take: (x, positions, out) => able(commonOfAll([x, positions], out), 'take', out.dtype).take(x, positions, out),
  put(out, positions, values, mode) {
    able(commonOfAll([values, positions], out), 'put', out.dtype).put(out, positions, values, mode);
    rounded(out);
  },
  sort: (x, descending, values, indices) => able(common(x, values), 'sort', x.dtype).sort(x, descending, values, indices),
  im2col: (x, window, output, columns) => able(common(x, columns), 'im2col', x.dtype).im2col(x, window, output, columns),
  col2im(columns, window, output, out) {
    able(common(columns, out), 'col2im', out.dtype).col2im(columns, window, output, out);
    rounded(out);
  },
  maxPool: (x, window, out, indices) => able(common(x, out), 'maxPool', x.dtype).maxPool(x, window, out, indices),
  avgPool(x, window, includePad, divisor, out) {
    able(common(x, out), 'avgPool', x.dtype).avgPool(x, window, includePad, divisor, out);
    rounded(out);
  },
  avgPoolBackward(grad, window, includePad, divisor, out) {
    able(common(grad, out), 'avgPoolBackward', out.dtype).avgPoolBackward(grad, window, includePad, divisor, out);
    rounded(out);
  },
};

/**
 * Runs a fused kernel of the backend of these views, unless the backend lacks it; see FusedKernels. @throws RuntimeError when
 * the views are on different devices
 */
export function fused<Name extends keyof FusedKernels>(name: Name, ...args: Parameters<FusedKernels[Name]>): boolean {
  let device: Device | null = null;
  for (const arg of args as readonly unknown[])
    for (const v of Array.isArray(arg) ? (arg as unknown[]) : [arg]) {
      if (typeof v !== 'object' || v === null || !('storage' in v)) continue;
      const { storage } = v as View;
      device ??= storage.device;
      if (storage.device !== device) throw mixed(device, storage.device);
    }
  const step = device && (backendOf(device).fused?.[name] as ((...args: readonly unknown[]) => boolean) | undefined);
  return step ? step(...args) : false;
}

/** A copy of the storage, in its own memory. */
export function duplicate(storage: Storage): Storage {
  const copy = allocate(storage.device, storage.dtype, storage.length);
  kernels.copy(whole(storage), whole(copy));
  return copy;
}
