/** Layers that take a size from their first input, and are ordinary layers from then on. */
import type { DType } from '../../dtype.js';
import { TypeError_, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { quietly } from '../../quietly.js';
import { pythonType } from '../../ops/signature.js';
import { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import { signatureAt, type SignedClass } from '../configured.js';
import type { Module } from '../module.js';
import { addHook } from '../moduleState.js';
import { isUninitialized, UninitializedBuffer, UninitializedParameter } from '../uninitialized.js';
import { BatchNorm1d, BatchNorm2d, BatchNorm3d, InstanceNorm1d, InstanceNorm2d, InstanceNorm3d } from './batchnorm.js';
import { Conv1d, Conv2d, Conv3d, paddingMode, type ConvNd } from './conv.js';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from './convTranspose.js';
import { Linear } from './linear.js';

interface Class<M> {
  readonly prototype: M;
}
type Constructor<M> = new (settings: object) => M;
type Settings = Record<string, unknown> & { dtype: DType | null };

interface Lazily<M> {
  /** The arguments of the layer's class that are not known yet. */
  readonly unknown: readonly string[];
  /** The fields that have no sizes yet: parameters and buffers that the layer has. */
  readonly waiting: readonly string[];
  /** Sets the unknown arguments by the first input. @returns the sizes of the fields */
  readonly learn: (module: M, input: Tensor, settings: Settings) => Record<string, readonly number[]>;
}

/** A class whose objects become objects of `Base` when they get their first input. */
function lazily<const S extends string, M extends Module>(signature: S, Base: Class<M>, about: Lazily<M>): SignedClass<S, M> {
  function Lazy(this: unknown, ...args: unknown[]): M {
    const settings = readArguments(signatureAt(new.target), args) as Settings;
    // With size 0 the module has no elements yet, and so draws no random numbers.
    const known = Object.fromEntries(about.unknown.map((name) => [name, 0]));
    const module = quietly(() => new (Base as unknown as Constructor<M>)({ ...settings, ...known }));
    Object.setPrototypeOf(module, (new.target as unknown as { prototype: object }).prototype);
    const fields = module as unknown as Record<string, unknown>;
    for (const name of about.unknown) if (name in settings) fields[name] = settings[name];
    for (const name of about.waiting) {
      if (!fields[name]) continue;
      fields[name] = module._state.buffers.has(name)
        ? new UninitializedBuffer(settings.dtype)
        : new UninitializedParameter(true, settings.dtype);
    }
    const learning = addHook(module._state.preHooks, (_: unknown, [input]: unknown[]) => {
      if (!(input instanceof Tensor)) throw new TypeError_(`${module._get_name()} takes a tensor, not ${pythonType(input)}`);
      const sizes = about.learn(module, input, settings);
      const waiting = about.waiting.filter((name) => isUninitialized(fields[name]));
      for (const name of waiting) (fields[name] as UninitializedParameter).materialize(sizes[name]);
      learning.remove();
      Object.setPrototypeOf(module, Base.prototype);
      // When a state was loaded before, its values stay.
      if (waiting.length > 0) (module as unknown as { reset_parameters(): void }).reset_parameters();
    });
    return module;
  }
  Lazy.prototype = Object.create(Base.prototype, { constructor: { value: Lazy, writable: true, configurable: true } }) as object;
  return Object.assign(Lazy, { signature }) as unknown as SignedClass<S, M>;
}

const set = (module: Module, values: Record<string, unknown>): void => void Object.assign(module, values);

/** As `torch.nn.LazyLinear`: a `Linear` whose `in_features` are those of its first input. */
export class LazyLinear extends lazily('LazyLinear(int out_features, bool bias=True, device=None, dtype? dtype=None)', Linear, {
  unknown: ['in_features', 'out_features'],
  waiting: ['weight', 'bias'],
  learn(module, input, { out_features }) {
    const features = input.sizes.at(-1) ?? 0;
    set(module, { in_features: features });
    return { weight: [out_features as number, features], bias: [out_features as number] };
  },
}) {}

const conv =
  `int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, ${paddingMode}, device=None, dtype? dtype=None` as const;
const convTranspose =
  `int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, ${paddingMode}, device=None, dtype? dtype=None` as const;

/** The number of channels of an input. @throws RuntimeError for another number of dims */
function channelsOf(module: Module, input: Tensor, dims: number): number {
  const rank = input.sizes.length;
  if (rank !== dims + 1 && rank !== dims + 2) {
    throw wrongShape(
      `Expected ${dims + 1}D (unbatched) or ${dims + 2}D (batched) input to ${module._get_name()}, but got input of size: ${String(input.shape)}`,
    );
  }
  return input.sizes[rank === dims + 2 ? 1 : 0];
}

const channels = <M extends ConvNd>(turned: boolean): Lazily<M> => ({
  unknown: ['in_channels', 'out_channels'],
  waiting: ['weight', 'bias'],
  learn(module, input, { out_channels }) {
    const { groups, kernel_size } = module;
    const [from, to] = [channelsOf(module, input, kernel_size.length), out_channels as number];
    if (from % groups !== 0) throw new ValueError('in_channels must be divisible by groups');
    set(module, { in_channels: from });
    const sizes = turned ? [from, Math.floor(to / groups)] : [to, Math.floor(from / groups)];
    return { weight: [...sizes, ...kernel_size], bias: [to] };
  },
});

/** As `torch.nn.LazyConv1d`: a `Conv1d` whose `in_channels` are those of its first input. */
export class LazyConv1d extends lazily(`LazyConv1d(${conv})`, Conv1d, channels(false)) {}
/** As `torch.nn.LazyConv2d`: a `Conv2d` whose `in_channels` are those of its first input. */
export class LazyConv2d extends lazily(`LazyConv2d(${conv})`, Conv2d, channels(false)) {}
/** As `torch.nn.LazyConv3d`: a `Conv3d` whose `in_channels` are those of its first input. */
export class LazyConv3d extends lazily(`LazyConv3d(${conv})`, Conv3d, channels(false)) {}
/** As `torch.nn.LazyConvTranspose1d`: a `ConvTranspose1d` whose `in_channels` are those of its first input. */
export class LazyConvTranspose1d extends lazily(`LazyConvTranspose1d(${convTranspose})`, ConvTranspose1d, channels(true)) {}
/** As `torch.nn.LazyConvTranspose2d`: a `ConvTranspose2d` whose `in_channels` are those of its first input. */
export class LazyConvTranspose2d extends lazily(`LazyConvTranspose2d(${convTranspose})`, ConvTranspose2d, channels(true)) {}
/** As `torch.nn.LazyConvTranspose3d`: a `ConvTranspose3d` whose `in_channels` are those of its first input. */
export class LazyConvTranspose3d extends lazily(`LazyConvTranspose3d(${convTranspose})`, ConvTranspose3d, channels(true)) {}

const batchNorm =
  'float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True' as const;
const instanceNorm =
  'float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True' as const;

const features = <M extends Module>(dims: number | null): Lazily<M> => ({
  unknown: ['num_features'],
  waiting: ['weight', 'bias', 'running_mean', 'running_var'],
  learn(module, input) {
    const n = dims === null ? (input.sizes[1] ?? 0) : channelsOf(module, input, dims);
    set(module, { num_features: n });
    return { weight: [n], bias: [n], running_mean: [n], running_var: [n] };
  },
});

/** As `torch.nn.LazyBatchNorm1d`: a `BatchNorm1d` whose `num_features` are those of its first input. */
export class LazyBatchNorm1d extends lazily(`LazyBatchNorm1d(${batchNorm})`, BatchNorm1d, features(null)) {}
/** As `torch.nn.LazyBatchNorm2d`: a `BatchNorm2d` whose `num_features` are those of its first input. */
export class LazyBatchNorm2d extends lazily(`LazyBatchNorm2d(${batchNorm})`, BatchNorm2d, features(null)) {}
/** As `torch.nn.LazyBatchNorm3d`: a `BatchNorm3d` whose `num_features` are those of its first input. */
export class LazyBatchNorm3d extends lazily(`LazyBatchNorm3d(${batchNorm})`, BatchNorm3d, features(null)) {}
/** As `torch.nn.LazyInstanceNorm1d`: an `InstanceNorm1d` whose `num_features` are those of its first input. */
export class LazyInstanceNorm1d extends lazily(`LazyInstanceNorm1d(${instanceNorm})`, InstanceNorm1d, features(1)) {}
/** As `torch.nn.LazyInstanceNorm2d`: an `InstanceNorm2d` whose `num_features` are those of its first input. */
export class LazyInstanceNorm2d extends lazily(`LazyInstanceNorm2d(${instanceNorm})`, InstanceNorm2d, features(2)) {}
/** As `torch.nn.LazyInstanceNorm3d`: an `InstanceNorm3d` whose `num_features` are those of its first input. */
export class LazyInstanceNorm3d extends lazily(`LazyInstanceNorm3d(${instanceNorm})`, InstanceNorm3d, features(3)) {}
