import * as torch from 'tensor-lens';
import { AssertionError, fmt, int, print, random, str, sum } from 'tensor-lens/python';

// Sequence to sequence with Bahdanau's attention, teacher forcing, packed sequences; it learns to reverse.
const { nn } = torch;
const F = torch.nn.functional;
const { pad_sequence, pack_padded_sequence, pad_packed_sequence } = torch.nn.utils.rnn;

const [PAD, SOS, EOS] = [0, 1, 2];

class Encoder extends nn.Module {
  declare embedding: any;
  declare rnn: any;
  declare fc: any;
  constructor(vocab: number, emb: number, hid: number) {
    super();
    this.embedding = new nn.Embedding(vocab, emb, { padding_idx: PAD });
    this.rnn = new nn.GRU(emb, hid, { bidirectional: true });
    this.fc = new nn.Linear(hid * 2, hid);
  }

  forward(src: torch.Tensor, src_len: torch.Tensor) {
    const packed = pack_padded_sequence(this.embedding(src), src_len, { enforce_sorted: false });
    let [outputs, hidden] = this.rnn(packed);
    let _: torch.Tensor;
    [outputs, _] = pad_packed_sequence(outputs);
    hidden = torch.tanh(this.fc(torch.cat([hidden[-2, ':', ':'], hidden[-1, ':', ':']], { dim: 1 })));
    return [outputs, hidden];
  }
}

class Attention extends nn.Module {
  declare attn: any;
  declare v: any;
  constructor(hid: number) {
    super();
    this.attn = new nn.Linear(hid * 3, hid);
    this.v = new nn.Linear(hid, 1, { bias: false });
  }

  forward(hidden: torch.Tensor, encoder_outputs: torch.Tensor, mask: torch.Tensor) {
    const src_len = encoder_outputs.shape[0];
    hidden = hidden.unsqueeze(1).repeat(1, src_len, 1);
    encoder_outputs = encoder_outputs.permute(1, 0, 2);
    const energy = torch.tanh(this.attn(torch.cat([hidden, encoder_outputs], { dim: 2 })));
    let attention = this.v(energy).squeeze(2);
    attention = attention.masked_fill(mask == 0, -1e10);
    return F.softmax(attention, { dim: 1 });
  }
}

class Decoder extends nn.Module {
  declare vocab: number;
  declare attention: Attention;
  declare embedding: any;
  declare rnn: any;
  declare fc_out: any;
  constructor(vocab: number, emb: number, hid: number, attention: Attention) {
    super();
    this.vocab = vocab;
    this.attention = attention;
    this.embedding = new nn.Embedding(vocab, emb);
    this.rnn = new nn.GRU(hid * 2 + emb, hid);
    this.fc_out = new nn.Linear(hid * 3 + emb, vocab);
  }

  forward(input: torch.Tensor, hidden: torch.Tensor, encoder_outputs: torch.Tensor, mask: torch.Tensor) {
    input = input.unsqueeze(0);
    const embedded = this.embedding(input);
    const a = this.attention(hidden, encoder_outputs, mask).unsqueeze(1);
    const weighted = torch.bmm(a, encoder_outputs.permute(1, 0, 2)).permute(1, 0, 2);
    let output: torch.Tensor;
    [output, hidden] = this.rnn(torch.cat([embedded, weighted], { dim: 2 }), hidden.unsqueeze(0));
    if (!((output == hidden).all())) throw new AssertionError();
    const prediction = this.fc_out(torch.cat([output.squeeze(0), weighted.squeeze(0), embedded.squeeze(0)], { dim: 1 }));
    return [prediction, hidden.squeeze(0), a.squeeze(1)];
  }
}

class Seq2Seq extends nn.Module {
  declare encoder: Encoder;
  declare decoder: Decoder;
  constructor(encoder: Encoder, decoder: Decoder) {
    super();
    this.encoder = encoder;
    this.decoder = decoder;
  }

  forward(src: torch.Tensor, src_len: torch.Tensor, trg: torch.Tensor, teacher_forcing_ratio = 0.5) {
    const [trg_len, batch_size] = trg.shape;
    const outputs = torch.zeros(trg_len, batch_size, this.decoder.vocab);
    let [encoder_outputs, hidden] = this.encoder(src, src_len);
    const mask = (src != PAD).permute(1, 0);
    let input = trg[0, ':'];
    for (let t = 1; t < trg_len; t++) {
      let output: torch.Tensor;
      let _: torch.Tensor;
      [output, hidden, _] = this.decoder(input, hidden, encoder_outputs, mask);
      outputs[t] = output;
      const teacher_force = random.random() < teacher_forcing_ratio;
      input = teacher_force ? trg[t] : output.argmax(1);
    }
    return outputs;
  }
}

random.seed(0);
torch.manual_seed(0);
const vocab = 10;
const enc = new Encoder(vocab, 6, 8);
const dec = new Decoder(vocab, 6, 8, new Attention(8));
const model = new Seq2Seq(enc, dec);
for (const [name, param] of model.named_parameters()) {
  if (name.includes('weight')) {
    nn.init.normal_(param.data, { mean: 0, std: 0.1 });
  } else {
    nn.init.constant_(param.data, 0);
  }
}
console.log(`The model has ${fmt(sum([...model.parameters()].filter((p) => p.requires_grad).map((p) => p.numel())), ',')} trainable parameters`);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.02 });
const criterion = new nn.CrossEntropyLoss({ ignore_index: PAD });
let src!: torch.Tensor;
for (let step = 0; step < 2; step++) {
  const words = [...torch.randint(2, 6, [4])].map((n) => torch.randint(3, vocab, [int(n)]));
  src = pad_sequence(words);
  const src_len = torch.tensor(words.map((w) => w.length));
  const trg = pad_sequence(words.map((w) => torch.cat([torch.tensor([SOS]), w.flip(0), torch.tensor([EOS])])));
  optimizer.zero_grad();
  const output = model(src, src_len, trg);
  const loss = criterion(output['1:'].view(-1, vocab), trg['1:'].reshape(-1));
  loss.backward();
  const norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1);
  optimizer.step();
  console.log(`step ${step} | loss ${fmt(loss.item(), '.4f')} | norm ${fmt(norm.item(), '.4f')} | lengths ${str(src_len.tolist())}`);
}
print(src.t());
