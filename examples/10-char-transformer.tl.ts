// A transformer reads a text character by character and learns what comes next:
// 4 layers, 4 heads, 64 wide. Open the graph and unfold a block to see its attention.
import * as torch from 'tensor-lens';
import { text } from './text';

const { nn, optim } = torch;
torch.manual_seed(0);

// Every character that occurs gets a number.
const characters = [...new Set(text)].sort();
const data = torch.tensor([...text].map((c) => characters.indexOf(c)));
const context = 32;
const batch = 8;

class Model extends nn.Module {
  token = new nn.Embedding(characters.length, 64);
  position = new nn.Embedding(context, 64);
  blocks = new nn.ModuleList(
    [0, 1, 2, 3].map(() => new nn.TransformerEncoderLayer(64, 4, 256, { dropout: 0, batch_first: true, norm_first: true })),
  );
  norm = new nn.LayerNorm(64);
  head = new nn.Linear(64, characters.length);

  forward(x: torch.Tensor): torch.Tensor {
    const length = x.size(1);
    let h = this.token(x) + this.position(torch.arange(length));
    // Nobody looks ahead: -inf becomes 0 in the softmax of attention.
    const mask = torch.full([length, length], -Infinity).triu(1);
    for (const block of this.blocks) h = block(h, { src_mask: mask });
    return this.head(this.norm(h));
  }
}

const model = new Model();
const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-3 });

for (let step = 0; step < 20; step++) {
  // Pieces of the text from random places, and the same one character further on.
  const starts = torch.randint(text.length - context - 1, [batch]).tolist() as number[];
  const x = torch.stack(starts.map((i) => data.narrow(0, i, context)));
  const y = torch.stack(starts.map((i) => data.narrow(0, i + 1, context)));

  const loss = nn.functional.cross_entropy(model(x).flatten(0, 1), y.flatten());
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  if (step % 5 === 4) console.log(`step ${step + 1}: loss ${loss.item().toFixed(4)}`);
}

// What it expects after a few words.
const words = 'an old man walked along the wal';
torch.no_grad(() => {
  const seen = torch.tensor([...words].map((c) => characters.indexOf(c)));
  const chances = model(seen[null])[0, -1].softmax(0);
  const best = chances.topk(3).indices.tolist() as number[];
  console.log(`after "${words}": ${best.map((i) => JSON.stringify(characters[i])).join(', ')}`);
});
