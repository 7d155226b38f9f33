/** PyTorch's own `.pt` and `.pth`: a zip with a pickle that describes the content, and a file with the elements of each storage. */
import { check, RuntimeError } from '../errors.js';
import { Parameter } from '../nn/parameter.js';
import { extent } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { setRequiresGrad } from '../tensor/state.js';
import * as dtypes from '../dtype.js';
import { decode, elements, kinds } from './elements.js';
import { PyDict, readPickle, type Callable, type World } from './pickle.js';
import { DamagedZip, eachEntry } from './zip.js';

/** PyTorch's storage classes, with keys of `elements`; untyped storages are bytes. */
const storages: Readonly<Record<string, string>> = {
  DoubleStorage: 'f8',
  FloatStorage: 'f4',
  HalfStorage: 'f2',
  BFloat16Storage: 'bf2',
  LongStorage: 'i8',
  IntStorage: 'i4',
  ShortStorage: 'i2',
  CharStorage: 'i1',
  ByteStorage: 'u1',
  BoolStorage: 'b1',
  ComplexFloatStorage: 'c8',
  ComplexDoubleStorage: 'c16',
};

/** No real data nests lists and dicts deeper than this. */
const MAX_DEPTH = 500;

/** The path of the pickle in a zip that PyTorch wrote. */
const PICKLE = /^(?:.*\/)?data\.pkl$/;

/** The elements of a storage. They are read when the pickle has named all storages. */
class StorageRef {
  tensor: Tensor | null = null;

  constructor(
    readonly kind: string,
    readonly path: string,
    readonly length: number,
  ) {}
}

/** A view of a storage. It is made when the storage's elements are there. */
class TensorRef {
  made: Tensor | null = null;

  constructor(
    readonly storage: StorageRef,
    readonly offset: number,
    readonly sizes: readonly number[],
    readonly strides: readonly number[],
    readonly requiresGrad: boolean,
  ) {}
}

class ParameterRef {
  made: Parameter | null = null;

  constructor(
    readonly data: TensorRef,
    readonly requiresGrad: boolean,
  ) {}
}

/**
 * Reads the content of a file that PyTorch saved: tensors, and lists, dicts, numbers and strings around them. Numeric keys
 * become strings, and tuples become lists. All tensors are on the CPU or the default device, whatever device they were on.
 * @returns undefined for a zip that PyTorch did not write
 * @throws RuntimeError for a damaged file, or for other Python objects
 */
export function parseTorchFile(bytes: Uint8Array, name: string): unknown {
  try {
    let program: { folder: string; content: Uint8Array } | null = null;
    let isBig = false;
    const isAsked = (path: string) => PICKLE.test(path) || /(^|\/)byteorder$/.test(path);
    eachEntry(
      bytes,
      (path, content) => {
        if (PICKLE.test(path)) program ??= { folder: path.slice(0, -'data.pkl'.length), content };
        else isBig = content[0] === 0x62;
      },
      isAsked,
    );
    if (!program) return undefined;
    check(!isBig, () => `'${name}' was saved on a machine whose bytes are in the other order, which cannot be read.`);
    return new TorchFile(bytes, name, program).read();
  } catch (error) {
    if (!(error instanceof DamagedZip)) throw error;
    throw new RuntimeError(`'${name}' is a damaged or incomplete zip file.`);
  }
}

