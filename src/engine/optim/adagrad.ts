import type { Arguments } from '../nn/arguments.js';
import { full_like } from '../generated/torch.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor.js';
import { checkNotNegative, direction, ParameterWise, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface AdagradOptions {
  /** Learning rate. Default: 0.01 */
  lr: number;
  /** How fast the learning rate decays. Default: 0 */
  lr_decay: number;
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay: number;
  /** What the sum of squares begins with. Default: 0 */
  initial_accumulator_value: number;
  /** Added to the denominator. Default: 1e-10 */
  eps: number;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

interface AdagradState extends ParamState {
  step: number;
  sum: Tensor;
}

/** Divides by the root of the sum of squares so far, by Duchi and others (2011), as `torch.optim.Adagrad`. */
export class Adagrad extends ParameterWise<AdagradOptions> {
  constructor(
    params: Params,
    ...args: Arguments<
      [],
      [lr: number, lr_decay: number, weight_decay: number, initial_accumulator_value: number, eps: number],
      Partial<AdagradOptions>
    >
  ) {
    super(
      'Adagrad(any params, float lr=0.01, float lr_decay=0, float weight_decay=0, float initial_accumulator_value=0, float eps=1e-10, any foreach=None, *, bool maximize=False)',
      [params, ...args],
      (o) => {
        checkNotNegative('learning rate', o.lr);
        checkNotNegative('lr_decay value', o.lr_decay);
        checkNotNegative('weight_decay value', o.weight_decay);
        checkNotNegative('initial_accumulator_value value', o.initial_accumulator_value);
        checkNotNegative('epsilon value', o.eps);
      },
    );
    for (const group of this.param_groups) {
      for (const p of group.params) {
        Object.assign(this.stateOf(p), { step: 0, sum: quietly(() => full_like(p, group.initial_accumulator_value)) });
      }
    }
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: ParamGroup<AdagradOptions>): void {
    const state = kept as AdagradState;
    const g = direction(grad, param, group);
    state.step = Number(state.step) + 1;
    const lr = group.lr / (1 + (state.step - 1) * group.lr_decay);
    state.sum.addcmul_(g, g);
    param.addcdiv_(g, state.sum.sqrt().add_(group.eps), { value: -lr });
  }
}
