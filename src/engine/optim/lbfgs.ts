import { withGradMode } from '../autograd/gradMode.js';
import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { cat } from '../generated/torch.js';
import type { ClassArguments } from '../generated/classes.js';
import { readArguments } from '../nn/arguments.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { checkNotNegative, Optimizer, type OptionsOf, type ParamState } from './optimizer.js';
import { strongWolfe, type Trial } from './strongWolfe.js';

interface LBFGSState extends ParamState {
  func_evals: number;
  n_iter: number;
  d: Tensor;
  t: number;
  old_dirs: Tensor[];
  old_stps: Tensor[];
  ro: number[];
  H_diag: number;
  prev_flat_grad: Tensor;
}

const signature =
  "LBFGS(Iterable[Tensor]|Iterable[dict] params, float lr=1, int max_iter=20, int? max_eval=None, float tolerance_grad=1e-07, float tolerance_change=1e-09, int history_size=100, 'strong_wolfe'? line_search_fn=None, *, bool maximize=False)";

const largest = (t: Tensor): number => t.abs().max().item();
const dot = (a: Tensor, b: Tensor): number => a.dot(b).item();

/** Stores the last change, with the curvature that follows from it. */
function remember(state: LBFGSState, gradient: Tensor, historySize: number): void {
  const y = gradient.sub(state.prev_flat_grad);
  const s = state.d.mul(state.t);
  const ys = dot(y, s);
  if (!(ys > 1e-10)) return;
  const { old_dirs, old_stps, ro } = state;
  if (old_dirs.length === historySize) for (const list of [old_dirs, old_stps, ro]) list.shift();
  old_dirs.push(y);
  old_stps.push(s);
  ro.push(1 / ys);
  state.H_diag = ys / dot(y, y);
}

/** The descent direction: the gradient times the approximate inverse Hessian from the stored changes, negated. */
function towards(gradient: Tensor, { old_dirs, old_stps, ro, H_diag }: LBFGSState): Tensor {
  const q = gradient.neg();
  const al: number[] = [];
  for (let i = old_dirs.length - 1; i >= 0; i--) {
    al[i] = dot(old_stps[i], q) * ro[i];
    q.add_(old_dirs[i], { alpha: -al[i] });
  }
  const r = q.mul(H_diag);
  old_dirs.forEach((y, i) => r.add_(old_stps[i], { alpha: al[i] - dot(y, r) * ro[i] }));
  return r;
}

/** L-BFGS, a quasi-Newton method, as `torch.optim.LBFGS`. Its `step` calls the closure several times. */
export class LBFGS extends Optimizer<OptionsOf<typeof signature>> {
  static override readonly signature = signature;

  constructor(...args: ClassArguments['LBFGS']) {
    const { params, ...options } = readArguments(signature, args);
    checkNotNegative('learning rate', options.lr);
    super(params, { ...options, max_eval: options.max_eval ?? Math.floor((options.max_iter * 5) / 4) });
    if (this.param_groups.length !== 1) throw new ValueError("LBFGS doesn't support per-parameter options (parameter groups)");
  }

  private get params(): Tensor[] {
    return this.param_groups[0].params;
  }

  private flatGradient(): Tensor {
    const gradient = cat(this.params.map((p) => (p.grad ? p.grad.reshape(-1) : p.new_zeros([p.numel()]))));
    return this.param_groups[0].maximize ? gradient.neg_() : gradient;
  }

  private move(length: number, by: Tensor): void {
    let offset = 0;
    for (const p of this.params) {
      p.add_(by.narrow(0, offset, p.numel()).view(p.sizes), { alpha: length });
      offset += p.numel();
    }
  }

  /**
   * @param closure clears the gradients, computes the loss, calls `backward()` and returns the loss
   * @returns the loss before the step
   */
  override step<T>(closure?: (() => T) | null): T {
    if (typeof closure !== 'function') throw new TypeError_("LBFGS.step() missing 1 required positional argument: 'closure'");
    this._step_count++;
    const first = withGradMode(true, closure);
    const state = this.stateOf(this.params[0]) as LBFGSState;
    state.func_evals = (state.func_evals ?? 0) + 1;
    state.n_iter ??= 0;
    const sign = this.param_groups[0].maximize ? -1 : 1;
    const evaluate = () => sign * withGradMode(true, () => lossOf(closure()));
    withGradMode(false, () => this.iterate(state, sign * lossOf(first), evaluate));
    return first;
  }

  private iterate(state: LBFGSState, firstLoss: number, evaluate: () => number): void {
    const { lr, max_iter, max_eval, tolerance_grad, tolerance_change, history_size, line_search_fn } = this.param_groups[0];
    let loss = firstLoss;
    let gradient = quietly(() => this.flatGradient());
    let isOptimal = quietly(() => largest(gradient)) <= tolerance_grad;
    if (isOptimal) return;
    let evaluations = 1;
    for (let n = 1; n <= max_iter; n++) {
      const isFirst = ++state.n_iter === 1;
      const before = loss;
      const slope = quietly(() => {
        if (isFirst) {
          Object.assign(state, { d: gradient.neg(), old_dirs: [], old_stps: [], ro: [], H_diag: 1 });
        } else {
          remember(state, gradient, history_size);
          state.d = towards(gradient, state);
        }
        state.prev_flat_grad = gradient.clone();
        state.t = isFirst ? Math.min(1, 1 / gradient.abs().sum().item()) * lr : lr;
        return dot(gradient, state.d);
      });
      if (slope > -tolerance_change) break;

      let used = 0;
      if (line_search_fn === null) {
        quietly(() => this.move(state.t, state.d));
        if (n !== max_iter) {
          loss = evaluate();
          gradient = quietly(() => this.flatGradient());
          isOptimal = quietly(() => largest(gradient)) <= tolerance_grad;
          used = 1;
        }
      } else {
        if (line_search_fn !== 'strong_wolfe') throw new RuntimeError("only 'strong_wolfe' is supported");
        const start: Trial = { t: 0, f: loss, g: gradient, gtd: slope };
        const found = this.search(state, start, tolerance_change, () => {
          used++;
          return evaluate();
        });
        ({ f: loss, g: gradient, t: state.t } = found);
        quietly(() => this.move(state.t, state.d));
        isOptimal = quietly(() => largest(gradient)) <= tolerance_grad;
      }
      evaluations += used;
      state.func_evals += used;
      if (n === max_iter || evaluations >= max_eval! || isOptimal) break;
      if (quietly(() => largest(state.d.mul(state.t))) <= tolerance_change) break;
      if (Math.abs(loss - before) < tolerance_change) break;
    }
  }

  private search(state: LBFGSState, start: Trial, toleranceChange: number, evaluate: () => number): Trial {
    const { d } = state;
    const origin = quietly(() => this.params.map((p) => p.clone()));
    return strongWolfe({
      start,
      first: state.t,
      largest: quietly(() => largest(d)),
      toleranceChange,
      evaluate: (t) => {
        quietly(() => this.move(t, d));
        const f = evaluate();
        return quietly(() => {
          const g = this.flatGradient();
          this.params.forEach((p, i) => p.copy_(origin[i]));
          return { t, f, g, gtd: dot(g, d) };
        });
      },
    });
  }
}

/** The loss that a closure returned: a tensor of one element, or a number. */
const lossOf = (loss: unknown): number => Number(loss instanceof Tensor ? loss.item() : loss);
