import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(8);
const [V, H] = [7, 10];

class Encoder extends nn.Module {
  embedding = new nn.Embedding(V, H);
  gru = new nn.GRU(H, H, { batch_first: true });
  dropout = new nn.Dropout(0.1);

  forward(x: Tensor) {
    return this.gru(this.dropout(this.embedding(x)));
  }
}

class BahdanauAttention extends nn.Module {
  Wa = new nn.Linear(H, H);
  Ua = new nn.Linear(H, H);
  Va = new nn.Linear(H, 1);

  forward(query: Tensor, keys: Tensor) {
    const scores = this.Va(torch.tanh(this.Wa(query) + this.Ua(keys))).squeeze(2).unsqueeze(1);
    const weights = F.softmax(scores, { dim: -1 });
    return [torch.bmm(weights, keys), weights] as const;
  }
}

class Decoder extends nn.Module {
  embedding = new nn.Embedding(V, H);
  attention = new BahdanauAttention();
  gru = new nn.GRU(2 * H, H, { batch_first: true });
  out = new nn.Linear(H, V);

  forward(encoder_outputs: Tensor, hidden: Tensor, target: Tensor) {
    let inp = torch.zeros(target.size(0), 1, { dtype: torch.long });
    const outputs: Tensor[] = [];
    for (let i = 0; i < target.size(1); i++) {
      const [context] = this.attention(hidden.permute(1, 0, 2), encoder_outputs);
      const [output, state] = this.gru(torch.cat([this.embedding(inp), context], { dim: 2 }), hidden);
      hidden = state;
      outputs.push(this.out(output));
      inp = target[':', i].unsqueeze(1);
    }
    return F.log_softmax(torch.cat(outputs, { dim: 1 }), { dim: -1 });
  }
}

const [encoder, decoder] = [new Encoder(), new Decoder()];
const opt_e = new torch.optim.Adam(encoder.parameters(), { lr: 0.01 });
const opt_d = new torch.optim.Adam(decoder.parameters(), { lr: 0.01 });
const [src, dst] = [torch.randint(1, V, [4, 5]), torch.randint(1, V, [4, 3])];
const criterion = new nn.NLLLoss({ ignore_index: 0 });
for (let epoch = 0; epoch < 3; epoch++) {
  opt_e.zero_grad();
  opt_d.zero_grad();
  const [enc, hidden] = encoder(src);
  const out = decoder(enc, hidden, dst);
  const loss = criterion(out.view(-1, out.size(-1)), dst.view(-1));
  loss.backward();
  opt_e.step();
  opt_d.step();
  console.log(`${epoch} ${loss.item().toFixed(4)}`);
}
