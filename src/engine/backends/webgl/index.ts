import { deviceOf } from '../../device.js';
import { bool, dtypes, float32, float64, type DType } from '../../dtype.js';
import { mapKernels, type MapKernel } from '../../kernels/elementwise.js';
import { Storage, type DeviceBuffer } from '../../storage.js';
import type { Backend, KernelName, View } from '../backend.js';
import { registerBackend } from '../registry.js';
import { openCard } from './card.js';
import { fold, softmax } from './fold.js';
import { gather, take } from './indexing.js';
import { copy, fill, hasMap, map } from './maps.js';
import { askFor, bufferOf, Elements, elementsOf, peakCardBytes, read } from './memory.js';
import { argfold, matmul, scan } from './rows.js';
import { avgPool, avgPoolBackward, col2im, im2col, maxPool } from './windows.js';

export { cardMemory } from './memory.js';
export { compiledPrograms } from './programs.js';

const kernels = { map, copy, fill, fold, argfold, scan, softmax, matmul, gather, take, im2col, col2im, maxPool, avgPool, avgPoolBackward };

const isMap = (kernel: KernelName): kernel is MapKernel => Object.hasOwn(mapKernels, kernel);

/** On the card, integers are exact up to 24 bits only, so the CPU computes with integers. */
const has = (kernel: KernelName, dtype: DType): boolean =>
  (dtype === float32 || dtype === bool) && (isMap(kernel) ? hasMap(kernel) : kernel.split('.')[0] in kernels);

function garbage(dtype: DType, length: number) {
  if (!(length >= 0 && length < 2 ** 31)) throw new RangeError('no room');
  return bufferOf(new Elements(dtype, length));
}

const webgl: Backend = {
  device: deviceOf('webgl', 0),
  dtypes: new Set(Object.values(dtypes).filter((dtype) => dtype !== float64 && !dtype.load && !dtype.isRounded && !dtype.is_complex)),
  has,
  kernels,
  allocate: garbage,
  zeros: garbage,
  upload(values, dtype) {
    const numbers = values instanceof dtype.array ? values : new dtype.array(values.length);
    if (numbers !== values) numbers.set(dtype === bool ? Array.from(values, (v) => Number(v !== 0)) : values);
    return bufferOf(new Elements(dtype, numbers.length, numbers));
  },
  free: (buffer) => (buffer as unknown as Elements).free(),
  read,
  element: (x) => elementsOf(x.storage).number(x.offset),
  askFor,
};

/**
 * Calls everything of TensorFlow.js that is used later once. TensorFlow.js reads globals on the first call, and a model's
 * worker removes these globals later.
 */
function tryOnce(): void {
  const view = (dtype: DType, buffer: DeviceBuffer): View => {
    const storage = new Storage(webgl.device, buffer, dtype, 2);
    return { storage, sizes: [2], strides: [1], offset: 0, dtype };
  };
  const [x, out] = [view(float32, webgl.upload([1, 2], float32)), view(float32, webgl.allocate(float32, 2))];
  map('add', [x, x], out, float32);
  const [, sum] = read(out);
  for (const { storage } of [x, out]) webgl.free!(storage.buffer);
  if (sum !== 4) throw new Error(`The graphics card computes wrongly: 2 + 2 is ${sum}.`);
}

/** Opens the card and makes `webgl` a device. @throws Error with a sentence where WebGL cannot be used */
export async function startWebgl(): Promise<{ renderer: string; isSoftware: boolean; isLost: () => boolean; peakBytes: () => number }> {
  const { renderer, isSoftware, gl } = await openCard();
  registerBackend(webgl);
  tryOnce();
  return { renderer, isSoftware, isLost: () => gl.isContextLost(), peakBytes: peakCardBytes };
}
