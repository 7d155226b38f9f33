import * as torch from 'tensor-lens';
import { nn, type Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const { Dataset, DataLoader, random_split, WeightedRandomSampler } = torch.utils.data;

torch.manual_seed(0);
const texts: [string, number][] = [
  ['the cat sat', 0],
  ['stocks rise today', 1],
  ['a dog ran', 0],
  ['market falls', 1],
  ['the dog sat there', 0],
  ['shares and bonds rise', 1],
  ['cat naps', 0],
  ['banks fail', 1],
];
const vocab = new Map([['<unk>', 0]]);
for (const [t] of texts) for (const w of t.split(' ')) if (!vocab.has(w)) vocab.set(w, vocab.size);

class News extends Dataset {
  constructor(public rows: [string, number][]) {
    super();
  }
  get length() {
    return this.rows.length;
  }
  get(i: number): [number[], number] {
    const [text, label] = this.rows[i];
    return [text.split(' ').map((w) => vocab.get(w) ?? 0), label];
  }
}

function collate_batch(batch: [number[], number][]) {
  const labels: number[] = [];
  const ids: Tensor[] = [];
  const offsets = [0];
  for (const [tokens, label] of batch) {
    labels.push(label);
    const t = torch.tensor(tokens, { dtype: torch.int64 });
    ids.push(t);
    offsets.push(t.size(0));
  }
  return [torch.tensor(labels), torch.cat(ids), torch.tensor(offsets.slice(0, -1)).cumsum({ dim: 0 })];
}

class TextClassificationModel extends nn.Module {
  embedding;
  fc;
  constructor(vocab_size: number, embed_dim: number, num_class: number) {
    super();
    this.embedding = new nn.EmbeddingBag(vocab_size, embed_dim, { sparse: false });
    this.fc = new nn.Linear(embed_dim, num_class);
    this.init_weights();
  }
  init_weights() {
    const initrange = 0.5;
    this.embedding.weight.data.uniform_(-initrange, initrange);
    this.fc.weight.data.uniform_(-initrange, initrange);
    this.fc.bias.data.zero_();
  }
  forward(text: Tensor, offsets: Tensor) {
    return this.fc(this.embedding(text, offsets));
  }
}

const dataset = new News(texts);
const [train, valid] = random_split(dataset, [6, 2], { generator: new torch.Generator().manual_seed(42) });
print(train.length, valid.length, train.indices);
const loader = new DataLoader(train, { batch_size: 2, shuffle: true, collate_fn: collate_batch });
const model = new TextClassificationModel(vocab.size, 8, 2);
print(model);
const optimizer = new torch.optim.SGD(model.parameters(), { lr: 5.0 });
const scheduler = new torch.optim.lr_scheduler.StepLR(optimizer, 1.0, { gamma: 0.1 });
const criterion = new nn.CrossEntropyLoss();
const pad = (text: unknown, n: number) => String(text).padStart(n);
for (let epoch = 1; epoch < 4; epoch++) {
  model.train();
  let [total_acc, total_count, idx] = [0, 0, 0];
  for (const [label, text, offsets] of loader) {
    optimizer.zero_grad();
    const predicted = model(text, offsets);
    const loss = criterion(predicted, label);
    loss.backward();
    torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1);
    optimizer.step();
    total_acc += (predicted.argmax(1) == label).sum().item();
    total_count += label.size(0);
    print(`| epoch ${pad(epoch, 3)} | ${pad(idx++, 5)}/${pad(loader.length, 5)} batches | loss ${pad(loss.item().toFixed(3), 8)}`);
  }
  scheduler.step();
  print(`accuracy ${(total_acc / total_count).toFixed(3)} lr ${scheduler.get_last_lr()[0].toFixed(3)}`);
}
const weights = torch.tensor(texts.map(([_, l]) => (l === 0 ? 0.1 : 0.9)));
const sampler = new WeightedRandomSampler(weights, { num_samples: 8, replacement: true });
print([...sampler]);
model.eval();
torch.no_grad(() => {
  for (const [label, text, offsets] of new DataLoader(valid, { batch_size: 2, collate_fn: collate_batch })) {
    print(text, offsets, model(text, offsets).softmax(1));
  }
});
for (const mode of ['sum', 'mean', 'max'] as const) {
  const bag = nn.EmbeddingBag.from_pretrained(torch.arange(12.0).view(4, 3), { mode });
  print(mode, bag(torch.tensor([[0, 2], [3, 1]])));
}
