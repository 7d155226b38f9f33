import re
import torch
from torch import nn
from torch.utils.data import DataLoader
from collections import Counter, OrderedDict
from functools import partial

SAMPLES = [
    ("pos", "I loved this movie, it was great!"),
    ("neg", "Terrible film. I hated it."),
    ("pos", "Great acting and a great story."),
    ("neg", "Boring story, terrible acting"),
    ("pos", "What a lovely, lovely film"),
    ("neg", "I was bored. Not great."),
]
UNK, PAD = "<unk>", "<pad>"


def tokenizer(text):
    return re.sub(r"[^a-z ]", "", text.lower()).split()


class Vocab:
    def __init__(self, counter, specials=(UNK, PAD), min_freq=1):
        words = [w for w, c in sorted(counter.items(), key=lambda wc: (-wc[1], wc[0])) if c >= min_freq]
        self.itos = list(specials) + words
        self.stoi = {w: i for i, w in enumerate(self.itos)}

    def __getitem__(self, token):
        return self.stoi.get(token, self.stoi[UNK])

    def __len__(self):
        return len(self.itos)

    def __call__(self, tokens):
        return [self[t] for t in tokens]


counter = Counter()
for _, text in SAMPLES:
    counter.update(tokenizer(text))
vocab = Vocab(counter)
print(len(vocab), vocab(["great", "story", "xyz"]), counter.most_common(3))
label_pipeline = {"neg": 0, "pos": 1}.__getitem__
text_pipeline = lambda x: vocab(tokenizer(x))


def collate_batch(batch, sort=False):
    label_list, text_list, offsets = [], [], [0]
    for _label, _text in batch:
        label_list.append(label_pipeline(_label))
        processed = torch.tensor(text_pipeline(_text), dtype=torch.int64)
        text_list.append(processed)
        offsets.append(processed.size(0))
    offsets = torch.tensor(offsets[:-1]).cumsum(dim=0)
    return torch.tensor(label_list), torch.cat(text_list), offsets


class TextClassificationModel(nn.Module):
    def __init__(self, vocab_size, embed_dim, num_class):
        super().__init__()
        self.embedding = nn.EmbeddingBag(vocab_size, embed_dim, mode="mean")
        self.fc = nn.Linear(embed_dim, num_class)
        self.init_weights()

    def init_weights(self):
        initrange = 0.5
        self.embedding.weight.data.uniform_(-initrange, initrange)
        self.fc.weight.data.uniform_(-initrange, initrange)
        self.fc.bias.data.zero_()

    def forward(self, text, offsets):
        return self.fc(self.embedding(text, offsets))


torch.manual_seed(2)
loader = DataLoader(SAMPLES, batch_size=3, shuffle=True, collate_fn=partial(collate_batch, sort=True))
model = TextClassificationModel(len(vocab), 8, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=2.0)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 5, gamma=0.5)
criterion = nn.CrossEntropyLoss()
for epoch in range(1, 11):
    model.train()
    total_acc, total_count = 0, 0
    for idx, (label, text, offsets) in enumerate(loader):
        optimizer.zero_grad()
        predicted = model(text, offsets)
        loss = criterion(predicted, label)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1)
        optimizer.step()
        total_acc += (predicted.argmax(1) == label).sum().item()
        total_count += label.size(0)
    scheduler.step()
    if epoch % 5 == 0:
        print("| epoch {:3d} | accuracy {:8.3f} | lr {}".format(epoch, total_acc / total_count, scheduler.get_last_lr()))


def predict(text):
    with torch.no_grad():
        t = torch.tensor(text_pipeline(text))
        return model(t, torch.tensor([0])).argmax(1).item() + 1


print("This is a %s review" % ["neg", "pos"][predict("a great movie") - 1])
print(OrderedDict((k, v) for k, v in sorted(counter.items())[:2]))
