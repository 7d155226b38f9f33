import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { DType, TypedArray } from '../../dtype.js';
import { numel } from '../../shape.js';
import type { DeviceBuffer, Storage } from '../../storage.js';
import type { View } from '../backend.js';
import { plan } from '../cpu/plan.js';
import { card, checkCard } from './card.js';
import { glTexture, pixels, shapeOf, Transfer } from './textures.js';

/**
 * The elements of a storage: numbers in JavaScript's memory, a texture of float32 on the card, or both with the same content.
 * The elements are moved when they are needed on the other side. The card alone holds only what it can hold exactly: float32,
 * bool, and positions that it computed itself.
 */
export class Elements {
  constructor(
    readonly dtype: DType,
    readonly length: number,
    /** Without numbers here and without a texture, nothing was written yet: all elements are zero. */
    private host: TypedArray | null = null,
    private texture: TensorInfo | null = null,
  ) {}

  /** The elements on their way to the CPU, once they were asked for. */
  private coming: Transfer | null = null;

  get isOnCard(): boolean {
    return this.texture !== null;
  }

  /** The elements on the CPU; the caller must not write to them. @throws RuntimeError when the card is lost */
  numbers(): TypedArray {
    return (this.host ??= this.texture ? this.fetched(this.texture) : new this.dtype.array(this.length));
  }

  /** Lets the elements come to the CPU, if they are not there: `numbers` then waits for these only. */
  askFor(): void {
    if (!this.host && this.texture) this.coming ??= Transfer.of(this.texture);
  }

  /** One element; the others are not moved. */
  number(at: number): number {
    if (this.host || !this.texture) return this.numbers()[at];
    const [, columns] = shapeOf(this.texture);
    return pixels(this.texture, at % columns, Math.floor(at / columns), 1, 1)[0];
  }

  /** The elements on the card. */
  onCard(): WebGLTexture {
    if (this.texture) touch(this);
    else if (this.length === 1) return constant(this.numbers()[0]);
    else {
      if (returning.delete(this)) most += 1;
      const texture = newTexture(this.length);
      if (this.length > 0) send(texture, this.numbers());
      this.keep(texture);
    }
    return glTexture(this.texture!);
  }

  /** Replaces the elements by those of this texture. */
  setTexture(texture: TensorInfo): void {
    this.free();
    this.host = null;
    this.keep(texture);
  }

  /** Replaces the elements by these numbers. */
  setNumbers(numbers: TypedArray): void {
    this.free();
    this.host = numbers;
  }

  /** Frees the texture; its content is lost. */
  free(): void {
    if (!this.texture) return;
    this.coming?.drop();
    this.coming = null;
    resident.delete(this);
    card().backend.disposeData(this.texture.dataId);
    this.texture = null;
  }

  /** Moves the elements from the card to the CPU. */
  leave(): void {
    this.numbers();
    this.free();
    returning.add(this);
  }

  private keep(texture: TensorInfo): void {
    this.texture = texture;
    touch(this);
    makeRoom();
  }

  private fetched(texture: TensorInfo): TypedArray {
    const [rows, columns] = shapeOf(texture);
    const { coming } = this;
    this.coming = null;
    const floats = (coming ? coming.floats() : pixels(texture, 0, 0, columns, rows)).subarray(0, this.length);
    return this.dtype.array === Float32Array ? floats.slice() : fill(new this.dtype.array(this.length), floats);
  }
}

const fill = <T extends TypedArray>(array: T, values: ArrayLike<number>): T => {
  array.set(values);
  return array;
};

/** All `Elements` with a texture, ordered by their last use, the oldest first. */
const resident = new Set<Elements>();
/** The `Elements` that had to leave the card. If one of them comes back, it was not garbage. */
const returning = new WeakSet<Elements>();

/**
 * JavaScript reports garbage only between turns, and a training loop is one turn. So there is a bound, beyond which the oldest
 * elements are read back, garbage or not. The bound grows when one of those is needed on the card again.
 */
let most = 256;
const MOST_BYTES = 512 * 2 ** 20;

function touch(elements: Elements): void {
  resident.delete(elements);
  resident.add(elements);
}

function makeRoom(): void {
  while (resident.size > most || (resident.size > 8 && cardMemory().bytes > MOST_BYTES)) {
    const [oldest] = resident;
    oldest.leave();
  }
}

