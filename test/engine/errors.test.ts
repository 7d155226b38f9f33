import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TorchError } from '../../src/engine/errors.js';
import type { ErrorDetail } from '../../src/engine/errors/detail.js';
import * as torch from '../../src/engine/index.js';
import { truth } from '../../src/engine/operators/meaning.js';
import { show } from '../../src/run/inside/show.js';

const { ones, tensor, nn } = torch;
const F = nn.functional;
const leaf = (...sizes: number[]) => ones(...sizes, { requires_grad: true });

function thrownBy(call: () => unknown): TorchError {
  try {
    call();
  } catch (error) {
    if (error instanceof TorchError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

/** For each kind of detail, a call that fails with it. The numbers are those of PyTorch's message. */
const CASES: {
  [K in ErrorDetail['kind']]: { call: () => unknown; detail: Omit<Extract<ErrorDetail, { kind: K }>, 'kind'>; says: RegExp };
} = {
  shape: { call: () => ones(2, 3, 4).t(), detail: {}, says: /<= 2 dimensions, but self is 3D/ },
  broadcast: { call: () => ones(2, 3).add(ones(4)), detail: { a: [2, 3], b: [4], dim: 1 }, says: /a \(3\) .* b \(4\) .* dimension 1/ },
  expand: {
    call: () => ones(2, 3).expand(5, 4, 3),
    detail: { sizes: [2, 3], wanted: [5, 4, 3], dim: 1 },
    says: /\(4\) must match the existing size \(2\) at non-singleton dimension 1/,
  },
  'inplace-shape': { call: () => ones(3).add_(ones(2, 3)), detail: { sizes: [3], result: [2, 3] }, says: /shape \[3\] .* shape \[2, 3\]/ },
  product: { call: () => ones(4, 3).mm(ones(2, 3)), detail: { left: [4, 3], right: [2, 3] }, says: /^mm: .* \(4x3 and 2x3\)/ },
  features: { call: () => new nn.Linear(3, 2)(ones(5, 4)), detail: { wanted: 3, given: 4 }, says: /^addmm: .* \(5x4 and 3x2\)/ },
  channels: { call: () => F.conv2d(ones(1, 3, 8, 8), ones(4, 1, 3, 3)), detail: { wanted: 1, given: 3 }, says: /1 channels, but got 3/ },
  list: { call: () => torch.cat([ones(2, 3), ones(3, 3)], 1), detail: { except: 1 }, says: /except in dimension 1/ },
  batch: {
    call: () => F.cross_entropy(ones(4, 3), tensor([0, 1])),
    detail: { input: 4, target: 2 },
    says: /\(4\) to match target .* \(2\)/,
  },
  'target-shape': {
    call: () => F.binary_cross_entropy(ones(3, 1), ones(3)),
    detail: { input: [3, 1], target: [3] },
    says: /target size \(torch.Size\(\[3\]\)\) .* input size \(torch.Size\(\[3, 1\]\)\)/,
  },
  view: { call: () => ones(4, 3).view(5, 2), detail: { call: 'view', wanted: [5, 2], numel: 12 }, says: /'\[5, 2\]' .* size 12/ },
  truth: { call: () => truth(ones(2, 3)), detail: { sizes: [2, 3] }, says: /more than one value is ambiguous/ },
  dtype: { call: () => ones(3).index_select(0, ones(1)), detail: { wanted: 'positions' }, says: /Expected dtype int32 or int64 for index/ },
  cast: { call: () => tensor([1, 2]).add_(0.5), detail: { from: 'float32', to: 'int64' }, says: /Float can't be cast .* Long/ },
  index: { call: () => ones(2, 3).index(0, 5), detail: { index: 5, size: 3, dim: 1 }, says: /index 5 .* dimension 1 with size 3/ },
  row: { call: () => F.embedding(tensor([4]), ones(3, 2)), detail: { index: 4, rows: 3 }, says: /out of range in self/ },
  class: { call: () => F.cross_entropy(ones(2, 3), tensor([0, 3])), detail: { target: 3, classes: 3 }, says: /Target 3/ },
  dim: { call: () => ones(2, 3).sum(2), detail: { dim: 2, rank: 2 }, says: /\[-2, 1\], but got 2/ },
  position: { call: () => ones(3).narrow(0, 2, 3), detail: {}, says: /start \(2\) \+ length \(3\)/ },
  changed: {
    call() {
      const y = leaf(2).exp();
      y.add_(1);
      y.sum().backward();
    },
    detail: { version: 1, expected: 0 },
    says: /output 0 of Exp, is at version 1; expected version 0/,
  },
  'leaf-inplace': { call: () => leaf(3).index(0).fill_(1), detail: { isView: true }, says: /^a view of a leaf/ },
  'view-inplace': {
    call: () => leaf(2, 2).mul(2).unbind()[1]!.add_(1),
    detail: { output: 1, maker: 'Unbind' },
    says: /^Output 1 of Unbind/,
  },
  overlap: { call: () => ones(3).expand(2, 3).add_(1), detail: { within: true }, says: /more than one element of the written-to/ },
  'no-history': { call: () => ones(1).backward(), detail: { element: 0 }, says: /^element 0/ },
  freed: {
    call() {
      const y = leaf(2).exp().sum();
      y.backward();
      y.backward();
    },
    detail: {},
    says: /a second time/,
  },
  'not-scalar': { call: () => leaf(2, 3).mul(2).backward(), detail: { sizes: [2, 3] }, says: /only for scalar outputs/ },
  keyword: {
    call: () => new nn.ReLU({ in_place: true } as object),
    detail: { call: 'ReLU', given: 'in_place', known: ['inplace'] },
    says: /unexpected keyword argument 'in_place'/,
  },
  probabilities: { call: () => F.binary_cross_entropy(ones(2).mul(2), ones(2)), detail: {}, says: /between 0 and 1/ },
  device: { call: () => ones(2).to('cuda'), detail: { type: 'cuda' }, says: /Found no NVIDIA driver/ },
};

describe('an error carries what its sentence speaks of:', () => {
  it.each(Object.entries(CASES))('%s', (kind, { call, detail, says }) => {
    const error = thrownBy(call);
    expect(error.message).toMatch(says);
    expect(JSON.parse(JSON.stringify(error.detail))).toEqual({ kind, ...detail });
  });

  it('or nothing, where nobody explains it', () => {
    expect(thrownBy(() => torch.arange(0, 1, 0)).detail).toBeNull();
  });

  it('and shows the sentence only where it is printed', () => {
    const error = thrownBy(CASES.broadcast.call);
    expect(Object.keys(error)).not.toContain('detail');
    expect(show(error)).not.toContain('broadcast');
  });
});

it('no code reads the sentence of an error: what it has to know is in the detail', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = ['src', 'webview'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  const reads =
    /\bmessage\b[)\]!?]*\.(match|matchAll|search|includes|startsWith|endsWith|indexOf|split|replace|replaceAll)\(|\.(test|exec)\([^)]*\bmessage\b/;
  // These files read messages of Babel, TypeScript and V8, to make texts for people from them, or put values into
  // translated texts.
  const others = ['language', 'cli/check.ts', 'run/inside/ownWords.ts', 'engine/python/inPython.ts', 'protocol/l10n.ts'].map((name) =>
    path.join('src', name),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !others.some((other) => file.startsWith(other)));
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((file) => reads.test(fs.readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
