import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/engine/files/csv.js';
import { format, parse } from '../../../src/engine/files/index.js';
import * as torch from '../../../src/engine/index.js';
import { peakBytes, setMemoryLimit } from '../../../src/engine/memory.js';
import { shipped } from '../torchvision/shipped.js';
import { pictureFrom } from '../../../src/engine/torchvision/reading.js';
import { complaint, flawOf } from './judge.js';
import { chance, type Chance } from './things.js';

/**
 * Files that were damaged at random. Each is read, or refused with a sentence, with little memory. `npm run soak` reads
 * more files.
 */

const FILES = 12 * Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
/** The memory that a file may use: four times its undamaged size, and a constant. */
const MOST = (honest: number): number => 4 * honest + 64 * 2 ** 20;

type Read = (content: Uint8Array) => unknown;
const asTensors =
  (name: string): Read =>
  (content) =>
    parse(content, name);
const asTable: Read = (content) => parseCsv(new TextDecoder().decode(content), 'x.csv', {});

const kept = (file: string): Record<string, string> =>
  JSON.parse(fs.readFileSync(new URL(`../files/${file}`, import.meta.url), 'utf8')) as Record<string, string>;
const fromBase64 = (texts: Record<string, string>): Uint8Array[] =>
  Object.values(texts).map((text) => new Uint8Array(Buffer.from(text, 'base64')));

const state = { 'fc.weight': torch.arange(6).float().view(2, 3), n: torch.tensor([1, 2]), on: torch.tensor([true, false]) };
const checkpoint = { model: state, epoch: 3, losses: [0.5, NaN, -0], name: 'a', none: null };
const numpy = fromBase64(kept('numpy.json'));
const isZip = (content: Uint8Array): boolean => content[0] === 0x50;

const jpegProgram = await shipped('jpeg.wasm');
const asPicture: Read = (content) => [0, 1, 3].map((mode) => pictureFrom(content, 'x.png', mode as 0 | 1 | 3, jpegProgram));
const pictures = JSON.parse(fs.readFileSync(new URL('../torchvision/pictures.json', import.meta.url), 'utf8')) as Record<
  string,
  { file: string }
>;
const picturesOf = (isJpeg: boolean): Uint8Array[] =>
  fromBase64(
    Object.fromEntries(Object.entries(pictures).flatMap(([name, { file }]) => (name.startsWith('jpeg') === isJpeg ? [[name, file]] : []))),
  );

const FORMATS: readonly (readonly [string, Read, readonly Uint8Array[]])[] = [
  ['.npy', asTensors('x.npy'), [...numpy.filter((content) => !isZip(content)), format(torch.ones(3, 4), 'x.npy')]],
  ['.npz', asTensors('x.npz'), [...numpy.filter(isZip), format(state, 'x.npz')]],
  ['.safetensors', asTensors('x.safetensors'), [format(state, 'x.safetensors')]],
  ['.pt of ours', asTensors('x.pt'), [format(checkpoint, 'x.pt')]],
  ['.pt of PyTorch', asTensors('x.pt'), fromBase64(kept('torch.json'))],
  ['.png', asPicture, picturesOf(false)],
  ['.jpg', asPicture, picturesOf(true)],
  ['.csv', asTable, [new TextEncoder().encode('x,y\n1,2\n3.5,-4e3\n"5",\n7,nan\n')]],
];

/** Numbers that are wrong as sizes, offsets or counts. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const TEXTS = [
  ...['-1', '1e999', '99999999999999999999', 'null', '"', '[', '{', '}', ']', ',', '(', ')', '\n', '\0', "'", '__proto__'],
  ...['0.5', 'NaN', 'True', '<O8', 'F64', 'constructor', '\u202e', '[[[[[[[['],
].map((text) => new TextEncoder().encode(text));

/** Makes one to four changes, like those of an accident or an attacker. */
function damaged(original: Uint8Array, others: readonly Uint8Array[], { below, pick, once }: Chance): Uint8Array {
  let content = original.slice();
  const splice = (at: number, gone: number, put: Uint8Array): void => {
    content = Uint8Array.from([...content.subarray(0, at), ...put, ...content.subarray(at + gone)]);
  };
  for (let changes = 1 + below(4); changes > 0; changes--) {
    // A file describes itself at its beginning or at its end.
    const range = once(2) ? content.length : Math.min(content.length, 200);
    const at = once(4) ? Math.max(0, content.length - 1 - below(120)) : below(range);
    const kinds: readonly (() => void)[] = [
      () => void (content[at] = below(256)),
      () => void (content[at] = content[at]! ^ (1 << below(8))),
      () => splice(at, 1 + below(8), new Uint8Array()),
      () => splice(at, 0, pick(TEXTS)),
      () => splice(at, 1 + below(4), pick(TEXTS)),
      () => void (content = content.slice(0, at)),
      () => void (at + 4 <= content.length && new DataView(content.buffer).setUint32(at, pick(NUMBERS), true)),
      () => splice(at, 0, content.slice(at, at + below(64))),
      () => splice(at, below(64), pick(others).slice(0, below(64))),
      () => {
        // One digit is replaced by another number, often with several digits.
        const digit = content.findIndex((c, i) => i >= at && c >= 0x30 && c <= 0x39);
        if (digit >= 0) splice(digit, 1, new TextEncoder().encode(String(pick(NUMBERS))));
      },
    ];
    pick(kinds)();
  }
  return content;
}

const tensorsIn = (value: unknown, depth = 6): torch.Tensor[] =>
  value instanceof torch.Tensor
    ? [value]
    : typeof value === 'object' && value !== null && depth > 0
      ? Object.values(value).flatMap((each) => tensorsIn(each, depth - 1))
      : [];

beforeEach(() => setMemoryLimit({ limitBytes: 2 ** 30 }));
afterEach(() => setMemoryLimit(null));

/** Tells what is wrong with how a file was read or refused. Null where nothing is wrong. */
function wrongWith(read: Read, content: Uint8Array): string | null {
  setMemoryLimit({ limitBytes: 2 ** 30 });
  const before = process.memoryUsage().arrayBuffers;
  try {
    const flaw = tensorsIn(read(content)).map(flawOf).find(Boolean);
    if (flaw) return flaw;
  } catch (error) {
    const found = complaint(error);
    if (found) return `${found}\n${error instanceof Error ? error.stack : ''}`;
  }
  const taken = Math.max(peakBytes(), process.memoryUsage().arrayBuffers - before);
  return taken > MOST(content.length) ? `takes ${taken} bytes` : null;
}

describe('damaged files', () => {
  it.each(FORMATS)('%s: each is read, or refused in a sentence', (_, read, originals) => {
    const others = FORMATS.flatMap(([, , files]) => files);
    for (const original of originals) expect(wrongWith(read, original)).toBeNull();
    const wrong: string[] = [];
    for (let seed = 1; seed <= FILES; seed++) {
      const source = chance(seed);
      const content = damaged(source.pick(originals), others, source);
      const found = wrongWith(read, content);
      if (found) wrong.push(`seed ${seed}: ${found}\n${Buffer.from(content).toString('base64').slice(0, 2000)}`);
    }
    expect(wrong).toEqual([]);
  });
});
