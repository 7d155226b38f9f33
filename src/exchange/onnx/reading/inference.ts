/** Infers the rank and the dtype of a model's values, as far as the file tells them before a run. */
import type { OnnxFile, OnnxNode } from './parse.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const OF_TRUTH = words('Equal Less LessOrEqual Greater GreaterOrEqual And Or Xor Not IsNaN IsInf');
const OF_INTEGERS = words('Shape Size ArgMax ArgMin NonZero');
/** Operations whose result has the rank of the first input. */
const LIKE_FIRST = words(
  'Conv ConvTranspose MaxPool AveragePool GlobalAveragePool GlobalMaxPool BatchNormalization InstanceNormalization LayerNormalization LRN ' +
    'Identity Cast Dropout Relu LeakyRelu Sigmoid Tanh Clip Softmax LogSoftmax Elu Selu HardSigmoid HardSwish Gelu Erf Sqrt Exp Log Neg Abs Transpose Concat ' +
    'Split Slice Pad Resize Upsample CumSum Trilu TopK',
);
const STRETCHED = words('Add Sub Mul Div Pow Max Min Where Equal Less Greater And Or');

export class Inference {
  private readonly ranks: Map<string, number>;
  private readonly dtypes: Map<string, string>;

  constructor({ ranks, dtypes }: OnnxFile) {
    this.ranks = new Map(ranks);
    this.dtypes = new Map(dtypes);
  }

  readonly rank = (name: string): number | undefined => this.ranks.get(name);
  readonly dtype = (name: string): string | undefined => this.dtypes.get(name);

  /** Infers the outputs of the next node. @param cast the dtype that the node itself names */
  follow(node: OnnxNode, cast: string | null, file: OnnxFile): void {
    const { type, inputs, outputs } = node;
    const first = inputs[0] ?? '';
    const dtype =
      cast ??
      (OF_TRUTH.has(type) ? 'bool' : OF_INTEGERS.has(type) ? 'int64' : this.dtypes.get(type === 'Where' ? (inputs[1] ?? '') : first));
    const rank = this.rankOf(node, file);
    for (const [i, name] of outputs.entries()) {
      if (rank !== undefined && !this.ranks.has(name)) this.ranks.set(name, rank);
      if (dtype !== undefined && !this.dtypes.has(name)) this.dtypes.set(name, type === 'TopK' && i === 1 ? 'int64' : dtype);
    }
  }

  private rankOf({ type, inputs, attributes }: OnnxNode, { weights }: OnnxFile): number | undefined {
    const all = inputs.map((name) => this.ranks.get(name));
    const axes = attributes.get('axes')?.ints.length ?? weights.get(inputs[1] ?? '')?.shape[0];
    const moved = (by: number | undefined): number | undefined => (all[0] === undefined || by === undefined ? undefined : all[0] + by);
    if (type === 'Reshape') return weights.get(inputs[1] ?? '')?.shape[0];
    if (type === 'Unsqueeze') return moved(axes);
    if (type === 'Squeeze') return moved(axes && -axes);
    if (type.startsWith('Reduce')) return attributes.get('keepdims')?.i === 0n ? (axes ? moved(-axes) : undefined) : all[0];
    if (LIKE_FIRST.has(type)) return all[0];
    if (type === 'Flatten' || type === 'Gemm') return 2;
    if (STRETCHED.has(type)) return all.includes(undefined) ? undefined : Math.max(...(all as number[]));
    if (type === 'MatMul' && all.every((n) => n !== undefined && n >= 2)) return Math.max(...(all as number[]));
    return undefined;
  }
}
