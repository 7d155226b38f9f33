import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(2);
const text = 'the quick brown fox jumps over the lazy dog the fox'.split(' ');
const vocab = [...new Set(text)].sort();
const ix = new Map(vocab.map((w, i) => [w, i]));
const pairs = text.flatMap((w, i) => [i - 1, i + 1].filter((j) => 0 <= j && j < text.length).map((j) => [ix.get(w)!, ix.get(text[j]!)!]));
const [center, context] = new torch.LongTensor(pairs).T;
const [emb_in, emb_out] = [new nn.Embedding(vocab.length, 5), new nn.Embedding(vocab.length, 5)];
nn.init.xavier_uniform_(emb_in.weight);
const opt = new torch.optim.Adam([...emb_in.parameters(), ...emb_out.parameters()], { lr: 0.05 });
for (let epoch = 0; epoch < 4; epoch++) {
  const noise = torch.randint(0, vocab.length, [pairs.length, 3]);
  const v = emb_in(center!).unsqueeze(2);
  const pos = F.logsigmoid(torch.bmm(emb_out(context!).unsqueeze(1), v).squeeze());
  const neg = F.logsigmoid(-torch.bmm(emb_out(noise), v).squeeze()).sum(1);
  const loss = -(pos + neg).mean();
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(loss.item().toFixed(4));
}
const sims = F.cosine_similarity(emb_in.weight[ix.get('fox')!], emb_in.weight);
console.log(sims);
