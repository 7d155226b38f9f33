/** Layers whose arguments are their settings, and the text of settings in a printed layer. */
import { Tensor } from '../tensor/tensor.js';
import { readArguments, signatureOf, spelled, type ArgumentsOf } from './arguments.js';
import { Module } from './module.js';
import { isFloatAt } from '../ops/floats.js';
import { pyFloat } from './pythonText.js';
import type { Signed, Values } from './signatureTypes.js';

/** The arguments of a signature as fields, without those that only say how the tensors are made. */
type Settings<S extends string> = Readonly<Omit<Values<S>, 'device' | 'dtype' | 'size_average' | 'reduce'>>;

/** The type of a base class that a signature describes. */
export type SignedClass<S extends string, Instance> = (abstract new (...args: ArgumentsOf<S>) => Instance) & Signed<S>;

type Class<Instance> = abstract new (...args: never[]) => Instance;

/**
 * A base with a signature: its constructor takes the arguments of the signature, which it finds at `new.target`.
 *
 *     class BatchNorm1d extends signed('BatchNorm1d(int num_features, float eps=1e-05)', BatchNorm)
 */
export function signed<const S extends string, Base>(signature: S, Base: Class<Base>): SignedClass<S, Base> {
  abstract class WithSignature extends (Base as unknown as new () => object) {
    static readonly signature = signature;
  }
  return WithSignature as unknown as SignedClass<S, Base>;
}

/** The signature of an object's class, or of the class `new.target`. */
export const signatureAt = <const S extends string = string>(target: unknown): S => (target as Signed<S>).signature;

/** The number of dims in a class's name: 2 for `Conv2d`. */
export const dimsOf = (signature: string): number => Number(/(\d)d\(/.exec(signature)![1]);

/** A layer whose state is its settings: the arguments of its constructor are its fields of the same names. */
export abstract class Configured extends Module {
  constructor(...args: unknown[]) {
    super();
    const { device: _device, dtype: _dtype, ...settings } = readArguments(signatureAt(new.target), args) as Record<string, unknown>;
    Object.assign(this, settings);
  }

  override extra_repr(): string {
    const { shown } = this.constructor as unknown as { shown: readonly string[] };
    return settingsText(this, signatureAt(this.constructor), shown);
  }
}

/**
 * The base of a layer that is described by its signature:
 *
 *     class LeakyReLU extends layer('LeakyReLU(float negative_slope=0.01, bool inplace=False)', ['negative_slope', 'inplace?'])
 *
 * @param shown names of the settings to print, as `settingsText` takes them
 * @param Base for layers that share more
 */
export function layer<const S extends string, Base extends Configured = Configured>(
  signature: S,
  shown: readonly string[] = [],
  Base?: Class<Base>,
): SignedClass<S, Base & Settings<S>> {
  const Layer = signed<S, Base & Settings<S>>(signature, (Base ?? Configured) as unknown as Class<Base & Settings<S>>);
  return Object.assign(Layer, { shown });
}

/**
 * The settings of a printed layer: `p=0.5, inplace=False`.
 * @param shown the names of the settings: `p`; `=p` prints the value alone; `p?` is left out when it has its default
 */
export function settingsText(module: Module, signature: string, shown: readonly string[]): string {
  const fields = module as unknown as Record<string, unknown>;
  const parts = shown.map((entry) => {
    const [, bare, name, optional] = /^(=?)(\w+)(\??)$/.exec(entry)!;
    const { parameters } = signatureOf(signature);
    const at = parameters.findIndex((p) => p.name === name);
    const parameter = parameters[at];
    // A bias that exists is a parameter, so a boolean setting may be a tensor here.
    const value = parameter?.types[0] === 'bool' ? isOn(fields[name]) : fields[name];
    if (optional && isDefault(value, parameter?.defaultValue)) return '';
    const text = isFloatAt(module, name) || isFloatAt(module, at) ? pyFloat(value as number) : spelled(signature, name, value);
    return bare ? text : `${name}=${text}`;
  });
  return parts.filter((part) => part !== '').join(', ');
}

const isOn = (value: unknown): boolean => value instanceof Tensor || value === true;

/** True when a setting, or each item of a list of settings, is the default. */
const isDefault = (value: unknown, byDefault: unknown): boolean =>
  Array.isArray(value) ? value.every((v) => v === byDefault) : value === byDefault;
