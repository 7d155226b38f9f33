import { zipSync } from 'fflate/browser';
import fs from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { setFileAccess } from '../../../src/engine/files/access.js';
import { parseCsv } from '../../../src/engine/files/csv.js';
import { format, parse } from '../../../src/engine/files/index.js';
import * as torch from '../../../src/engine/index.js';
import { setMemoryLimit } from '../../../src/engine/memory.js';

/** The files in base64, written by makeNumpy.py. */
const numpy = JSON.parse(fs.readFileSync(new URL('numpy.json', import.meta.url), 'utf8')) as Record<string, string>;

const bytes = (name: string): Uint8Array => new Uint8Array(Buffer.from(numpy[name]!, 'base64'));
const read = (name: string) => parse(bytes(name), name) as torch.Tensor;
const ROWS = [
  [0, 1, 2],
  [3, 4, 5],
];
const signed = ROWS.map((row) => row.map((v) => v - 2));

describe('what NumPy wrote', () => {
  it.each([
    ['<f8', torch.float64, signed],
    ['<f4', torch.float32, signed],
    ['<f2', torch.float16, signed],
    ['<i8', torch.int64, signed],
    ['<i4', torch.int32, signed],
    ['<i2', torch.int16, signed],
    ['|i1', torch.int8, signed],
    ['|u1', torch.uint8, ROWS],
    ['<u2', torch.uint16, ROWS],
    ['<u4', torch.int64, ROWS],
    ['<u8', torch.int64, ROWS],
    ['>f4', torch.float32, signed],
    ['>i8', torch.int64, signed],
    ['fortran', torch.float32, ROWS],
    ['version2', torch.float32, [1.5, 2]],
    ['scalar', torch.float32, 2.5],
    ['empty', torch.float32, []],
    ['bool', torch.bool, ROWS.map((row) => row.map((v) => v % 2 === 1))],
  ] as const)('%s', (name, dtype, values) => {
    const x = read(name);
    expect(x.dtype).toBe(dtype);
    expect(x.tolist()).toEqual(values);
  });

  it('has complex numbers, and writes them as they were', () => {
    const z = read('complex');
    expect([z.dtype, z.real.tolist(), z.imag.sum().item()]).toEqual([torch.complex64, ROWS, 0]);
    const { w } = parse(format({ w: z }, 'z.safetensors'), 'z.safetensors') as Record<string, torch.Tensor>;
    expect(torch.equal(w!, z)).toBe(true);
    expect(torch.equal(parse(format(z, 'z.npy'), 'z.npy') as torch.Tensor, z)).toBe(true);
    expect(() => format({ w: z.to(torch.complex128) }, 'z.safetensors')).toThrow('A safetensors file has no torch.complex128');
  });

  it('keeps the order of Fortran and sizes with zeros', () => {
    expect([read('fortran').stride(), [...read('empty').shape]]).toEqual([
      [1, 2],
      [0, 3],
    ]);
  });

  it('is decompressed', () => {
    const { x, y } = parse(bytes('npz'), 'a.npz') as Record<string, torch.Tensor>;
    expect([x!.tolist(), [...y!.shape], y!.sum().item()]).toEqual([[0, 1, 2, 3], [2, 100], 100]);
  });

  it('is refused with a sentence where no dtype is for it', () => {
    expect(() => read('records')).toThrow("'records' holds elements of the NumPy type records, which no dtype is for.");
    expect(() => read('big')).toThrow('The file holds the integer 1152921504606846976, and integers are exact only up to 2^53 here.');
  });
});

describe('safetensors', () => {
  it('has its small floats as they are', () => {
    const { w, h, b, n } = parse(bytes('safetensors'), 's') as Record<string, torch.Tensor>;
    expect([w, h, b, n].map((t) => t!.tolist())).toEqual([[1.5, -2], [1.5, -(2 ** -24), Infinity], [1.5, -3], -7]);
    expect([w, h, b, n].map((t) => t!.dtype)).toEqual([torch.float32, torch.float16, torch.bfloat16, torch.int64]);
  });

  it('says which dtype it cannot read', () => {
    expect(() => read('float8')).toThrow("The tensor 'w' of 'float8' has the dtype F8_E4M3, which cannot be read.");
  });
});

