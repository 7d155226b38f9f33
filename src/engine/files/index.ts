/** `torch.load` and `torch.save`. Reading detects the format from the content; writing takes it from the name. */
import type { Device } from '../device.js';
import { TypeError_, ValueError } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import { readBytes, writeBytes } from './access.js';
import { formatNpy, isNpy, parseNpy } from './npy.js';
import { formatNpz, isZip, parseNpz, pickled } from './npz.js';
import { parseOnnx } from './onnx.js';
import { formatSafetensors, parseSafetensors } from './safetensors.js';
import { flatten, unflatten } from './structure.js';
import { parseTorchFile } from './torchFile.js';

type Tensors = Record<string, Tensor>;

/** What `torch.load` takes in PyTorch. It changes nothing here: a file holds no code, and is read to the CPU. */
export interface LoadOptions {
  map_location?: string | Device | null;
  weights_only?: boolean | null;
  mmap?: boolean | null;
}

/**
 * Reads a file beside the model file, as `torch.load`; the path is relative to the model file and cannot lead out of its
 * folder. Returns a promise.
 *
 * - `.npy` (NumPy): a tensor
 * - `.npz` (NumPy), `.safetensors`: the tensors by name, e.g. for `load_state_dict`
 * - `.onnx`: the weights of the model by name; _Open as Graph_ makes a model file from its computation
 * - `.pt`, `.pth`: files that `torch.save` wrote, here or in PyTorch since 1.6. They hold tensors, and lists, dicts, numbers
 *   and strings around them. Other Python objects are refused by their names, and no code of a file is ever run.
 *
 * @throws FileNotFoundError; RuntimeError for a file that is cut off or has another content
 */
export function load(path: `${string}.npy`, options?: LoadOptions): Promise<Tensor>;
export function load(path: `${string}.npz` | `${string}.safetensors` | `${string}.onnx`, options?: LoadOptions): Promise<Tensors>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nobody but the reader knows what was saved
export function load<T = any>(path: string, options?: LoadOptions): Promise<T>;
export async function load(path: string, options: LoadOptions = {}): Promise<unknown> {
  needPath('load', path);
  const other = Object.keys(options).find((name) => !/^(map_location|weights_only|mmap)$/.test(name));
  if (other !== undefined) throw new TypeError_(`load() got an unexpected keyword argument '${other}'`);
  const bytes = await readBytes(path);
  // Nothing at the beginning of an `.onnx` file tells its format.
  return /\.onnx$/i.test(path) ? parseOnnx(bytes, path, readBytes) : parse(bytes, path);
}

/** The content of a file. */
export function parse(bytes: Uint8Array, name: string): unknown {
  if (isNpy(bytes)) return parseNpy(bytes, name);
  if (isZip(bytes)) return parseTorchFile(bytes, name) ?? parseNpz(bytes, name);
  // How pickles of version 2 and later begin. As a header's length of a `.safetensors` file, it would be odd, with zeros behind
  // it.
  if (bytes[0] === 0x80 && bytes[1] > 1 && bytes[1] < 6 && bytes[8] !== 0x7b) throw pickled(name);
  return unflatten(parseSafetensors(bytes, name), name);
}

/**
 * Writes a file beside the model file, as `torch.save`. Returns a promise. The ending of the name decides:
 *
 * - `.npy`: one tensor; `.npz`, `.safetensors`: tensors by name, e.g. a `state_dict()`
 * - `.pt`, `.pth`: any data of tensors, numbers, strings, lists and objects, e.g. a checkpoint with the state of the optimizer.
 *   The content is a `.safetensors` file, which Python can read.
 *
 * @throws ValueError for another ending, TypeError for data that such a file cannot hold
 */
export async function save(obj: unknown, path: string): Promise<void> {
  needPath('save', path);
  await writeBytes(path, format(obj, path));
}

/** The content of a file with this name. */
export function format(obj: unknown, name: string): Uint8Array {
  const ending = /\.[^./]*$/.exec(name)?.[0].toLowerCase();
  switch (ending) {
    case '.npy':
      if (!(obj instanceof Tensor)) throw new TypeError_(`A .npy file holds one tensor. Give '${name}' the ending .npz or .pt.`);
      return formatNpy(obj);
    case '.npz':
      return formatNpz(named(obj, ending));
    case '.safetensors':
      return formatSafetensors({ tensors: named(obj, ending), metadata: {} });
    case '.pt':
    case '.pth':
      return formatSafetensors(flatten(obj));
    default:
      throw new ValueError(`The ending of '${name}' does not say what to write: it is one of .safetensors, .pt, .pth, .npy and .npz.`);
  }
}

function named(obj: unknown, ending: string): Tensors {
  if (isPlainObject(obj) && Object.values(obj).every((value) => value instanceof Tensor)) return obj as Tensors;
  throw new TypeError_(`A ${ending} file holds tensors by name, as model.state_dict() gives them. For anything else take the ending .pt.`);
}

function needPath(name: string, path: unknown): asserts path is string {
  if (typeof path === 'string' && path !== '') return;
  throw new TypeError_(`torch.${name}() takes the path of a file beside the model file, as a string.`);
}
