import { KeyError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { missingForward } from '../call.js';
import { Module } from '../module.js';
import { ownParameters } from '../moduleState.js';
import { Parameter } from '../parameter.js';
import { indexable } from '../rows.js';

/** Makes a tensor a parameter: lists and dicts of parameters hold only parameters. */
const asParameter = (value: Tensor): Parameter => (value instanceof Parameter ? value : new Parameter(value));

const line = (name: string, type: string, p: Parameter): string =>
  `  (${name}): Parameter containing: [torch.${type} of size ${p.sizes.join('x')}]`;

/** A list that registers its parameters, as `torch.nn.ParameterList`. */
export class ParameterList extends Module {
  static readonly signature = 'ParameterList(Iterable[Tensor]? values=None)';

  readonly [index: number]: Parameter;

  constructor(values: Iterable<Tensor> | null = null) {
    super();
    this.extend(values ?? []);
  }

  override get length(): number {
    return ownParameters(this).length;
  }

  *[Symbol.iterator](): IterableIterator<Parameter> {
    for (const [, p] of ownParameters(this)) yield p;
  }

  /** Adds a parameter at the end. @returns itself */
  append(value: Tensor): this {
    this.register_parameter(String(this.length), asParameter(value));
    return this;
  }

  /** Adds parameters at the end. @returns itself */
  extend(values: Iterable<Tensor>): this {
    for (const value of values) this.append(value);
    return this;
  }

  override extra_repr(): string {
    return ownParameters(this)
      .map(([name, p]) => line(name, p.dtype.name, p))
      .join('\n');
  }

  /** A ParameterList has no `forward`. @throws NotImplementedError */
  override forward(): never {
    throw missingForward(this);
  }
}

indexable(ParameterList.prototype, {
  fields: ownParameters,
  part: (_, fields) => new ParameterList(fields.map(([, parameter]) => parameter)),
});

/** A dict that registers its parameters by name, as `torch.nn.ParameterDict`. */
export class ParameterDict extends Module {
  static readonly signature = 'ParameterDict(dict[Tensor]? parameters=None)';

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its methods are among its properties
  readonly [name: string]: any;

  constructor(parameters: Readonly<Record<string, Tensor>> | null = null) {
    super();
    this.update(parameters ?? {});
  }

  override get length(): number {
    return ownParameters(this).length;
  }

  /** @throws KeyError for a name that does not exist */
  get(name: string): Parameter {
    const found = ownParameters(this).find(([key]) => key === name);
    if (!found) throw KeyError.of(name);
    return found[1];
  }

  keys(): string[] {
    return ownParameters(this).map(([name]) => name);
  }

  values(): Parameter[] {
    return ownParameters(this).map(([, p]) => p);
  }

  items(): [string, Parameter][] {
    return ownParameters(this);
  }

  /** Adds or replaces parameters. */
  update(values: Readonly<Record<string, Tensor>>): void {
    for (const [name, value] of Object.entries(values)) this.register_parameter(name, asParameter(value));
  }

  override extra_repr(): string {
    return ownParameters(this)
      .map(([name, p]) => line(name, `${p.dtype.scalarName}Tensor`, p))
      .join('\n');
  }

  /** A ParameterDict has no `forward`. @throws NotImplementedError */
  override forward(): never {
    throw missingForward(this);
  }
}
