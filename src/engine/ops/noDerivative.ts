import { RuntimeError } from '../errors.js';

/**
 * The backward part of an op for which PyTorch has no derivative. Its result requires grad like any other; the backward
 * pass then throws an error that names the missing derivative, instead of silently leaving out a gradient.
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
