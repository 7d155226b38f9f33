import { RuntimeError } from '../errors.js';

/**
 * The backward part of an op that PyTorch has no derivative of: its result requires grad like any other, and the
 * backward pass says what is missing, instead of leaving a gradient out in silence.
 */
export function noDerivative<Argument extends string>(aten: string, ...args: Argument[]) {
  const refuse = (): never => {
    throw new RuntimeError(`derivative for aten::${aten} is not implemented`);
  };
  return {
    gradFn: 'NotImplemented',
    gradient: 'none: PyTorch has no derivative of it',
    backward: Object.fromEntries(args.map((name) => [name, refuse])) as Record<Argument, () => never>,
  };
}
