import { GradcheckError, TypeError_, ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { grad } from '../tensor/functional.js';
import { withGradMode } from './gradMode.js';
import { requiresGrad } from '../tensor/state.js';

type Outputs = Tensor | readonly Tensor[];
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- takes as many tensors as there are inputs */
type Checked = (...inputs: any[]) => Outputs;

export interface GradcheckOptions {
  /** How far each input is moved for a difference. Default: 1e-6 */
  eps?: number;
  /** Default: 1e-5 */
  atol?: number;
  /** Default: 0.001 */
  rtol?: number;
  /** Whether a wrong gradient throws an error; otherwise the check returns false. Default: true */
  raise_exception?: boolean;
}

function listOf(t: Outputs): Tensor[] {
  if (t instanceof Tensor) return [t];
  if (!Array.isArray(t) || !t.every((one) => one instanceof Tensor))
    throw new TypeError_('gradcheck expects tensors, and a function that returns tensors');
  return [...(t as readonly Tensor[])];
}
const numbersOf = (t: Tensor): number[] => t.detach().to(t.dtype).reshape(-1).tolist() as number[];

/** How each output element changes with each element of one input, by central differences: rows are input elements. */
function numerical(run: (inputs: Tensor[]) => Tensor[], inputs: readonly Tensor[], index: number, output: number, eps: number): number[][] {
  const input = inputs[index];
  const values = numbersOf(input);
  return values.map((value, at) => {
    const moved = (by: number): number[] => {
      const changed = input.new_tensor(values.map((v, i) => (i === at ? value + by : v))).reshape(input.sizes);
      return numbersOf(withGradMode(false, () => run(inputs.map((t, i) => (i === index ? changed : t))))[output]);
    };
    const up = moved(eps);
    const down = moved(-eps);
    return up.map((u, i) => (u - down[i]) / (2 * eps));
  });
}

/** The same derivatives, computed by backward. */
function analytical(outputs: readonly Tensor[], inputs: readonly Tensor[], index: number, output: number): number[][] {
  const out = outputs[output];
  const count = inputs[index].numel();
  const rows = Array.from({ length: count }, () => new Array<number>(out.numel()).fill(0));
  if (!requiresGrad(out)) return rows;
  const flat = out.reshape(-1);
  for (let column = 0; column < out.numel(); column++) {
    const [g] = grad(flat.select(0, column), inputs[index], { retain_graph: true, allow_unused: true });
    if (g && !sameSizes(g.sizes, inputs[index].sizes)) throw wrongShape('grad is incorrect size');
    if (g) numbersOf(g).forEach((v, row) => (rows[row][column] = v));
  }
  return rows;
}

const close = (a: number, b: number, atol: number, rtol: number): boolean =>
  a === b || (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= atol + rtol * Math.abs(b);

/**
 * Compares gradients with differences, as `torch.autograd.gradcheck`. Inputs should be float64.
 * @throws GradcheckError when they differ; its message shows both Jacobians
 */
export function gradcheck(
  func: Checked,
  inputs: Outputs,
  { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raise_exception = true }: GradcheckOptions = {},
): boolean {
  const given = listOf(inputs);
  const wanted = given.flatMap((t, i) => (t instanceof Tensor && requiresGrad(t) ? [i] : []));
  if (wanted.length === 0) {
    throw new ValueError('gradcheck expects at least one input tensor to require gradient, but none of them have requires_grad=True.');
  }
  const run = (args: Tensor[]) => listOf(func(...args));
  const outputs = withGradMode(true, () => run(given));
  for (let o = 0; o < outputs.length; o++) {
    if (!outputs[o].dtype.is_floating_point) continue;
    for (const i of wanted) {
      const byBackward = analytical(outputs, given, i, o);
      const byDifference = numerical(run, given, i, o, eps);
      const agree = byBackward.every((row, r) => row.every((v, c) => close(v, byDifference[r][c], atol, rtol)));
      if (agree) continue;
      if (!raise_exception) return false;
      const show = (rows: number[][]) => String(outputs[o].detach().new_tensor(rows));
      throw new GradcheckError(
        `Jacobian mismatch for output ${o} with respect to input ${i},\nnumerical:${show(byDifference)}\nanalytical:${show(byBackward)}\n`,
      );
    }
  }
  return true;
}

/**
 * Compares second gradients with differences of first ones, as `torch.autograd.gradgradcheck`.
 * @param grad_outputs default: random numbers
 */
export function gradgradcheck(
  func: Checked,
  inputs: Outputs,
  grad_outputs: Outputs | null = null,
  options: GradcheckOptions = {},
): boolean {
  const given = listOf(inputs);
  const outputs = listOf(func(...given)).filter(requiresGrad);
  const weights = grad_outputs ? listOf(grad_outputs) : outputs.map((o) => o.detach().new_zeros(o.sizes).normal_().requires_grad_());
  const first = (...args: Tensor[]): Tensor[] => {
    const xs = args.slice(0, given.length).map((t, i) => (requiresGrad(given[i]) && !requiresGrad(t) ? t.detach().requires_grad_() : t));
    return withGradMode(true, () => {
      const outs = listOf(func(...xs)).filter(requiresGrad);
      const wanted = xs.filter((t, i) => t instanceof Tensor && requiresGrad(given[i]));
      const grads = grad(outs, wanted, { grad_outputs: args.slice(given.length), create_graph: true, allow_unused: true });
      return grads.filter((g) => g !== null);
    });
  };
  return gradcheck(first, [...given, ...weights], options);
}