describe('what was saved', () => {
  const { float32, float64, float16, bfloat16, int64, int32, int16, int8, uint16, uint8, bool } = torch;
  const dtypes = [float32, float64, float16, int64, int32, int16, int8, uint16, uint8, bool];
  const state = () => Object.fromEntries(dtypes.map((dtype) => [String(dtype), torch.tensor(ROWS, { dtype }).t()]));

  it.each(['a.safetensors', 'a.npz', 'a.pt', 'sub/A.PTH'])('is the same again: %s', (name) => {
    const saved = { ...state(), none: torch.zeros([0, 2]), one: torch.tensor(-1.5) };
    const loaded = parse(format(saved, name), name) as Record<string, torch.Tensor>;
    expect(Object.keys(loaded).sort()).toEqual(Object.keys(saved).sort());
    for (const [key, tensor] of Object.entries(saved)) {
      expect([key, loaded[key]!.dtype, loaded[key]!.shape, loaded[key]!.tolist()]).toEqual([
        key,
        tensor.dtype,
        tensor.shape,
        tensor.tolist(),
      ]);
    }
  });

  it.each(dtypes)('is the same again as .npy: %s', (dtype) => {
    const loaded = parse(format(torch.tensor(ROWS, { dtype }).t(), 'a.npy'), 'a.npy') as torch.Tensor;
    expect([loaded.dtype, [...loaded.shape]]).toEqual([dtype, [3, 2]]);
    expect(loaded.tolist()).toEqual(torch.tensor(ROWS, { dtype }).t().tolist());
  });

  it('keeps the bits of half precision, of every kind of number', () => {
    const numbers = [1, -1.5, 0, -0, 65504, 2 ** -14, 2 ** -24, -3 * 2 ** -24, 0.1, Infinity, -Infinity, NaN];
    for (const dtype of [float16, bfloat16]) {
      const tensor = torch.tensor(numbers, { dtype });
      const loaded = (parse(format({ tensor }, 'a.safetensors'), 'a.safetensors') as Record<string, torch.Tensor>)['tensor']!;
      expect([loaded.dtype, loaded.tolist()]).toEqual([dtype, tensor.tolist()]);
    }
    expect(() => format(torch.ones(2, { dtype: bfloat16 }), 'a.npy')).toThrow('Got unsupported ScalarType BFloat16');
  });

  it('is byte for byte what NumPy writes', () => {
    expect(format(torch.tensor(signed, { dtype: torch.int64 }), 'a.npy')).toEqual(bytes('<i8'));
    expect(format(torch.tensor(2.5), 'a.npy')).toEqual(bytes('scalar'));
  });

  it('may be a checkpoint: an optimizer goes on where it was', () => {
    const train = (model: torch.nn.Linear, optimizer: torch.optim.Adam) => {
      optimizer.zero_grad();
      model(torch.ones([1, 2]))
        .sum()
        .backward();
      optimizer.step();
    };
    const make = () => {
      const model = new torch.nn.Linear(2, 1);
      return { model, optimizer: new torch.optim.Adam(model.parameters(), { lr: 0.1 }) };
    };
    const a = make();
    train(a.model, a.optimizer);
    const checkpoint = { epoch: 3, best: NaN, notes: ['x', null, true], model: a.model.state_dict(), optimizer: a.optimizer.state_dict() };
    const loaded = parse(format(checkpoint, 'c.pt'), 'c.pt') as typeof checkpoint;
    expect(loaded).toMatchObject({ epoch: 3, best: NaN, notes: ['x', null, true] });
    const b = make();
    b.model.load_state_dict(loaded.model);
    b.optimizer.load_state_dict(loaded.optimizer);
    train(a.model, a.optimizer);
    train(b.model, b.optimizer);
    expect(b.model.weight.tolist()).toEqual(a.model.weight.tolist());
  });

  it('keeps tensors apart whose paths are alike', () => {
    const loaded = parse(format({ 'a.b': torch.tensor(1), a: { b: torch.tensor(2) } }, 'x.pt'), 'x.pt') as {
      'a.b': torch.Tensor;
      a: { b: torch.Tensor };
    };
    expect([loaded['a.b'].item(), loaded.a.b.item()]).toEqual([1, 2]);
    expect((parse(format(torch.tensor([7]), 'x.pt'), 'x.pt') as torch.Tensor).tolist()).toEqual([7]);
  });

  it('is refused where the file cannot hold it', () => {
    const model = new torch.nn.Linear(1, 1);
    const own: Record<string, unknown> = {};
    own['own'] = own;
    expect(() => format({}, 'a.txt')).toThrow("The ending of 'a.txt' does not say what to write");
    expect(() => format({}, 'a.npy')).toThrow('A .npy file holds one tensor.');
    expect(() => format({ a: 1 }, 'a.npz')).toThrow('A .npz file holds tensors by name');
    expect(() => format({ model }, 'a.pt')).toThrow("An object of class Linear at 'model' cannot be saved. Save its state_dict() instead.");
    expect(() => format({ f: () => 1 }, 'a.pt')).toThrow("A function at 'f' cannot be saved.");
    expect(() => format(own, 'a.pt')).toThrow("What is at 'own' cannot be saved: it contains itself.");
  });
});

