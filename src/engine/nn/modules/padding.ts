/** Padding of the last one, two or three dims as modules. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured } from '../configured.js';
import { py } from '../pythonText.js';

/** One number for all sides, or one for each: the last dim's two sides first. */
export type Sides = number | readonly number[];
type PadArguments = Arguments<[padding: Sides], [], { padding?: Sides }>;
type Mode = 'constant' | 'reflect' | 'replicate' | 'circular';

abstract class Pad extends Configured {
  declare readonly padding: readonly number[];
  protected abstract readonly mode: Mode;

  constructor(name: string, sides: number, args: readonly unknown[], parameters = 'int[] padding') {
    super(`${name}(${parameters})`, args);
    const { padding } = this;
    if (padding.length === 1) Object.assign(this, { padding: new Array<number>(sides).fill(padding[0]) });
  }

  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, this.mode);
  }

  override extra_repr(): string {
    return py(this.padding);
  }
}

abstract class ConstantPad extends Pad {
  declare readonly value: number;
  protected get mode(): Mode {
    return 'constant';
  }

  constructor(name: string, sides: number, args: readonly unknown[]) {
    super(name, sides, args, 'int[] padding, float value');
  }

  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, this.mode, this.value);
  }

  override extra_repr(): string {
    return `padding=${py(this.padding)}, value=${py(this.value)}`;
  }
}

type ConstantArguments = Arguments<[padding: Sides, value: number], [], { padding?: Sides; value?: number }>;

/** One value on both sides of the last dim. */
export class ConstantPad1d extends ConstantPad {
  constructor(...args: ConstantArguments) {
    super('ConstantPad1d', 2, args);
  }
}

/** One value around the last two dims. */
export class ConstantPad2d extends ConstantPad {
  constructor(...args: ConstantArguments) {
    super('ConstantPad2d', 4, args);
  }
}

/** One value around the last three dims. */
export class ConstantPad3d extends ConstantPad {
  constructor(...args: ConstantArguments) {
    super('ConstantPad3d', 6, args);
  }
}

/** Zeros around the last two dims. */
export class ZeroPad2d extends Pad {
  protected get mode(): Mode {
    return 'constant';
  }

  constructor(...args: PadArguments) {
    super('ZeroPad2d', 4, args);
  }
}

abstract class ReflectionPad extends Pad {
  protected get mode(): Mode {
    return 'reflect';
  }
}

/** The last dim goes on as in a mirror. */
export class ReflectionPad1d extends ReflectionPad {
  constructor(...args: PadArguments) {
    super('ReflectionPad1d', 2, args);
  }
}

/** The last two dims go on as in a mirror. */
export class ReflectionPad2d extends ReflectionPad {
  constructor(...args: PadArguments) {
    super('ReflectionPad2d', 4, args);
  }
}

/** The last three dims go on as in a mirror. */
export class ReflectionPad3d extends ReflectionPad {
  constructor(...args: PadArguments) {
    super('ReflectionPad3d', 6, args);
  }
}

abstract class ReplicationPad extends Pad {
  protected get mode(): Mode {
    return 'replicate';
  }
}

/** The edges of the last dim go on. */
export class ReplicationPad1d extends ReplicationPad {
  constructor(...args: PadArguments) {
    super('ReplicationPad1d', 2, args);
  }
}

/** The edges of the last two dims go on. */
export class ReplicationPad2d extends ReplicationPad {
  constructor(...args: PadArguments) {
    super('ReplicationPad2d', 4, args);
  }
}

/** The edges of the last three dims go on. */
export class ReplicationPad3d extends ReplicationPad {
  constructor(...args: PadArguments) {
    super('ReplicationPad3d', 6, args);
  }
}
