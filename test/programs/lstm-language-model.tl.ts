import * as torch from 'tensor-lens';
const { nn } = torch;
type State = [torch.Tensor, torch.Tensor];

torch.manual_seed(1111);

class RNNModel extends nn.Module {
  encoder: torch.nn.Embedding;
  rnn: torch.nn.LSTM;
  decoder: torch.nn.Linear;

  constructor(ntoken: number, ninp: number, nhid: number, nlayers: number) {
    super();
    this.encoder = new nn.Embedding(ntoken, ninp);
    this.rnn = new nn.LSTM(ninp, nhid, nlayers);
    this.decoder = new nn.Linear(nhid, ntoken);
    nn.init.uniform_(this.encoder.weight, -0.1, 0.1);
    nn.init.zeros_(this.decoder.bias!);
  }

  forward(input: torch.Tensor, hidden: State): [torch.Tensor, State] {
    const [output, state] = this.rnn(this.encoder(input), hidden);
    return [this.decoder(output).view(-1, 9).log_softmax(1), state];
  }
}

const repackage_hidden = (h: State) => h.map((v) => v.detach()) as State;

const model = new RNNModel(9, 6, 8, 2);
const data = ((torch.arange(60) * 7) % 9).view(3, 20).t().contiguous();
let hidden: State = [torch.zeros(2, 3, 8), torch.zeros(2, 3, 8)];
const lr = 2.0;
for (let i = 0; i < 15; i += 5) {
  const [inputs, targets] = [data[`${i}:${i + 5}`], data[`${i + 1}:${i + 6}`].reshape(-1)];
  model.zero_grad();
  hidden = repackage_hidden(hidden);
  const [output, state] = model(inputs, hidden);
  hidden = state;
  const loss = new nn.NLLLoss()(output, targets);
  loss.backward();
  nn.utils.clip_grad_norm_(model.parameters(), 0.25);
  for (const p of model.parameters()) p.data.add_(p.grad!, { alpha: -lr });
  console.log(`${loss.item().toFixed(4)} ${torch.exp(loss).item().toFixed(3)}`);
}
console.log(hidden[0].shape, hidden[1].abs().mean());