class TorchFile {
  private readonly storages = new Map<string, StorageRef>();
  private readonly done = new Map<unknown, unknown>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly name: string,
    private readonly program: { folder: string; content: Uint8Array },
  ) {}

  read(): unknown {
    const structure = readPickle(this.program.content, this.name, this.world);
    eachEntry(
      this.bytes,
      (path, content) => this.fill(this.storages.get(path)!, content),
      (path) => this.storages.has(path),
    );
    return this.value(structure, 0);
  }

  private readonly world: World = {
    global: (module, name) => this.globals[`${module}.${name}`] ?? this.typeNamed(module, name),
    persistent: (id) => this.storage(id),
  };

  /** All that a file may call: the makers of tensors, ordered dicts, sizes and devices. */
  private readonly globals: Readonly<Record<string, Callable>> = {
    'torch._utils._rebuild_tensor_v2': this.callable('_rebuild_tensor_v2', ([storage, offset, sizes, strides, requiresGrad]) =>
      this.tensor(storage, offset, sizes, strides, requiresGrad),
    ),
    'torch._utils._rebuild_tensor_v3': this.callable('_rebuild_tensor_v3', ([storage, offset, sizes, strides, requiresGrad, , dtype]) =>
      this.tensor(this.typed(storage, dtype), offset, sizes, strides, requiresGrad),
    ),
    'torch._utils._rebuild_parameter': this.callable('_rebuild_parameter', ([data, requiresGrad]) => {
      check(data instanceof TensorRef, () => this.contradiction());
      return new ParameterRef(data, requiresGrad === true);
    }),
    'collections.OrderedDict': this.callable('OrderedDict', ([items]) => {
      const dict = new PyDict();
      for (const item of Array.isArray(items) ? (items as unknown[]) : []) if (Array.isArray(item)) dict.entries.set(item[0], item[1]);
      return dict;
    }),
    'torch.Size': this.callable('Size', ([sizes]) => sizes),
    'torch.device': this.callable('device', ([type, index]) => (typeof index === 'number' ? `${String(type)}:${index}` : type)),
  };

  private callable(name: string, call: Callable['call']): Callable {
    return { name, call };
  }

  /** A class of storages, or a dtype. */
  private typeNamed(module: string, name: string): unknown {
    if (module === 'torch' && Object.hasOwn(storages, name)) return storages[name];
    if (/^torch(\.storage)?$/.test(module) && name === 'UntypedStorage') return 'u1';
    if (module === 'torch' && Object.hasOwn(kinds, name)) return dtypes[name as keyof typeof kinds];
    return undefined;
  }

  /** `('storage', class, key, device, length)`. */
  private storage(id: unknown): StorageRef {
    const [what, kind, key, , length] = Array.isArray(id) ? (id as unknown[]) : [];
    const isRight =
      what === 'storage' && typeof kind === 'string' && Object.hasOwn(elements, kind) && typeof key === 'string' && isSize(length);
    check(isRight, () => this.contradiction());
    const path = `${this.program.folder}data/${key}`;
    return this.known(new StorageRef(kind, path, length));
  }

  /** Returns the known storage, so that tensors that share elements in the file share them here too. */
  private known(ref: StorageRef): StorageRef {
    const found = this.storages.get(ref.path);
    check(!found || (found.kind === ref.kind && found.length === ref.length), () => this.contradiction());
    if (!found) this.storages.set(ref.path, ref);
    return found ?? ref;
  }

  /** The bytes of a storage as elements of a dtype. */
  private typed(storage: unknown, dtype: unknown): StorageRef {
    check(storage instanceof StorageRef && dtype instanceof dtypes.DType, () => this.contradiction());
    const kind = kinds[dtype.name];
    if (storage.kind === kind) return storage;
    check(storage.kind === 'u1', () => this.contradiction());
    this.storages.delete(storage.path);
    return this.known(new StorageRef(kind, storage.path, Math.floor(storage.length / elements[kind].itemsize)));
  }

  private tensor(storage: unknown, offset: unknown, sizes: unknown, strides: unknown, requiresGrad: unknown): TensorRef {
    const isRight =
      storage instanceof StorageRef && isSize(offset) && isSizes(sizes) && isSizes(strides) && sizes.length === strides.length;
    check(isRight, () => this.contradiction());
    const last = extent(sizes, strides);
    check(last === 0 || offset + last <= storage.length, () => this.contradiction());
    return new TensorRef(storage, offset, sizes, strides, requiresGrad === true);
  }

  private fill(ref: StorageRef, content: Uint8Array): void {
    const kind = elements[ref.kind];
    const wanted = ref.length * kind.itemsize;
    check(content.length >= wanted, () => `'${this.name}' is cut off: '${ref.path}' has ${content.length} of ${wanted} bytes of elements.`);
    ref.tensor = decode(content.subarray(0, wanted), kind, [ref.length]);
  }

  /** The content as JavaScript values. Shared objects stay shared. */
  private value(what: unknown, depth: number): unknown {
    if (what instanceof TensorRef) return this.made(what);
    if (what instanceof ParameterRef) return (what.made ??= new Parameter(this.made(what.data), what.requiresGrad));
    if (what instanceof StorageRef) return this.elementsOf(what);
    if (!Array.isArray(what) && !(what instanceof PyDict)) return what;
    if (this.done.has(what)) {
      const known = this.done.get(what);
      check(known !== undefined, () => `'${this.name}' holds a list or a dict that contains itself.`);
      return known;
    }
    check(depth < MAX_DEPTH, () => `'${this.name}' holds lists within lists, ${MAX_DEPTH} deep.`);
    this.done.set(what, undefined);
    const made = Array.isArray(what)
      ? what.map((each) => this.value(each, depth + 1))
      : Object.fromEntries([...what.entries].map(([key, each]) => [this.key(key), this.value(each, depth + 1)]));
    this.done.set(what, made);
    return made;
  }

  private key(key: unknown): string {
    check(
      ['string', 'number', 'boolean'].includes(typeof key),
      () => `'${this.name}' holds a dict whose keys are no texts and no numbers.`,
    );
    return String(key);
  }

  private made(ref: TensorRef): Tensor {
    if (ref.made) return ref.made;
    const tensor = this.elementsOf(ref.storage).alias(ref.sizes, ref.strides, ref.offset);
    if (ref.requiresGrad) setRequiresGrad(tensor, true);
    return (ref.made = tensor);
  }

  private elementsOf({ tensor, path }: StorageRef): Tensor {
    check(tensor !== null, () => `'${this.name}' lacks the elements of a tensor: there is no '${path}' in it.`);
    return tensor;
  }

  private contradiction(): string {
    return `'${this.name}' contradicts itself about its tensors: it is damaged, or was not written by PyTorch.`;
  }
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isSizes = (value: unknown): value is number[] => Array.isArray(value) && value.every(isSize);
