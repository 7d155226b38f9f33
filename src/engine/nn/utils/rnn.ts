/** `torch.nn.utils.rnn`: sequences of different lengths in one tensor. */
import { int64 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { wrongShape } from '../../errors/shapes.js';
import { cat, stack, tensor } from '../../generated/torch.js';
import { Tensor } from '../../tensor/tensor.js';
import { callable } from '../arguments.js';
import { PackedSequence } from './packedSequence.js';

export { PackedSequence };

declare module '../signatureTypes.js' {
  interface SignatureTypes {
    PackedSequence: PackedSequence;
  }
}

const longs = (values: readonly number[]): Tensor => tensor([...values], { dtype: int64 });
const numbers = (lengths: Tensor | readonly number[] | number): number[] =>
  lengths instanceof Tensor ? (lengths.reshape([-1]).tolist() as number[]) : typeof lengths === 'number' ? [lengths] : [...lengths];

/** Sequences (Lᵢ, *) side by side in one tensor (L, N, *); the shorter ones are padded. */
export const pad_sequence = callable(
  "pad_sequence(Iterable[Tensor] sequences, bool batch_first=False, float padding_value=0.0, 'right'|'left' padding_side='right')",
  ({ sequences, batch_first, padding_value, padding_side }): Tensor => {
    const list = [...sequences];
    if (list.length === 0) throw new RuntimeError('received an empty list of sequences');
    const most = Math.max(...list.map((s) => s.sizes[0]));
    const filled = list.map((s) => {
      const rest = most - s.sizes[0];
      if (rest === 0) return s;
      const filler = s.new_full([rest, ...s.sizes.slice(1)], padding_value);
      return cat(padding_side === 'left' ? [filler, s] : [s, filler]);
    });
    return stack(filled, batch_first ? 0 : 1);
  },
);

/**
 * Packs (L, N, *) without its padding. ¶ @throws RuntimeError when the lengths do not decrease and `enforce_sorted` is
 * not false
 */
export const pack_padded_sequence = callable(
  'pack_padded_sequence(Tensor input, Tensor|int[] lengths, bool batch_first=False, bool enforce_sorted=True)',
  ({ input, lengths, batch_first, enforce_sorted }): PackedSequence => {
    if (input.sizes.length < 2) throw wrongShape(`Expected an input of at least 2 dimensions, but got ${input.sizes.length}`);
    const given = numbers(lengths);
    const order = [...given.keys()];
    if (!enforce_sorted) order.sort((a, b) => given[b] - given[a]);
    const sorted = order.map((i) => given[i]);
    const byStep = batch_first ? input.transpose(0, 1) : input;
    checkLengths(sorted, byStep.sizes[1]);
    const sequences = enforce_sorted ? byStep : byStep.index_select(1, longs(order));
    const batchSizes = listOf(sorted[0], (t) => sorted.filter((n) => n > t).length);
    const data = cat(batchSizes.map((n, t) => sequences.select(0, t).narrow(0, 0, n)));
    if (enforce_sorted) return new PackedSequence(data, longs(batchSizes));
    const back = order.map((_, i) => order.indexOf(i));
    return new PackedSequence(data, longs(batchSizes), longs(order), longs(back));
  },
);

function checkLengths(lengths: readonly number[], batch: number): void {
  if (lengths.length !== batch) {
    throw wrongShape(`Expected \`len(lengths)\` to be equal to batch_size, but got ${lengths.length} (batch_size=${batch})`);
  }
  if (lengths.some((n) => n <= 0)) {
    throw new RuntimeError("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0");
  }
  if (lengths.some((n, i) => i > 0 && n > lengths[i - 1])) {
    throw new RuntimeError(
      '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.',
    );
  }
}

/** Packs sequences (Lᵢ, *). */
export const pack_sequence = callable(
  'pack_sequence(Iterable[Tensor] sequences, bool enforce_sorted=True)',
  ({ sequences, enforce_sorted }): PackedSequence => {
    const list = [...sequences];
    const lengths = list.map((s) => s.sizes[0]);
    return pack_padded_sequence(pad_sequence(list), lengths, { enforce_sorted });
  },
);

/** Unpacks into a padded tensor: [(L, N, *), lengths]. */
export const pad_packed_sequence = callable(
  'pad_packed_sequence(PackedSequence sequence, bool batch_first=False, float padding_value=0.0, int? total_length=None)',
  ({ sequence, ...a }): [padded: Tensor, lengths: Tensor] => {
    const batchSizes = sequence.batch_sizes.tolist() as number[];
    const steps = a.total_length ?? batchSizes.length;
    if (steps < batchSizes.length) {
      throw new ValueError(
        `Expected total_length to be at least the length of the longest sequence in input, but got total_length=${steps} and max sequence length being ${batchSizes.length}`,
      );
    }
    const { data, unsorted_indices } = sequence;
    const rest = data.sizes.slice(1);
    const filler = (n: number) => data.new_full([n, ...rest], a.padding_value);
    let offset = 0;
    const rows = listOf(steps, (t) => {
      const n = batchSizes[t] ?? 0;
      const row = data.narrow(0, offset, n);
      offset += n;
      return n === batchSizes[0] ? row : cat([row, filler(batchSizes[0] - n)]);
    });
    let padded = stack(rows, a.batch_first ? 1 : 0);
    let lengths = longs(Array.from({ length: batchSizes[0] }, (_, i) => batchSizes.filter((n) => n > i).length));
    if (unsorted_indices) {
      padded = padded.index_select(a.batch_first ? 0 : 1, unsorted_indices);
      lengths = lengths.index_select(0, unsorted_indices);
    }
    return [padded, lengths];
  },
);

/** (L, N, *) and lengths → sequences (Lᵢ, *). */
export const unpad_sequence = callable(
  'unpad_sequence(Tensor padded_sequences, Tensor|int[] lengths, bool batch_first=False)',
  ({ padded_sequences, lengths, batch_first }): Tensor[] => {
    const bySequence = batch_first ? padded_sequences : padded_sequences.transpose(0, 1);
    return numbers(lengths).map((n, i) => bySequence.select(0, i).narrow(0, 0, n));
  },
);

/** The sequences that were packed. */
export const unpack_sequence = callable('unpack_sequence(PackedSequence packed_sequences)', ({ packed_sequences }): Tensor[] => {
  const [padded, lengths] = pad_packed_sequence(packed_sequences, { batch_first: true });
  return unpad_sequence(padded, lengths, true);
});
