// classifying names with a character-level RNN, and generating with it (PyTorch's tutorials)
import * as torch from 'tensor-lens';
import { nn, type Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const F = nn.functional;
torch.manual_seed(10);
const all_letters = "abcdefghijklmnopqrstuvwxyz .'";
const n_letters = all_letters.length;
const categories: Record<string, string[]> = { English: ['smith', 'jones', "o'neil"], Italian: ['rossi', 'bianchi', 'conti'], Greek: ['kalas', 'doukas'] };
const names = Object.keys(categories);

const letter_to_index = (letter: string) => all_letters.indexOf(letter);

function line_to_tensor(line: string) {
  const tensor = torch.zeros(line.length, 1, n_letters);
  [...line].forEach((letter, li) => {
    tensor[li][0][letter_to_index(letter)] = 1;
  });
  return tensor;
}

print(line_to_tensor('ab').size(), line_to_tensor('ab')[1].nonzero());

class RNN extends nn.Module {
  i2h;
  h2h;
  h2o;
  softmax;
  constructor(
    input_size: number,
    public hidden_size: number,
    output_size: number,
  ) {
    super();
    this.i2h = new nn.Linear(input_size, hidden_size);
    this.h2h = new nn.Linear(hidden_size, hidden_size);
    this.h2o = new nn.Linear(hidden_size, output_size);
    this.softmax = new nn.LogSoftmax({ dim: 1 });
  }
  forward(input: Tensor, hidden: Tensor): [Tensor, Tensor] {
    hidden = F.tanh(this.i2h(input) + this.h2h(hidden));
    let output = this.h2o(hidden);
    output = this.softmax(output);
    return [output, hidden];
  }
  init_hidden() {
    return torch.zeros(1, this.hidden_size);
  }
}

const rnn = new RNN(n_letters, 12, names.length);
const criterion = new nn.NLLLoss();
const learning_rate = 0.05;

function category_from_output(output: Tensor): [string, number] {
  const [top_n, top_i] = output.topk(1);
  const i = top_i[0].item();
  return [names[i], i];
}

function train(category_tensor: Tensor, line_tensor: Tensor): [Tensor, number] {
  let hidden = rnn.init_hidden();
  rnn.zero_grad();
  let output!: Tensor;
  for (let i = 0; i < line_tensor.size()[0]; i++) {
    [output, hidden] = rnn(line_tensor[i], hidden);
  }
  const loss = criterion(output, category_tensor);
  loss.backward();
  for (const p of rnn.parameters()) p.data.add_(p.grad!.data, { alpha: -learning_rate });
  return [output, loss.item()];
}

const confusion = torch.zeros(names.length, names.length);
for (let epoch = 0; epoch < 3; epoch++) {
  let current = 0;
  let last = '';
  for (const [c, lines] of Object.entries(categories)) {
    for (const line of lines) {
      const [out, loss] = train(torch.tensor([names.indexOf(c)], { dtype: torch.long }), line_to_tensor(line));
      const [guess, guess_i] = category_from_output(out);
      confusion[names.indexOf(c)][guess_i] += 1;
      current += loss;
      last = `${line} / ${guess} ${guess === c ? '✓' : `✗ (${c})`}`;
    }
  }
  print(`${epoch} ${(current / 8).toFixed(4)} ${last}`);
}
for (let i = 0; i < names.length; i++) confusion[i] = confusion[i] / confusion[i].sum();
print(confusion);
torch.no_grad(() => {
  let hidden = rnn.init_hidden();
  let output!: Tensor;
  for (let i = 0; i < 5; i++) [output, hidden] = rnn(line_to_tensor('rossi')[i], hidden);
  const [topv, topi] = output.topk(2, 1, true);
  for (let i = 0; i < 2; i++) print(`(${topv[0][i].exp().item().toFixed(2)}) ${names[topi[0][i].item()]}`);
});
const gru = new nn.GRU(n_letters, 6, { num_layers: 2, dropout: 0.1, bidirectional: true });
gru.eval();
const [o, h] = gru(line_to_tensor('conti'));
print(o.shape, h.shape, o[-1, 0, ':6'].equal(h[-2, 0]), o[0, 0, '6:'].equal(h[-1, 0]));
for (const [name, param] of gru.named_parameters()) {
  if (name.includes('weight_ih')) print(name, `(${param.shape.join(', ')})`, param.std().item().toFixed(4));
}
