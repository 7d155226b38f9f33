/** NumPy's `.npz`: a zip of `.npy` files, compressed or not. */
import { zipSync } from 'fflate/browser';
import { RuntimeError } from '../errors.js';
import type { Tensor } from '../tensor/tensor.js';
import { formatNpy, parseNpy } from './npy.js';
import { DamagedZip, eachEntry } from './zip.js';

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The oldest date that a zip can hold. It is constant, so that the same arrays make the same file. */
const DATE = '1980-01-01T00:00:00';

/** The arrays by name. @throws RuntimeError for a damaged zip, or for another content */
export function parseNpz(bytes: Uint8Array, name: string): Record<string, Tensor> {
  const arrays: [string, Tensor][] = [];
  try {
    eachEntry(bytes, (file, content) => {
      arrays.push([file.replace(/\.npy$/, ''), parseNpy(content, `${name}/${file}`)]);
    });
  } catch (error) {
    if (!(error instanceof DamagedZip)) throw error;
    throw new RuntimeError(`'${name}' is a damaged or incomplete zip file.`);
  }
  return Object.fromEntries(arrays);
}

/** The error for a file that Python's `pickle` wrote, or `torch.save` before PyTorch 1.6: a pickle without a zip around it. */
export const pickled = (name: string): RuntimeError =>
  new RuntimeError(
    `'${name}' is a pickle of Python, or a file of PyTorch before 1.6. Save it there with the torch.save of today, as .safetensors ` +
      `(safetensors.torch.save_file(model.state_dict(), 'model.safetensors')) or as .npz (numpy.savez), and load that.`,
  );

/** The bytes that `numpy.savez` writes. */
export const formatNpz = (arrays: Readonly<Record<string, Tensor>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(arrays).map(([name, tensor]) => [`${name}.npy`, formatNpy(tensor)])), {
    level: 0,
    mtime: DATE,
  });