describe('a file that is no such file', () => {
  it('was pickled, or lacks what its pickle speaks of', () => {
    expect(() => read('pickle')).toThrow("'pickle' is a pickle of Python, or a file of PyTorch before 1.6.");
    expect(() => read('torch')).toThrow("'torch' lacks the elements of a tensor");
  });

  it.each(['<f4', 'version2', 'safetensors', 'npz'] as const)('is cut off anywhere: %s', (name) => {
    const whole = bytes(name);
    for (let length = 0; length < whole.length; length++) {
      expect(() => parse(whole.subarray(0, length), 'f'), `${length} bytes`).toThrow(torch.RuntimeError);
    }
  });

  it('has another number than was written', () => {
    const whole = format({ x: torch.arange(8) }, 'x.npz');
    const changed = whole.slice();
    // The changed byte belongs to the elements, which come before the list of the zip file's entries.
    changed[whole.length - 100 - 40]! ^= 1;
    expect(() => parse(changed, 'x.npz')).toThrow("'x.npz' is a damaged or incomplete zip file.");
  });

  it('would be much larger than it is, which is known before it is', () => {
    const small = zipSync({ 'x.npy': format(torch.zeros(2 ** 18), 'x.npy') });
    expect(small.length).toBeLessThan(2 ** 13);
    setMemoryLimit({ limitBytes: 2 ** 19 });
    try {
      expect(() => parse(small, 'x.npz')).toThrow("can't allocate memory");
    } finally {
      setMemoryLimit(null);
    }
    expect(parse(small, 'x.npz')).toMatchObject({ x: { shape: [2 ** 18] } });
  });

  it('is text', () => {
    expect(() => parse(Buffer.from('hello world, hello'), 'a.txt')).toThrow("'a.txt' is none of the files that can be read");
  });
});

