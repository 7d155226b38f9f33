import fs from 'node:fs';
import { zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/engine/files/index.js';
import * as torch from '../../../src/engine/index.js';
import { setMemoryLimit } from '../../../src/engine/memory.js';

/** The files in base64, written by makeTorch.py. */
const files = JSON.parse(fs.readFileSync(new URL('torch.json', import.meta.url), 'utf8')) as Record<string, string>;

const bytes = (name: string): Uint8Array => new Uint8Array(Buffer.from(files[name]!, 'base64'));
const read = <T>(name: string) => parse(bytes(name), `${name}.pt`) as T;
type Tensors = Record<string, torch.Tensor>;

describe('what PyTorch saved', () => {
  it('the state of a model, which loads', () => {
    const state = read<Tensors>('state_dict');
    expect(Object.keys(state)).toEqual([
      ...['0.weight', '0.bias', '1.weight', '1.bias'],
      ...['1.running_mean', '1.running_var', '1.num_batches_tracked'],
    ]);
    torch.manual_seed(0);
    const net = new torch.nn.Sequential(new torch.nn.Linear(2, 3), new torch.nn.BatchNorm1d(3));
    net.load_state_dict(state);
    expect(torch.equal(net.state_dict()['0.weight']!, state['0.weight']!)).toBe(true);
    expect([state['1.num_batches_tracked']!.dtype, state['1.num_batches_tracked']!.item()]).toEqual([torch.int64, 1]);
  });

  it('a checkpoint: numbers, texts, lists, and the state of an optimizer, which loads', () => {
    const { optimizer: state, ...rest } = read<Record<string, unknown>>('checkpoint');
    expect(rest).toEqual({ epoch: 3, loss: 0.25, name: 'é', ok: true, none: null, pair: [1, -2] });
    const net = new torch.nn.Sequential(new torch.nn.Linear(2, 3), new torch.nn.BatchNorm1d(3));
    const optimizer = new torch.optim.Adam(net.parameters());
    optimizer.load_state_dict(state as ReturnType<typeof optimizer.state_dict>);
    expect(optimizer.param_groups[0]!['lr']).toBe(0.1);
    const [first] = Object.values(optimizer.state_dict().state) as { step: torch.Tensor }[];
    expect(first!.step.item()).toBe(1);
  });

  it('every dtype', () => {
    for (const [name, x] of Object.entries(read<Tensors>('dtypes'))) {
      expect(x.dtype.name).toBe(name);
      const real = x.dtype.is_complex ? x.real : x;
      expect(
        [...real].map((each) => Number(each.item())),
        name,
      ).toEqual([0, 1, name === 'bool' ? 1 : 2]);
    }
  });

  it('views, which share their elements still', () => {
    const [base, t, row, scalar, empty, wide] = read<torch.Tensor[]>('views') as [torch.Tensor, ...torch.Tensor[]];
    expect(t!.tolist()).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    base.index_put_([1, 0], 9);
    expect([t![0]!.tolist(), row!.tolist(), wide!.stride()]).toEqual([
      [0, 9],
      [9, 4, 5],
      [0, 3, 1],
    ]);
    expect([scalar!.item(), [...empty!.shape]]).toEqual([1.5, [0, 3]]);
  });

  it('parameters, leaves that require a gradient, sizes, dtypes, devices, keys that are numbers', () => {
    expect(read('parameter')).toBeInstanceOf(torch.nn.Parameter);
    expect(read<torch.Tensor>('leaf').requires_grad).toBe(true);
    expect(read('others')).toEqual([[2, 3], torch.float64, 'cpu', { 1: 2 }, 2 ** 40, -(2 ** 40)]);
  });
});

describe('what is refused, and never run', () => {
  it.each([
    ['module', "'module.pt' asks for Python's secrets.Plain, which is refused: a file may hold tensors and plain data."],
    ['system', "'system.pt' asks for Python's posix.system, which is refused"],
    ['evaluates', "'evaluates.pt' asks for Python's builtins.eval, which is refused"],
    ['reads', "'reads.pt' asks for Python's __builtin__.getattr, which is refused"],
    ['loop', "'loop.pt' holds a list or a dict that contains itself."],
    ['deep', "'deep.pt' holds lists within lists, 500 deep."],
    ['bytes', "'bytes.pt' has the instruction SHORT_BINBYTES in its pickle, which is refused here."],
    ['old', "'old.pt' has the instruction DICT in its pickle, which is refused here."],
    ['big', "'big.pt' was saved on a machine whose bytes are in the other order"],
    ['long', "'long.pt' holds an integer that is exact in Python only."],
    ['legacy', "'legacy.pt' is a pickle of Python, or a file of PyTorch before 1.6."],
  ])('%s', (name, sentence) => {
    expect(() => read(name)).toThrow(sentence);
  });

  it('a file that is cut off, or changed, anywhere: a sentence', () => {
    const whole = bytes('leaf');
    for (let at = 0; at < whole.length; at += 7) {
      expect(() => parse(whole.subarray(0, at), 'f.pt'), `${at} bytes`).toThrow(torch.RuntimeError);
    }
    const program = Uint8Array.from(pickleOf(whole));
    const others = { 'a/data/0': new Uint8Array(8) };
    let read = 0;
    for (let at = 0; at < program.length; at++) {
      for (const value of [0, 0x28, 0x2e, 0x52, 0x65, 0x94, 255]) {
        const changed = program.slice();
        changed[at] = value;
        try {
          parse(zipSync({ 'a/data.pkl': changed, ...others }, { level: 0 }), 'f.pt');
          read++;
        } catch (error) {
          expect(error, `byte ${at} is ${value}`).toBeInstanceOf(torch.RuntimeError);
        }
      }
    }
    expect(read).toBeGreaterThan(0);
  });

  it('more than there is room for, which is known before it is read', () => {
    const zip = (program: string, zeros: number) =>
      zipSync({ 'a/data.pkl': Uint8Array.from(program, (sign) => sign.charCodeAt(0)), 'a/data/0': new Uint8Array(zeros) });
    const pickle = (length: string) =>
      `\x80\x02ctorch._utils\n_rebuild_tensor_v2\n((X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\x000X\x03\0\0\0cpu${length}tQK\0K\x01\x85K\x01\x85\x89}tR.`;
    expect((parse(zip(pickle('K\x01'), 4), 'f.pt') as torch.Tensor).tolist()).toEqual([0]);
    expect(() => parse(zip(pickle('J\xff\xff\xff\x7f'), 4), 'f.pt')).toThrow("'f.pt' is cut off: 'a/data/0' has 4 of 8589934588 bytes");
    setMemoryLimit({ limitBytes: 2 ** 20 });
    try {
      expect(() => parse(zip(pickle('J\0\0\x40\0'), 2 ** 24), 'f.pt')).toThrow("can't allocate memory");
    } finally {
      setMemoryLimit(null);
    }
    expect(() => parse(zip(`\x80\x02${']'.repeat(1_000_001)}.`, 0), 'f.pt')).toThrow(
      "'f.pt' holds more than 1000000 lists, dicts and tensors.",
    );
  });
});

/** The pickle in a PyTorch file. It is not compressed. */
function pickleOf(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const from = text.indexOf('\x80\x02ctorch');
  return file.subarray(from, text.indexOf('.PK', from) + 1 || text.indexOf('R.', from) + 2);
}
