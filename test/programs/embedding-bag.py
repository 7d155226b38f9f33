import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader, random_split, WeightedRandomSampler

torch.manual_seed(0)
texts = [('the cat sat', 0), ('stocks rise today', 1), ('a dog ran', 0), ('market falls', 1), ('the dog sat there', 0), ('shares and bonds rise', 1), ('cat naps', 0), ('banks fail', 1)]
vocab = {'<unk>': 0}
for t, _ in texts:
    for w in t.split():
        vocab.setdefault(w, len(vocab))

class News(Dataset):
    def __init__(self, rows):
        self.rows = rows
    def __len__(self):
        return len(self.rows)
    def __getitem__(self, i):
        text, label = self.rows[i]
        return [vocab.get(w, 0) for w in text.split()], label

def collate_batch(batch):
    labels, ids, offsets = [], [], [0]
    for tokens, label in batch:
        labels.append(label)
        t = torch.tensor(tokens, dtype=torch.int64)
        ids.append(t)
        offsets.append(t.size(0))
    offsets = torch.tensor(offsets[:-1]).cumsum(dim=0)
    return torch.tensor(labels), torch.cat(ids), offsets

class TextClassificationModel(nn.Module):
    def __init__(self, vocab_size, embed_dim, num_class):
        super().__init__()
        self.embedding = nn.EmbeddingBag(vocab_size, embed_dim, sparse=False)
        self.fc = nn.Linear(embed_dim, num_class)
        self.init_weights()
    def init_weights(self):
        initrange = 0.5
        self.embedding.weight.data.uniform_(-initrange, initrange)
        self.fc.weight.data.uniform_(-initrange, initrange)
        self.fc.bias.data.zero_()
    def forward(self, text, offsets):
        return self.fc(self.embedding(text, offsets))

dataset = News(texts)
train, valid = random_split(dataset, [6, 2], generator=torch.Generator().manual_seed(42))
print(len(train), len(valid), train.indices)
loader = DataLoader(train, batch_size=2, shuffle=True, collate_fn=collate_batch)
model = TextClassificationModel(len(vocab), 8, 2)
print(model)
optimizer = torch.optim.SGD(model.parameters(), lr=5.0)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1.0, gamma=0.1)
criterion = nn.CrossEntropyLoss()
for epoch in range(1, 4):
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
        print('| epoch {:3d} | {:5d}/{:5d} batches | loss {:8.3f}'.format(epoch, idx, len(loader), loss.item()))
    scheduler.step()
    print(f'accuracy {total_acc / total_count:.3f} lr {scheduler.get_last_lr()[0]:.3f}')
weights = torch.tensor([0.1 if l == 0 else 0.9 for _, l in texts])
sampler = WeightedRandomSampler(weights, num_samples=8, replacement=True)
print(list(sampler))
model.eval()
with torch.no_grad():
    for label, text, offsets in DataLoader(valid, batch_size=2, collate_fn=collate_batch):
        print(text, offsets, model(text, offsets).softmax(1))
for mode in ['sum', 'mean', 'max']:
    bag = nn.EmbeddingBag.from_pretrained(torch.arange(12.).view(4, 3), mode=mode)
    print(mode, bag(torch.tensor([[0, 2], [3, 1]])))
