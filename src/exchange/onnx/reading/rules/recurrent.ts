/** Recurrent layers, as PyTorch's layers with the gates in PyTorch's order. */
import { list, type Rule, type Rules } from '../node.js';

/** The activations of PyTorch's layers. */
const usual: Readonly<Record<string, readonly string[]>> = { LSTM: ['Sigmoid', 'Tanh', 'Tanh'], GRU: ['Sigmoid', 'Tanh'], RNN: ['Tanh'] };

/** For each gate of PyTorch, its place among ONNX's gates. */
const gates: Readonly<Record<string, readonly number[]>> = { LSTM: [0, 2, 3, 1], GRU: [1, 0, 2], RNN: [0] };

const layer: Rule = (node) => {
  const { type } = node;
  const said = node.texts('activations');
  const expected = usual[type]!;
  if (said.some((name, i) => name.toLowerCase() !== expected[i % expected.length]!.toLowerCase())) throw node.refuse(said.join(', '));
  if (type === 'GRU' && node.int('linear_before_reset', 0) === 0) throw node.refuse('linear_before_reset 0');
  for (const option of ['clip', 'input_forget', 'layout'])
    if (node.attribute(option) && node.int(option, 0) !== 0) throw node.refuse(option);
  if (node.text('direction', 'forward') === 'reverse') throw node.refuse('direction reverse');
  if (node.has(4)) throw node.refuse('sequence_lens');
  if (node.has(7)) throw node.refuse('peepholes');
  const states = [5, 6].filter((at) => node.has(at)).map((at) => node.in(at));
  const weights = `[${node.in(1)}, ${node.in(2)}${node.has(3) ? `, ${node.in(3)}` : ''}]`;
  const rest = states.length > 0 ? `, [${states.join(', ')}]` : '';
  const found = `${node.helper('recurrent')}('${type}', ${list(gates[type]!)}, ${node.in(0)}, ${weights}${rest})`;
  return node.results.length > 1 ? found : `${found}[0]`;
};

export const recurrent: Rules = { LSTM: layer, GRU: layer, RNN: layer };
