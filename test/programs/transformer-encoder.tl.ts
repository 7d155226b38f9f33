import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(6);

class PositionalEncoding extends nn.Module {
  declare pe: torch.Tensor;

  constructor(d_model: number, max_len = 12) {
    super();
    const position = torch.arange(max_len).unsqueeze(1);
    const div_term = torch.exp(torch.arange(0, d_model, 2) * (-Math.log(10000.0) / d_model));
    const pe = torch.zeros(max_len, 1, d_model);
    pe[':', 0, '0::2'] = torch.sin(position * div_term);
    pe[':', 0, '1::2'] = torch.cos(position * div_term);
    this.register_buffer('pe', pe);
  }

  forward(x: torch.Tensor) {
    return x + this.pe[`:${x.size(0)}`];
  }
}

const d = 8;
const [embed, pos] = [new nn.Embedding(10, d), new PositionalEncoding(d)];
const layer = new nn.TransformerEncoderLayer(d, 2, 16, { dropout: 0.0 });
const encoder = new nn.TransformerEncoder(layer, 2, { enable_nested_tensor: false });
const head = new nn.Linear(d, 10);
const params = [...embed.parameters(), ...encoder.parameters(), ...head.parameters()];
const opt = new torch.optim.SGD(params, { lr: 0.5 });
const sched = new torch.optim.lr_scheduler.StepLR(opt, 1.0, { gamma: 0.95 });
const src = torch.randint(0, 10, [7, 3]);
const mask = nn.Transformer.generate_square_subsequent_mask(6);
for (let step = 0; step < 3; step++) {
  const out = head(encoder(pos(embed(src[':-1']) * Math.sqrt(d)), mask));
  const loss = new nn.CrossEntropyLoss()(out.view(-1, 10), src['1:'].reshape(-1));
  opt.zero_grad();
  loss.backward();
  nn.utils.clip_grad_norm_(params, 0.5);
  opt.step();
  sched.step();
  console.log(`${step} loss ${loss.item().toFixed(4)} ppl ${Math.exp(loss.item()).toFixed(3)}`);
}
console.log(pos.pe[':2', 0]);
