import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from collections import Counter

corpus = """the quick brown fox jumps over the lazy dog . the dog sleeps all day .
the fox runs in the forest . a quick dog jumps high . the lazy fox sleeps ."""
words = corpus.lower().split()
word_counts = Counter(words)
vocab = sorted(word_counts, key=word_counts.get, reverse=True)
int_to_vocab = {ii: word for ii, word in enumerate(vocab)}
vocab_to_int = {word: ii for ii, word in int_to_vocab.items()}
print(len(vocab), vocab[:5])

freqs = np.array([word_counts[w] for w in vocab], dtype=np.float64)
unigram_dist = freqs / freqs.sum()
noise_dist = torch.from_numpy(unigram_dist ** 0.75 / np.sum(unigram_dist ** 0.75))

def get_target(words, idx, window_size=5):
    R = np.random.randint(1, window_size + 1)
    start = idx - R if (idx - R) > 0 else 0
    stop = idx + R
    return words[start:idx] + words[idx + 1:stop + 1]

def get_batches(words, batch_size, window_size=2):
    n_batches = len(words) // batch_size
    words = words[:n_batches * batch_size]
    for idx in range(0, len(words), batch_size):
        x, y = [], []
        batch = words[idx:idx + batch_size]
        for ii in range(len(batch)):
            batch_x = batch[ii]
            batch_y = get_target(batch, ii, window_size)
            y.extend(batch_y)
            x.extend([batch_x] * len(batch_y))
        yield x, y

class SkipGramNeg(nn.Module):
    def __init__(self, n_vocab, n_embed, noise_dist=None):
        super().__init__()
        self.n_vocab = n_vocab
        self.n_embed = n_embed
        self.noise_dist = noise_dist
        self.in_embed = nn.Embedding(n_vocab, n_embed)
        self.out_embed = nn.Embedding(n_vocab, n_embed)
        self.in_embed.weight.data.uniform_(-1, 1)
        self.out_embed.weight.data.uniform_(-1, 1)

    def forward_input(self, input_words):
        return self.in_embed(input_words)

    def forward_output(self, output_words):
        return self.out_embed(output_words)

    def forward_noise(self, batch_size, n_samples):
        dist = torch.ones(self.n_vocab) if self.noise_dist is None else self.noise_dist
        noise_words = torch.multinomial(dist, batch_size * n_samples, replacement=True)
        return self.out_embed(noise_words).view(batch_size, n_samples, self.n_embed)

class NegativeSamplingLoss(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, input_vectors, output_vectors, noise_vectors):
        batch_size, embed_size = input_vectors.shape
        input_vectors = input_vectors.view(batch_size, embed_size, 1)
        output_vectors = output_vectors.view(batch_size, 1, embed_size)
        out_loss = torch.bmm(output_vectors, input_vectors).sigmoid().log()
        out_loss = out_loss.squeeze()
        noise_loss = torch.bmm(noise_vectors.neg(), input_vectors).sigmoid().log()
        noise_loss = noise_loss.squeeze().sum(1)
        return -(out_loss + noise_loss).mean()

torch.manual_seed(0)
np.random.seed(0)
model = SkipGramNeg(len(vocab), 8, noise_dist=noise_dist.float())
criterion = NegativeSamplingLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
int_words = [vocab_to_int[w] for w in words]
steps = 0
for e in range(5):
    for input_words, target_words in get_batches(int_words, 16):
        steps += 1
        inputs, targets = torch.LongTensor(input_words), torch.LongTensor(target_words)
        input_vectors = model.forward_input(inputs)
        output_vectors = model.forward_output(targets)
        noise_vectors = model.forward_noise(inputs.shape[0], 3)
        loss = criterion(input_vectors, output_vectors, noise_vectors)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"Epoch: {e+1}/5 steps {steps} Loss: {loss.item():.4f}")

embeddings = model.in_embed.weight.to('cpu').data.numpy()
norms = np.linalg.norm(embeddings, axis=1, keepdims=True)
sims = (embeddings / norms) @ (embeddings / norms).T
for w in ['fox', 'dog']:
    i = vocab_to_int[w]
    nearest = np.argsort(-sims[i])[1:4]
    print(w, '->', [int_to_vocab[int(j)] for j in nearest], f"{sims[i, nearest[0]]:.3f}")
