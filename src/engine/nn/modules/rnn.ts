/** Recurrent layers over whole sequences. */
import * as F from '../../generated/functional.js';
import { cat, stack } from '../../generated/torch.js';
import type { DType } from '../../dtype.js';
import { RuntimeError, TypeError_, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { sameSizes, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import type { RecurrenceMode } from '../../kernels/recurrence.js';
import type { CellState, CellWeights } from '../../ops/nn/cells.js';
import { pythonType } from '../../ops/signature.js';
import { byName, readArguments, type OrByName } from '../arguments.js';
import { settingsText } from '../configured.js';
import { uniform_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import { py } from '../pythonText.js';
import type { Values } from '../signatureTypes.js';
import { PackedSequence } from '../utils/packedSequence.js';
import { runLayer } from './recurrence.js';

/** The first arguments of every recurrent layer; the arguments of its own stand between these and `second`. */
const first = 'int input_size, int hidden_size, int num_layers=1' as const;
const second = 'bool bias=True, bool batch_first=False, float dropout=0.0, bool bidirectional=False' as const;
const last = 'device=None, dtype? dtype=None' as const;

type Settings = Values<`(${typeof first}, ${typeof second}, ${typeof last})`> & { proj_size?: number };

/** The input in the form that the layers need: rows step by step. */
interface Sequences {
  data: Tensor;
  batchSizes: number[];
  states: Tensor[] | null;
  packed: PackedSequence | null;
  isBatched: boolean;
}

const tuple = (sizes: readonly number[]): string => py([...sizes]);

export abstract class RNNBase extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly num_layers: number;
  readonly bias: boolean;
  readonly batch_first: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  readonly proj_size: number;
  /** The weight for the input of layer 0 (further layers have one each): (gates · hidden_size, input_size). */
  declare weight_ih_l0: Parameter;
  declare weight_hh_l0: Parameter;
  declare bias_ih_l0: Parameter;
  declare bias_hh_l0: Parameter;

  constructor(gates: number, a: Settings) {
    super();
    const { proj_size = 0 } = a;
    if (a.input_size <= 0) throw new ValueError('input_size must be greater than zero');
    if (a.hidden_size <= 0) throw new ValueError('hidden_size must be greater than zero');
    if (a.num_layers <= 0) throw new ValueError('num_layers must be greater than zero');
    if (!(a.dropout >= 0 && a.dropout <= 1)) {
      throw new ValueError('dropout should be a number in range [0, 1] representing the probability of an element being zeroed');
    }
    if (proj_size < 0) throw new ValueError('proj_size should be a positive integer or zero to disable projections');
    if (proj_size >= a.hidden_size) throw new ValueError('proj_size has to be smaller than hidden_size');
    this.input_size = a.input_size;
    this.hidden_size = a.hidden_size;
    this.num_layers = a.num_layers;
    this.bias = a.bias;
    this.batch_first = a.batch_first;
    this.dropout = a.dropout;
    this.bidirectional = a.bidirectional;
    this.proj_size = proj_size;
    for (let layer = 0; layer < a.num_layers; layer++) {
      for (const suffix of this.suffixes(layer)) this.makeWeights(gates, layer, suffix, a.dtype);
    }
    this.reset_parameters();
  }

  protected abstract readonly steps: RecurrenceMode;

  private get directions(): number {
    return this.bidirectional ? 2 : 1;
  }

  /** The size of the output. */
  private get outSize(): number {
    return this.proj_size > 0 ? this.proj_size : this.hidden_size;
  }

  private suffixes(layer: number): string[] {
    return this.bidirectional ? [`l${layer}`, `l${layer}_reverse`] : [`l${layer}`];
  }

  private makeWeights(gates: number, layer: number, suffix: string, dtype: DType | null): void {
    const rows = gates * this.hidden_size;
    const inputs = layer === 0 ? this.input_size : this.outSize * this.directions;
    this.register_parameter(`weight_ih_${suffix}`, emptyParameter([rows, inputs], dtype));
    this.register_parameter(`weight_hh_${suffix}`, emptyParameter([rows, this.outSize], dtype));
    if (this.bias) {
      this.register_parameter(`bias_ih_${suffix}`, emptyParameter([rows], dtype));
      this.register_parameter(`bias_hh_${suffix}`, emptyParameter([rows], dtype));
    }
    if (this.proj_size > 0) this.register_parameter(`weight_hr_${suffix}`, emptyParameter([this.proj_size, this.hidden_size], dtype));
  }

  private weightsOf(suffix: string): CellWeights {
    const own = this as unknown as Record<string, Parameter | undefined>;
    return {
      ih: own[`weight_ih_${suffix}`]!,
      hh: own[`weight_hh_${suffix}`]!,
      ihBias: own[`bias_ih_${suffix}`] ?? null,
      hhBias: own[`bias_hh_${suffix}`] ?? null,
      hr: own[`weight_hr_${suffix}`] ?? null,
    };
  }

  reset_parameters(): void {
    const bound = this.hidden_size > 0 ? 1 / Math.sqrt(this.hidden_size) : 0;
    for (const p of this.parameters()) uniform_(p, -bound, bound);
  }

  /** Does nothing; exists because models call it. */
  flatten_parameters(): void {}

  /** Runs all layers. `names` are the names of the states in messages. */
  protected run(input: Tensor | PackedSequence, hx: readonly Tensor[] | null, names: readonly string[]) {
    const given = this.read(input, hx);
    const sizes = names.map((_, i) => (i === 0 ? this.outSize : this.hidden_size));
    const batch = given.batchSizes[0] ?? 0;
    const states = given.states ?? sizes.map((size) => given.data.new_zeros([this.num_layers * this.directions, batch, size]).detach());
    states.forEach((state, i) => {
      const expected = [this.num_layers * this.directions, batch, sizes[i]];
      if (!sameSizes(state.sizes, expected)) {
        throw wrongShape(`Expected ${names[i]} size ${tuple(expected)}, got ${showSizes(state.sizes)}`);
      }
    });
    const last: CellState[] = [];
    let data = given.data;
    for (let layer = 0; layer < this.num_layers; layer++) {
      if (layer > 0 && this.dropout > 0) data = F.dropout(data, this.dropout, this.training);
      const outputs = this.suffixes(layer).map((suffix, direction) => {
        const initial = states.map((s) => s.select(0, layer * this.directions + direction));
        const ran = runLayer(this.steps, this.weightsOf(suffix), data, given.batchSizes, initial, direction === 1);
        last.push(ran.last);
        return ran.output;
      });
      data = outputs.length === 1 ? outputs[0] : cat(outputs, 1);
    }
    return this.write(
      given,
      data,
      names.map((_, i) => stack(last.map((state) => state[i]))),
    );
  }

  private read(input: Tensor | PackedSequence, hx: readonly Tensor[] | null): Sequences {
    if (input instanceof PackedSequence) {
      this.checkInput(input.data, 2);
      const { sorted_indices } = input;
      const states = hx && (sorted_indices ? hx.map((h) => h.index_select(1, sorted_indices)) : [...hx]);
      return { data: input.data, batchSizes: input.batch_sizes.tolist() as number[], states, packed: input, isBatched: true };
    }
    if (!(input instanceof Tensor))
      throw new TypeError_(`${this._get_name()}.forward(): argument 'input' must be Tensor, not ${pythonType(input)}`);
    const isBatched = input.sizes.length === 3;
    if (hx && !Array.isArray(hx))
      throw new TypeError_(`${this._get_name()}: Expected hx to be a list of tensors, but got ${pythonType(hx)}`);
    if (hx) this.checkStateRanks(hx, isBatched);
    let x = isBatched ? input : input.unsqueeze(this.batch_first ? 0 : 1);
    this.checkInput(x, 3);
    if (this.batch_first) x = x.transpose(0, 1);
    const [steps, batch, size] = x.sizes;
    if (steps === 0) throw new RuntimeError('Expected sequence length to be larger than 0 in RNN');
    const states = hx && (isBatched ? [...hx] : hx.map((h) => h.unsqueeze(1)));
    return { data: x.reshape(steps * batch, size), batchSizes: new Array<number>(steps).fill(batch), states, packed: null, isBatched };
  }

  private checkInput(x: Tensor, rank: number): void {
    if (x.sizes.length !== rank) throw wrongShape(`input must have ${rank} dimensions, got ${x.sizes.length}`);
    const size = x.sizes[rank - 1];
    if (size !== this.input_size) {
      throw wrongShape(`input.size(-1) must be equal to input_size. Expected ${this.input_size}, got ${size}`);
    }
  }

  /** The `forward` of layers whose state is one tensor. */
  protected runWithOne<Input extends Tensor | PackedSequence>(
    input: Input,
    hx: OrByName<'hx', Tensor> | null | undefined,
  ): [output: Like<Input>, h_n: Tensor] {
    const state = byName<Tensor>('hx', hx);
    const { output, states } = this.run(input, state && [state], ['hidden']);
    return [output as Like<Input>, states[0]];
  }

  private checkStateRanks(hx: readonly Tensor[], isBatched: boolean): void {
    const rank = isBatched ? 3 : 2;
    if (hx.every((h) => h.sizes.length === rank)) return;
    const which = isBatched ? 'batched 3-D' : 'unbatched 2-D';
    const got = hx.map((h) => `${h.sizes.length}-D`);
    throw wrongShape(
      hx.length === 1
        ? `For ${which} input, hx should also be ${rank}-D but got ${got[0]} tensor`
        : `For ${which} input, hx and cx should also be ${rank}-D but got (${got.join(', ')}) tensors`,
    );
  }

  private write({ packed, batchSizes, isBatched }: Sequences, data: Tensor, states: Tensor[]) {
    if (packed) {
      const { unsorted_indices, batch_sizes, sorted_indices } = packed;
      const output = new PackedSequence(data, batch_sizes, sorted_indices, unsorted_indices);
      return { output, states: unsorted_indices ? states.map((s) => s.index_select(1, unsorted_indices)) : states };
    }
    let output = data.view(batchSizes.length, batchSizes[0], data.sizes[1]);
    if (this.batch_first) output = output.transpose(0, 1);
    if (isBatched) return { output, states };
    return { output: output.squeeze(this.batch_first ? 0 : 1), states: states.map((s) => s.squeeze(1)) };
  }

  override extra_repr(): string {
    const parts = ['=input_size', '=hidden_size', 'proj_size?', 'num_layers?', 'bias?', 'batch_first?', 'dropout?', 'bidirectional?'];
    return settingsText(this, LSTM.signature, parts);
  }
}

/** The type of the output: packed or padded, like the input. */
type Like<Input> = Input extends PackedSequence ? PackedSequence : Tensor;

export interface RNN {
  /** Runs `forward` with the hooks around it. */
  (input: Tensor, hx?: OrByName<'hx', Tensor> | null): [output: Tensor, h_n: Tensor];
  (input: PackedSequence, hx?: OrByName<'hx', Tensor> | null): [output: PackedSequence, h_n: Tensor];
}

/**
 * Elman's recurrent network: h′ = tanh(Wx + b + Uh + b′) at each step.
 * (L, N, input_size) → [(L, N, hidden_size), h of the last step (num_layers, N, hidden_size)]
 */
export class RNN extends RNNBase {
  readonly nonlinearity: 'tanh' | 'relu';

  static readonly signature = `RNN(${first}, 'tanh'|'relu' nonlinearity='tanh', ${second}, ${last})` as const;

  constructor(...args: ClassArguments['RNN']) {
    const a = readArguments(RNN.signature, args);
    if (a.nonlinearity !== 'tanh' && a.nonlinearity !== 'relu')
      throw new ValueError(`Unknown nonlinearity '${String(a.nonlinearity)}'. Select from 'tanh' or 'relu'.`);
    super(1, a);
    this.nonlinearity = a.nonlinearity;
  }

  protected get steps(): RecurrenceMode {
    return this.nonlinearity;
  }

  override forward<Input extends Tensor | PackedSequence>(
    input: Input,
    hx?: OrByName<'hx', Tensor> | null,
  ): [output: Like<Input>, h_n: Tensor] {
    return this.runWithOne(input, hx);
  }
}

export interface GRU {
  /** Runs `forward` with the hooks around it. */
  (input: Tensor, hx?: OrByName<'hx', Tensor> | null): [output: Tensor, h_n: Tensor];
  (input: PackedSequence, hx?: OrByName<'hx', Tensor> | null): [output: PackedSequence, h_n: Tensor];
}

/**
 * Gated recurrent unit by Cho and others (2014).
 * (L, N, input_size) → [(L, N, hidden_size), h of the last step (num_layers, N, hidden_size)]
 */
export class GRU extends RNNBase {
  static readonly signature = `GRU(${first}, ${second}, ${last})` as const;

  constructor(...args: ClassArguments['GRU']) {
    super(3, readArguments(GRU.signature, args));
  }

  protected get steps(): RecurrenceMode {
    return 'gru';
  }

  override forward<Input extends Tensor | PackedSequence>(
    input: Input,
    hx?: OrByName<'hx', Tensor> | null,
  ): [output: Like<Input>, h_n: Tensor] {
    return this.runWithOne(input, hx);
  }
}

type Pair = readonly [h_0: Tensor, c_0: Tensor];

export interface LSTM {
  /** Runs `forward` with the hooks around it. */
  (input: Tensor, hx?: OrByName<'hx', Pair> | null): [output: Tensor, state: [h_n: Tensor, c_n: Tensor]];
  (input: PackedSequence, hx?: OrByName<'hx', Pair> | null): [output: PackedSequence, state: [h_n: Tensor, c_n: Tensor]];
}

/**
 * Long short-term memory by Hochreiter and Schmidhuber (1997).
 * (L, N, input_size) → [(L, N, hidden_size), [h, c] of the last step, each (num_layers, N, hidden_size)]
 */
export class LSTM extends RNNBase {
  static readonly signature = `LSTM(${first}, ${second}, int proj_size=0, ${last})` as const;

  constructor(...args: ClassArguments['LSTM']) {
    super(4, readArguments(LSTM.signature, args));
  }

  protected get steps(): RecurrenceMode {
    return 'lstm';
  }

  override forward<Input extends Tensor | PackedSequence>(
    input: Input,
    hx?: OrByName<'hx', Pair> | null,
  ): [output: Like<Input>, state: [h_n: Tensor, c_n: Tensor]] {
    const { output, states } = this.run(input, byName<Pair>('hx', hx), ['hidden[0]', 'hidden[1]']);
    return [output as Like<Input>, states as [Tensor, Tensor]];
  }
}
