import { readArguments, spelled } from './arguments.js';
import { Module } from './module.js';

/**
 * A module whose state is its settings: the arguments of its constructor become its fields of the
 * same names, and some of them are printed.
 */
export abstract class Configured extends Module {
  /** @param shown names of the settings to print: `p`; `inplace?` only when it is true */
  constructor(signature: string, args: readonly unknown[], shown: readonly string[] = []) {
    super();
    const { device: _device, ...settings } = readArguments<Record<string, unknown>>(signature, args);
    Object.assign(this, settings);
    Object.defineProperty(this, '_shown', { value: { signature, names: shown } });
  }

  /** @internal */ declare private readonly _shown: { signature: string; names: readonly string[] };

  override extra_repr(): string {
    const { signature, names } = this._shown;
    const fields = this as unknown as Record<string, unknown>;
    return names
      .map((name) => [name.replace('?', ''), name.endsWith('?')] as const)
      .filter(([name, onlyIfTrue]) => !onlyIfTrue || fields[name] === true)
      .map(([name]) => `${name}=${spelled(signature, name, fields[name])}`)
      .join(', ');
  }
}

/** A setting that was read as a list of one number becomes (and prints as) the number. */
export function unwrapSingle(module: Module, names: readonly string[]): void {
  const fields = module as unknown as Record<string, unknown>;
  for (const name of names) {
    const value = fields[name];
    if (Array.isArray(value) && value.length === 1) fields[name] = value[0];
  }
}
