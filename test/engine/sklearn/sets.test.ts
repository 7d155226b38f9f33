import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setFileAccess } from '../../../src/engine/files/access.js';
import * as torch from '../../../src/engine/index.js';
import { np } from '../../../src/engine/numpy/index.js';
import { datasets } from '../../../src/engine/sklearn/index.js';
import { shipped } from '../torchvision/shipped.js';

interface Made {
  X: number[][];
  y: number[];
  dtypes: string[];
}
/** makeSets.py wrote this file with scikit-learn. */
const known = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'sets.json'), 'utf8')) as {
  made: Record<string, Made>;
  iris: { data: number[][]; target: number[]; target_names: string[]; feature_names: string[] };
  digits: { sums: number[]; weighted: number[]; target: number[]; image: number[][]; few: [number[], number, number[]] };
};

beforeEach(() =>
  setFileAccess({
    read: () => Promise.reject(new Error('ENOENT')),
    write: () => Promise.resolve(),
    shipped,
  }),
);
afterEach(() => setFileAccess(null));

describe('data that are made up', () => {
  it.each(Object.entries(known.made))('%s, point for point', (call, { X: points, y: classes, dtypes }) => {
    const [X, y] = new Function('datasets', `return datasets.${call};`)(datasets) as [Value, Value];
    expect([String(X.dtype), String(y.dtype)].map((text) => text.replace('torch.', ''))).toEqual(dtypes);
    expect(y.tolist()).toEqual(classes);
    (X.tolist() as number[][]).forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(points[i]![j]!, 14)));
  });

  it('are spirals too, with the same arguments', () => {
    const [X, y] = datasets.make_spirals(101, { shuffle: false, turns: 1 });
    const rows = X.tolist() as number[][];
    expect([rows.length, (y.tolist() as number[]).filter((one) => one === 0).length]).toEqual([101, 50]);
    expect(rows[49]!.map((v) => Math.round(1e6 * v) / 1e6)).toEqual([1, -0]);
    expect(rows[100]!.map((v) => Math.round(v))).toEqual([-1, 0]);
    const again = () => datasets.make_spirals({ n_samples: 10, noise: 0.1, random_state: 5 })[0];
    expect(again().tolist()).toEqual(again().tolist());
  });

  it('follow np.random.seed where no seed is given', () => {
    const drawn = () => {
      np.random.seed(3);
      return datasets.make_moons(10, { noise: 0.1 })[0].tolist();
    };
    expect(drawn()).toEqual(drawn());
    expect(drawn()).not.toEqual(datasets.make_moons(10, { noise: 0.1 })[0].tolist());
  });

  it('refuse what scikit-learn refuses', () => {
    expect(() => datasets.make_circles(10, { factor: 1 })).toThrow(
      "The 'factor' parameter of make_circles must be a float in the range [0.0, 1.0)",
    );
    expect(() => datasets.make_moons([1, 2, 3] as never)).toThrow('`n_samples` can be either an int or a two-element tuple.');
    expect(() => datasets.make_moons(10, { nois: 1 } as never)).toThrow("'nois'");
  });
});

describe('real data', () => {
  it('Iris, with its names and its licence', async () => {
    const { data, target, DESCR, ...names } = await datasets.load_iris();
    expect({ data: data.tolist() as unknown, target: target.tolist() as unknown, ...names }).toEqual(known.iris);
    expect(DESCR).toMatch(/CC BY 4\.0/);
    const [X, y] = await datasets.load_iris({ return_X_y: true });
    expect([X.shape, y.shape]).toEqual([[150, 4], [150]]);
    expect([...torch.tensor(X, { dtype: torch.float32 }).shape]).toEqual([150, 4]);
  });

  it('digits, all or of some classes', async () => {
    const { data, target, images } = await datasets.load_digits();
    const rows = data.tolist() as number[][];
    const { sums, weighted, image, few } = known.digits;
    expect(rows.map((row) => row.reduce((a, b) => a + b))).toEqual(sums);
    expect(rows.map((row) => row.reduce((a, b, i) => a + b * i, 0))).toEqual(weighted);
    expect([target.tolist(), images.shape, images[1234].tolist()]).toEqual([known.digits.target, [1797, 8, 8], image]);
    const [X, y] = await datasets.load_digits({ n_class: 3, return_X_y: true });
    expect([X.shape, (X.tolist() as number[][]).flat().reduce((a, b) => a + b), y.tolist()]).toEqual(few);
    await expect(datasets.load_digits({ n_class: 11 })).rejects.toThrow(
      "The 'n_class' parameter of load_digits must be an int in the range [1, 10].",
    );
  });

  it('a text', async () => {
    const { data, DESCR } = await datasets.load_shakespeare();
    expect(data.startsWith('First Citizen:\nBefore we proceed any further, hear me speak.')).toBe(true);
    expect([data.length > 50_000, new Set(data).size < 100, DESCR]).toEqual([true, true, expect.stringMatching(/public domain/)]);
  });

  it('say so where they are not', async () => {
    setFileAccess({ read: () => Promise.reject(new Error('ENOENT')), write: () => Promise.resolve() });
    await expect(datasets.load_iris()).rejects.toThrow(
      "'iris.safetensors' is not here: it comes with the extension and with its command line.",
    );
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an array of NumPy, as programs have it
type Value = any;
