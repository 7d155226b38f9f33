import * as torch from 'tensor-lens';
import { enumerate, print, sum, zip } from 'tensor-lens/python';
const { nn } = torch;
type Tensor = torch.Tensor;

class CRF extends nn.Module {
  start: Tensor;
  end: Tensor;
  trans: Tensor;
  constructor(readonly num_tags: number) {
    super();
    this.start = new nn.Parameter(torch.empty(num_tags));
    this.end = new nn.Parameter(torch.empty(num_tags));
    this.trans = new nn.Parameter(torch.empty(num_tags, num_tags));
    this.reset_parameters();
  }

  reset_parameters() {
    for (const p of [this.start, this.end, this.trans]) nn.init.uniform_(p, -0.1, 0.1);
  }

  forward(emissions: Tensor, tags: Tensor, mask: Tensor) {
    const num = this.score(emissions, tags, mask);
    const den = this.normalizer(emissions, mask);
    return -(num - den).sum() / mask.float().sum();
  }

  score(emissions: Tensor, tags: Tensor, mask: Tensor) {
    const [T, B] = tags.shape;
    mask = mask.float();
    const ar = torch.arange(B);
    const score = this.start[tags[0]] + emissions[0, ar, tags[0]];
    for (let i = 1; i < T; i++) {
      score += this.trans[tags[i - 1], tags[i]] * mask[i];
      score += emissions[i, ar, tags[i]] * mask[i];
    }
    const last = mask.long().sum({ dim: 0 }) - 1;
    return score + this.end[tags[last, ar]];
  }

  normalizer(emissions: Tensor, mask: Tensor) {
    let score = this.start + emissions[0];
    for (let i = 1; i < emissions.size(0); i++) {
      const nxt = torch.logsumexp(score.unsqueeze(2) + this.trans + emissions[i].unsqueeze(1), { dim: 1 });
      score = torch.where(mask[i].unsqueeze(1), nxt, score);
    }
    return torch.logsumexp(score + this.end, { dim: 1 });
  }

  decode(emissions: Tensor, mask: Tensor) {
    return torch.no_grad(() => {
      const [T, B] = mask.shape;
      let score = this.start + emissions[0];
      const history: Tensor[] = [];
      for (let i = 1; i < T; i++) {
        const [nxt, idx] = (score.unsqueeze(2) + this.trans + emissions[i].unsqueeze(1)).max({ dim: 1 });
        score = torch.where(mask[i].unsqueeze(1), nxt, score);
        history.push(idx);
      }
      score += this.end;
      const ends = mask.long().sum({ dim: 0 }) - 1;
      const out: number[][] = [];
      for (let b = 0; b < B; b++) {
        let [_, best] = score[b].max({ dim: 0 });
        const tags = [best.item()];
        for (const hist of history.slice(0, ends[b].item()).reverse()) {
          best = hist[b][tags.at(-1)!];
          tags.push(best.item());
        }
        tags.reverse();
        out.push(tags);
      }
      return out;
    });
  }
}

class Tagger extends nn.Module {
  emb;
  lstm;
  fc;
  crf;
  constructor(vocab: number, tags: number, emb = 8, hidden = 8) {
    super();
    this.emb = new nn.Embedding(vocab, emb);
    this.lstm = new nn.LSTM(emb, hidden / 2, { bidirectional: true });
    this.fc = new nn.Linear(hidden, tags);
    this.crf = new CRF(tags);
  }
  emissions(x: Tensor) {
    const [out] = this.lstm(this.emb(x));
    return this.fc(out);
  }
}

torch.manual_seed(1);
let words = torch.randint(1, 12, [6, 4]);
const lens = torch.tensor([6, 4, 5, 3]);
const mask = torch.arange(6)[':', null] < lens;
words = words * mask;
const tags = (words % 3 + torch.cat([torch.zeros(1, 4, { dtype: torch.long }), words[':-1']]).floor_divide(6)) % 3;
const net = new Tagger(12, 3);
const opt = new torch.optim.NAdam(net.parameters(), { lr: 0.05 });
for (let epoch = 0; epoch < 8; epoch++) {
  net.zero_grad();
  const loss = net.crf(net.emissions(words), tags, mask);
  loss.backward();
  opt.step();
  if (epoch % 2 === 1) console.log(`epoch ${epoch}: nll ${loss.item().toFixed(6)}`);
}
const em = net.emissions(words);
const paths = net.crf.decode(em, mask);
for (const [b, p] of enumerate(paths)) {
  const gold = tags[`:${lens[b]}`, b].tolist();
  print(p, gold, sum([...zip(p, gold)].map(([i, j]) => (i === j ? 1 : 0))));
}
print(net.crf.trans);