describe('a table', () => {
  it('has its names in the first row, or none', () => {
    expect(parseCsv('a,b\n1,2\n3,4\n', 't').tolist()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseCsv('1,2\r\n3,4', 't', { dtype: torch.int64 }).tolist()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseCsv('1,2\n3,4', 't', { header: true }).tolist()).toEqual([[3, 4]]);
    expect([...parseCsv('', 't').shape]).toEqual([0, 0]);
  });

  it('has fields in quotes, empty fields, and columns to choose', () => {
    const text = '\uFEFF"x;1";"say ""y""";name\n 1e-3 ;;"Ann\nLee"\n\n-inf;nan;Bob\n';
    const table = parseCsv(text, 't', { delimiter: ';', columns: ['say "y"', 0], dtype: torch.float64 });
    expect(table.tolist()).toEqual([
      [NaN, 0.001],
      [NaN, -Infinity],
    ]);
    expect(parseCsv('1,2,', 't').tolist()).toEqual([[1, 2, NaN]]);
  });

  it('has only numbers that its dtype has', () => {
    const { uint8, bool, int16 } = torch;
    expect(parseCsv('255\n0', 't.csv', { dtype: uint8 }).tolist()).toEqual([[255], [0]]);
    expect(parseCsv('1\n0', 't.csv', { dtype: bool }).tolist()).toEqual([[true], [false]]);
    expect(() => parseCsv('1\n300', 't.csv', { dtype: uint8 })).toThrow("'300' in line 2, column 0 of 't.csv' is beyond torch.uint8.");
    expect(() => parseCsv('-1', 't.csv', { dtype: uint8 })).toThrow('is beyond torch.uint8.');
    expect(() => parseCsv('-32769', 't.csv', { dtype: int16 })).toThrow('is beyond torch.int16.');
    expect(() => parseCsv('1\n301', 't.csv', { dtype: bool })).toThrow('is beyond torch.bool.');
  });

  it('is not guessed at', () => {
    expect(() => parseCsv('1,a\n2,3', 't.csv')).toThrow("Line 1 of 't.csv' has both numbers and 'a', which is none: say { header: true }");
    expect(parseCsv('1,a\n2,3', 't.csv', { header: true, columns: ['a'] }).tolist()).toEqual([[3]]);
    expect(() => parseCsv('a,"b\n1,2\n3,4', 't.csv')).toThrow("A quote that begins in line 1 of 't.csv' is not closed.");
  });

  it('says where it is wrong', () => {
    expect(() => parseCsv('x,y\n1,2\n3,oops', 't.csv')).toThrow("'oops' in line 3, column y of 't.csv' is no number.");
    expect(() => parseCsv('1.5', 't.csv', { dtype: torch.int64 })).toThrow(
      "'1.5' in line 1, column 0 of 't.csv' is no integer, as torch.int64 needs.",
    );
    expect(() => parseCsv('1,2\n3', 't.csv')).toThrow("Line 2 of 't.csv' has 1 fields instead of 2.");
    expect(() => parseCsv('x,y\n1,2', 't.csv', { columns: ['z'] })).toThrow("'t.csv' has no column z. It has x, y.");
  });
});

describe('reaching files', () => {
  afterEach(() => setFileAccess(null));

  it('goes through what was given', async () => {
    const files = new Map<string, Uint8Array>();
    setFileAccess({
      read: (path) =>
        files.has(path) ? Promise.resolve(files.get(path)!) : Promise.reject(new Error(`ENOENT: no such file, open '/x/${path}'`)),
      write: (path, content) =>
        path.startsWith('../') ? Promise.reject(new Error('Outside.')) : Promise.resolve(void files.set(path, content)),
    });
    await torch.save(torch.tensor([1, 2]), 'x.npy');
    expect((await torch.load('x.npy')).tolist()).toEqual([1, 2]);
    await expect(torch.load('y.npy')).rejects.toMatchObject({
      name: 'FileNotFoundError',
      message: "[Errno 2] No such file or directory: 'y.npy'",
    });
    await expect(torch.save(torch.ones(1), '../x.npy')).rejects.toMatchObject({
      name: 'OSError',
      message: "'../x.npy' cannot be written: Outside.",
    });
    files.set('t.csv', Buffer.from('1,2\n'));
    expect((await torch.utils.data.read_csv('t.csv')).tolist()).toEqual([[1, 2]]);
  });

  it('needs to be told how', async () => {
    await expect(torch.load('x.npy')).rejects.toThrow('There are no files here');
    await expect(torch.load(3 as never)).rejects.toThrow('torch.load() takes the path of a file beside the model file, as a string.');
  });
});
