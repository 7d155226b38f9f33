/** Modules that pad the last one, two or three dims. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Configured, dimsOf, layer, signatureAt } from '../configured.js';

/**
 * Padding of the last dims: one number for all sides, or a number for each side, beginning with the two sides of the
 * last dim.
 */
abstract class Pad extends Configured {
  declare readonly padding: readonly number[];

  constructor(...args: unknown[]) {
    super(...args);
    const { padding } = this;
    if (padding.length === 1) Object.assign(this, { padding: new Array<number>(2 * dimsOf(signatureAt(new.target))).fill(padding[0]) });
  }
}

const asMirror = (input: Tensor, { padding }: Pad): Tensor => F.pad(input, padding, 'reflect');
const asEdge = (input: Tensor, { padding }: Pad): Tensor => F.pad(input, padding, 'replicate');
const asRing = (input: Tensor, { padding }: Pad): Tensor => F.pad(input, padding, 'circular');
const withZeros = (input: Tensor, { padding }: Pad): Tensor => F.pad(input, padding, 'constant', 0);

/** One value on both sides of the last dim. */
export class ConstantPad1d extends layer('ConstantPad1d(int[] padding, float value)', ['padding', 'value'], Pad) {
  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, 'constant', this.value);
  }
}

/** One value around the last two dims. */
export class ConstantPad2d extends layer('ConstantPad2d(int[] padding, float value)', ['padding', 'value'], Pad) {
  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, 'constant', this.value);
  }
}

/** One value around the last three dims. */
export class ConstantPad3d extends layer('ConstantPad3d(int[] padding, float value)', ['padding', 'value'], Pad) {
  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, 'constant', this.value);
  }
}

/** Zeros on both sides of the last dim. */
export class ZeroPad1d extends layer('ZeroPad1d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return withZeros(input, this);
  }
}

/** Zeros around the last two dims. */
export class ZeroPad2d extends layer('ZeroPad2d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return withZeros(input, this);
  }
}

/** Zeros around the last three dims. */
export class ZeroPad3d extends layer('ZeroPad3d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return withZeros(input, this);
  }
}

/** Pads the last dim with its mirror image. */
export class ReflectionPad1d extends layer('ReflectionPad1d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asMirror(input, this);
  }
}

/** Pads the last two dims with their mirror image. */
export class ReflectionPad2d extends layer('ReflectionPad2d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asMirror(input, this);
  }
}

/** Pads the last three dims with their mirror image. */
export class ReflectionPad3d extends layer('ReflectionPad3d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asMirror(input, this);
  }
}

/** Pads the last dim with its edge values. */
export class ReplicationPad1d extends layer('ReplicationPad1d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asEdge(input, this);
  }
}

/** Pads the last two dims with their edge values. */
export class ReplicationPad2d extends layer('ReplicationPad2d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asEdge(input, this);
  }
}

/** Pads the last three dims with their edge values. */
export class ReplicationPad3d extends layer('ReplicationPad3d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asEdge(input, this);
  }
}

/** Pads the last dim with values from its other end. */
export class CircularPad1d extends layer('CircularPad1d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asRing(input, this);
  }
}

/** Pads the last two dims with values from their other ends. */
export class CircularPad2d extends layer('CircularPad2d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asRing(input, this);
  }
}

/** Pads the last three dims with values from their other ends. */
export class CircularPad3d extends layer('CircularPad3d(int[] padding)', ['=padding'], Pad) {
  override forward(input: Tensor): Tensor {
    return asRing(input, this);
  }
}
