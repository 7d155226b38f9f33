import * as torch from 'tensor-lens';
import { nn } from 'tensor-lens';
torch.manual_seed(3);
class LM extends nn.Module {
  emb: nn.Embedding;
  rnn: nn.GRU;
  out: nn.Linear;
  declare steps: torch.Tensor;
  constructor(vocab: number, dim: number) {
    super();
    this.emb = new nn.Embedding(vocab, dim);
    this.rnn = new nn.GRU(dim, dim, { batch_first: true });
    this.out = new nn.Linear(dim, vocab, { bias: false });
    this.out.weight = this.emb.weight;
    this.register_buffer('steps', torch.zeros(1, { dtype: torch.long }));
    this.apply(this._init);
  }
  _init(m: nn.Module) {
    if (m instanceof nn.Linear) {
      nn.init.normal_(m.weight, { std: 0.02 });
      if (m.bias !== null) nn.init.zeros_(m.bias);
    } else if (m instanceof nn.Embedding) nn.init.normal_(m.weight, { mean: 0.0, std: 0.1 });
  }
  forward(idx: torch.Tensor, h: torch.Tensor | null = null): [torch.Tensor, torch.Tensor] {
    this.steps += 1;
    const [x, h2] = this.rnn(this.emb(idx), h);
    return [this.out(x), h2];
  }
}
const m = new LM(10, 6);
console.log(m.parameters().reduce((s, p) => s + p.numel(), 0), m.out.weight === m.emb.weight ? 'True' : 'False');
const idx = torch.randint(0, 10, [2, 5]);
const opt = new torch.optim.SGD(m.parameters(), { lr: 0.5, momentum: 0.9, nesterov: true });
for (let i = 0; i < 3; i++) {
  const [logits] = m(idx[':, :-1']);
  const loss = nn.functional.cross_entropy(logits.reshape(-1, 10), idx[':, 1:'].reshape(-1));
  opt.zero_grad({ set_to_none: true });
  loss.backward();
  opt.step();
  console.log(loss.item().toFixed(5));
}
console.log(m.steps, "['" + Object.keys(m.state_dict()).join("', '") + "']");
let out = idx[':1, :1'];
let h: torch.Tensor | null = null;
for (let i = 0; i < 4; i++) {
  const [logits, h2]: [torch.Tensor, torch.Tensor] = m(out[':, -1:'], h);
  h = h2;
  out = torch.cat([out, logits[':', -1].argmax(-1, { keepdim: true })], { dim: 1 });
}
console.log(out);
