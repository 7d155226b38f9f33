/** Cells that compute one step of a recurrent layer. */
import * as F from '../../generated/functional.js';
import { RuntimeError, TypeError_ } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { cells, type Cell } from '../../ops/nn/cells.js';
import { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { byName, readArguments, type OrByName } from '../arguments.js';
import { settingsText } from '../configured.js';
import { uniform_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import type { Values } from '../signatureTypes.js';
import type { OptionalCellBiases } from '../optional.js';

const first = 'int input_size, int hidden_size, bool bias=True' as const;
const last = 'device=None, dtype? dtype=None' as const;

type Settings = Values<`(${typeof first}, ${typeof last})`>;

interface RNNCellBase extends OptionalCellBiases {}
abstract class RNNCellBase extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly bias: boolean;
  weight_ih: Parameter;
  weight_hh: Parameter;

  constructor(gates: number, a: Settings) {
    super();
    const rows = gates * a.hidden_size;
    this.input_size = a.input_size;
    this.hidden_size = a.hidden_size;
    this.bias = a.bias;
    this.weight_ih = emptyParameter([rows, a.input_size], a.dtype);
    this.weight_hh = emptyParameter([rows, a.hidden_size], a.dtype);
    this.bias_ih = a.bias ? emptyParameter([rows], a.dtype) : null;
    this.bias_hh = a.bias ? emptyParameter([rows], a.dtype) : null;
    this.reset_parameters();
  }

  reset_parameters(): void {
    const bound = this.hidden_size > 0 ? 1 / Math.sqrt(this.hidden_size) : 0;
    for (const p of this.parameters()) uniform_(p, -bound, bound);
  }

  /** Computes a step of one sample or of a batch. */
  protected run(cell: Cell, input: Tensor, hx: readonly Tensor[] | null, states: number): Tensor[] {
    const rank = input.sizes.length;
    const name = this._get_name();
    if (rank !== 1 && rank !== 2) throw wrongShape(`${name}: Expected input to be 1-D or 2-D but received ${rank}-D tensor`);
    const isBatched = rank === 2;
    const x = isBatched ? input : input.unsqueeze(0);
    if (x.sizes[1] !== this.input_size) {
      throw wrongShape(`input has inconsistent input_size: got ${x.sizes[1]} expected ${this.input_size}`);
    }
    const initial = hx
      ? hx.map((h) => (isBatched ? h : h.unsqueeze(0)))
      : new Array<Tensor>(states).fill(x.new_zeros([x.sizes[0], this.hidden_size]).detach());
    for (const h of initial) {
      if (h.sizes[0] !== x.sizes[0]) {
        throw wrongShape(`Input batch size ${x.sizes[0]} doesn't match hidden0 batch size ${h.sizes[0]}`);
      }
      if (h.sizes[1] !== this.hidden_size) {
        throw wrongShape(`hidden0 has inconsistent hidden_size: got ${h.sizes[1]}, expected ${this.hidden_size}`);
      }
    }
    const weights = { ih: this.weight_ih, hh: this.weight_hh, ihBias: this.bias_ih, hhBias: this.bias_hh };
    const next = cell(F.linear(x, this.weight_ih, this.bias_ih), initial, weights);
    return next.map((h) => (isBatched ? h : h.squeeze(0)));
  }

  override extra_repr(): string {
    return settingsText(this, LSTMCell.signature, ['=input_size', '=hidden_size', 'bias?']);
  }
}

/** A state that is one tensor, as a list. */
function oneState(hx: OrByName<'hx', Tensor> | null | undefined): [Tensor] | null {
  const state = byName<Tensor>('hx', hx);
  return state ? [state] : null;
}

/** One step of an RNN: (N, input_size), (N, hidden_size) → (N, hidden_size). */
export class RNNCell extends RNNCellBase {
  static readonly signature = `RNNCell(${first}, 'tanh'|'relu' nonlinearity='tanh', ${last})` as const;
  readonly nonlinearity: string;

  constructor(...args: ClassArguments['RNNCell']) {
    const a = readArguments(RNNCell.signature, args);
    super(1, a);
    this.nonlinearity = a.nonlinearity;
  }

  override forward(input: Tensor, hx?: OrByName<'hx', Tensor> | null): Tensor {
    const { nonlinearity } = this;
    if (nonlinearity !== 'tanh' && nonlinearity !== 'relu') throw new RuntimeError(`Unknown nonlinearity: ${nonlinearity}`);
    return this.run(cells[nonlinearity], input, oneState(hx), 1)[0];
  }

  override extra_repr(): string {
    return `${super.extra_repr()}${this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`}`;
  }
}

/** One step of an LSTM: (N, input_size), [h, c] → [h, c], each (N, hidden_size). */
export class LSTMCell extends RNNCellBase {
  static readonly signature = `LSTMCell(${first}, ${last})` as const;

  constructor(...args: ClassArguments['LSTMCell']) {
    super(4, readArguments(LSTMCell.signature, args));
  }

  override forward(input: Tensor, hx?: OrByName<'hx', readonly [h: Tensor, c: Tensor]> | null): [h: Tensor, c: Tensor] {
    if (hx instanceof Tensor) throw new TypeError_("lstm_cell(): argument 'hx' (position 2) must be tuple of Tensors, not Tensor");
    return this.run(cells.lstm, input, byName<readonly [Tensor, Tensor]>('hx', hx), 2) as [Tensor, Tensor];
  }
}

/** One step of a GRU: (N, input_size), (N, hidden_size) → (N, hidden_size). */
export class GRUCell extends RNNCellBase {
  static readonly signature = `GRUCell(${first}, ${last})` as const;

  constructor(...args: ClassArguments['GRUCell']) {
    super(3, readArguments(GRUCell.signature, args));
  }

  override forward(input: Tensor, hx?: OrByName<'hx', Tensor> | null): Tensor {
    return this.run(cells.gru, input, oneState(hx), 1)[0];
  }
}
