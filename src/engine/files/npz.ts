/** NumPy's `.npz`: a zip of `.npy` files, compressed or not. */
import { zipSync } from 'fflate/browser';
import { RuntimeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { formatNpy, parseNpy } from './npy.js';
import { DamagedZip, eachEntry } from './zip.js';

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The oldest date a zip can hold, so that the same arrays make the same file. */
const DATE = '1980-01-01T00:00:00';

/** The arrays by name. @throws RuntimeError for a zip that is damaged, or holds something else */
export function parseNpz(bytes: Uint8Array, name: string): Record<string, Tensor> {
  const arrays: [string, Tensor][] = [];
  try {
    eachEntry(bytes, (file, content) => {
      if (file.endsWith('data.pkl')) throw pickled(name);
      arrays.push([file.replace(/\.npy$/, ''), parseNpy(content, `${name}/${file}`)]);
    });
  } catch (error) {
    if (!(error instanceof DamagedZip)) throw error;
    throw new RuntimeError(`'${name}' is a damaged or incomplete zip file.`);
  }
  return Object.fromEntries(arrays);
}

/** What Python's own `torch.save` and `pickle` write is a program for Python, which nothing but Python can read. */
export const pickled = (name: string): RuntimeError =>
  new RuntimeError(
    `'${name}' was pickled by Python, which only Python can read. Save it there as .safetensors ` +
      `(safetensors.torch.save_file(model.state_dict(), 'model.safetensors')) or as .npz (numpy.savez), and load that.`,
  );

/** What `numpy.savez` writes. */
export const formatNpz = (arrays: Readonly<Record<string, Tensor>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(arrays).map(([name, tensor]) => [`${name}.npy`, formatNpy(tensor)])), {
    level: 0,
    mtime: DATE,
  });
