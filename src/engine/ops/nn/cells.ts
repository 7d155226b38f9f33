import type { RecurrenceMode } from '../../kernels/recurrence.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';

/** The single steps of recurrent layers, as operations. */

/** The weights of one layer in one direction. */
export interface CellWeights {
  ih: Tensor;
  hh: Tensor;
  ihBias: Tensor | null;
  hhBias: Tensor | null;
  /** The weight that projects the hidden state of an LSTM to another size. */
  hr?: Tensor | null;
}

/** The state: h, or h and c for an LSTM. */
export type CellState = readonly Tensor[];

/** The weights that a step needs: the contribution of the input to the gates is computed before. */
type Recurrent = Pick<CellWeights, 'hh' | 'hhBias' | 'hr'>;

/** Computes one step from the contribution of the input to the gates. */
export type Cell = (gates: Tensor, state: CellState, weights: Recurrent) => CellState;

const linear = fn('nn.functional.linear') as (x: Tensor, weight: Tensor, bias?: Tensor | null) => Tensor;

const recurrent = (h: Tensor, { hh, hhBias }: Recurrent): Tensor => linear(h, hh, hhBias);

export const cells: Readonly<Record<RecurrenceMode, Cell>> = {
  /** h′ = tanh(Wx + b + Uh + b′) */
  tanh: (gates, [h], weights) => [gates.add(recurrent(h, weights)).tanh()],

  /** h′ = max(0, Wx + b + Uh + b′) */
  relu: (gates, [h], weights) => [gates.add(recurrent(h, weights)).relu()],

  /** i, f, o = σ(…), g = tanh(…); c′ = f · c + i · g; h′ = o · tanh(c′) */
  lstm(gates, [h, c], weights) {
    const [i, f, g, o] = gates.add(recurrent(h, weights)).chunk(4, 1);
    const next = f.sigmoid().mul(c).add(i.sigmoid().mul(g.tanh()));
    const hidden = o.sigmoid().mul(next.tanh());
    return [weights.hr ? linear(hidden, weights.hr) : hidden, next];
  },

  /** r, z = σ(…); n = tanh(Wx + b + r · (Uh + b′)); h′ = (1 − z) · n + z · h */
  gru(gates, [h], weights) {
    const [xr, xz, xn] = gates.chunk(3, 1);
    const [hr, hz, hn] = recurrent(h, weights).chunk(3, 1);
    const r = xr.add(hr).sigmoid();
    const z = xz.add(hz).sigmoid();
    const n = xn.add(r.mul(hn)).tanh();
    return [h.sub(n).mul(z).add(n)];
  },
};