let peak = 0;

/** The most bytes that the card held at once. */
export const peakCardBytes = (): number => peak;

/** The textures and bytes on the card, and the bytes on their way from it, as far as the engine knows. */
export const cardMemory = (): { textures: number; dataIds: number; bytes: number; allocated: number; coming: number } => {
  const { backend } = card();
  const memory = backend.memory() as unknown as { numBytesInGPU: number; numBytesInGPUAllocated: number };
  return {
    textures: resident.size,
    dataIds: backend.numDataIds(),
    bytes: memory.numBytesInGPU,
    allocated: memory.numBytesInGPUAllocated,
    coming: Transfer.bytes,
  };
};

/** @throws RuntimeError when the card is lost */
export function newTexture(length: number): TensorInfo {
  checkCard();
  const { backend } = card();
  const info = backend.makeTensorInfo([Math.max(length, 1)], 'float32');
  backend.uploadToGPU(info.dataId);
  peak = Math.max(peak, cardMemory().bytes);
  return info;
}

export const dispose = (texture: TensorInfo): void => void card().backend.disposeData(texture.dataId);

/**
 * Textures of single numbers, which programs use all the time; nobody frees or writes them. They are ordered by their last use,
 * the latest last.
 */
const constants = new Map<string, TensorInfo>();
/** More than a program has inputs, so a texture made for one input does not push out those of the others. */
const MOST_CONSTANTS = 64;

function constant(value: number): WebGLTexture {
  // −0 and 0 are different numbers.
  const key = Object.is(value, -0) ? '-0' : String(Math.fround(value));
  let texture = constants.get(key);
  constants.delete(key);
  if (!texture) {
    const [oldest] = constants;
    if (oldest && constants.size >= MOST_CONSTANTS) {
      constants.delete(oldest[0]);
      dispose(oldest[1]);
    }
    texture = newTexture(1);
    send(texture, Float32Array.of(value));
  }
  constants.set(key, texture);
  return glTexture(texture);
}

function send(texture: TensorInfo, numbers: TypedArray): void {
  const { gl } = card();
  const [rows, columns] = shapeOf(texture);
  const floats =
    numbers instanceof Float32Array && numbers.length === rows * columns ? numbers : fill(new Float32Array(rows * columns), numbers);
  gl.bindTexture(gl.TEXTURE_2D, glTexture(texture));
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, columns, rows, gl.RED, gl.FLOAT, floats);
}

export const bufferOf = (elements: Elements): DeviceBuffer => elements as unknown as DeviceBuffer;
export const elementsOf = (storage: Storage): Elements => storage.buffer as unknown as Elements;

/** The loops over dims that views share, in the form of a program's uniforms: the strides of each view, and its start. */
export const loops = (sizes: readonly number[], strides: readonly (readonly number[])[]) => plan(sizes, strides);

/** The elements of a view as numbers, row major; a copy when they do not lie in this order. */
export function read(x: View): TypedArray {
  const numbers = elementsOf(x.storage).numbers();
  const n = numel(x.sizes);
  const { sizes, strides } = plan(x.sizes, [x.strides]);
  if (n === 0 || sizes.length === 0 || (sizes.length === 1 && strides[0][0] === 1)) return numbers.subarray(x.offset, x.offset + n);
  const out = new x.dtype.array(n);
  places(x, (at, i) => (out[i] = numbers[at]));
  return out;
}

/** As `Backend.askFor`. */
export const askFor = (storages: Iterable<Storage>): void => {
  for (const storage of storages) elementsOf(storage).askFor();
};

/** Calls `body` with the place of each element of a view, row major. */
export function places(x: View, body: (at: number, i: number) => void): void {
  const { sizes, strides } = plan(x.sizes, [x.strides]);
  const steps = strides[0];
  const index = new Array<number>(sizes.length).fill(0);
  const n = numel(x.sizes);
  for (let i = 0, at = x.offset; i < n; i++) {
    body(at, i);
    for (let d = sizes.length - 1; d >= 0; d--) {
      at += steps[d];
      if (++index[d] < sizes[d]) break;
      at -= steps[d] * sizes[d];
      index[d] = 0;
    }
  }
}
