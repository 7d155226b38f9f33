import fs from 'node:fs';
import path from 'node:path';
import { zlibSync } from 'fflate/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setFileAccess } from '../../../src/engine/files/access.js';
import * as torch from '../../../src/engine/index.js';
import { peakBytes, setMemoryLimit } from '../../../src/engine/memory.js';
import { io } from '../../../src/engine/torchvision/index.js';
import { shipped } from './shipped.js';

type Mode = keyof typeof io.ImageReadMode;
type Known = { dtype: string; shape: number[]; stride: number[]; data: number[] } | { error: string };
/** Pictures of every kind, and what torchvision reads of them: makePictures.py wrote the file. */
const pictures = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'pictures.json'), 'utf8')) as Record<
  string,
  { file: string; modes: Record<Mode, Known> }
>;
const bytesOf = (name: string): Uint8Array => new Uint8Array(Buffer.from(pictures[name]!.file, 'base64'));
const input = (bytes: Uint8Array): torch.Tensor => torch.tensor([...bytes], { dtype: torch.uint8 });

/** What torchvision leaves undefined, or does by mistake: no numbers are expected of it. */
const ODD: Readonly<Record<string, readonly Mode[]>> = {
  // The alpha of a grey of few bits is that of its own depth, not of the 8 bits that it becomes.
  ...Object.fromEntries(['gray1', 'gray2', 'gray4'].map((name) => [name, ['GRAY_ALPHA', 'RGB_ALPHA'] as const])),
  // It unpacks no numbers of a palette with few bits, and forgets the alpha of one without.
  ...Object.fromEntries(['palette1', 'palette2', 'palette4'].map((name) => [name, ['UNCHANGED', 'GRAY_ALPHA', 'RGB_ALPHA'] as const])),
  palette8: ['GRAY_ALPHA', 'RGB_ALPHA'],
};

const files = new Map<string, Uint8Array>();
beforeEach(() => {
  files.clear();
  setFileAccess({
    read: (name) => (files.has(name) ? Promise.resolve(files.get(name)!) : Promise.reject(new Error('ENOENT'))),
    write: () => Promise.resolve(),
    shipped,
  });
});
afterEach(() => {
  setFileAccess(null);
  setMemoryLimit(null);
});

describe.each(Object.entries(pictures))('%s', (name, { modes }) => {
  it.each(Object.entries(modes) as [Mode, Known][])('%s: the numbers of torchvision', async (mode, known) => {
    const read = io.decode_image(input(bytesOf(name)), io.ImageReadMode[mode]);
    if ('error' in known) return expect(read).rejects.toThrow(known.error);
    const x = await read;
    if (ODD[name]?.includes(mode)) {
      expect([x.size(0), ...x.shape.slice(1)]).toEqual([mode === 'UNCHANGED' ? 1 : io.ImageReadMode[mode], ...known.shape.slice(1)]);
      return;
    }
    expect({ dtype: String(x.dtype), shape: [...x.shape], stride: x.stride(), data: x.flatten().tolist() }).toEqual(known);
  });
});

describe('read_image', () => {
  it('reads a file beside the model, with a mode by position, by name and as a text', async () => {
    files.set('a.png', bytesOf('rgb8'));
    files.set('a.jpg', bytesOf('jpeg420'));
    const [plain, grey] = [await io.read_image('a.png'), await io.read_image('a.png', io.ImageReadMode.GRAY)];
    expect([[...plain.shape], [...grey.shape]]).toEqual([
      [3, 6, 7],
      [1, 6, 7],
    ]);
    for (const given of [{ mode: 'gray' as never }, { mode: io.ImageReadMode.GRAY }, 'GRAY' as const])
      expect(torch.equal(await io.read_image('a.png', given), grey)).toBe(true);
    expect([...(await io.decode_image('a.jpg')).shape]).toEqual([3, 13, 19]);
    expect(torch.equal(await io.decode_jpeg(await io.read_file('a.jpg')), await io.read_image('a.jpg'))).toBe(true);
    expect(torch.equal(await io.decode_png(await io.read_file('a.png')), plain)).toBe(true);
  });

  it('says what is wrong', async () => {
    files.set('a.gif', new TextEncoder().encode('GIF89a'));
    await expect(io.read_image('none.png')).rejects.toThrow("[Errno 2] No such file or directory: 'none.png'");
    await expect(io.read_image('a.gif')).rejects.toThrow("'a.gif' is no picture that can be read here: PNG and JPEG are.");
    await expect(io.read_image('a.gif', 'CMYK' as never)).rejects.toThrow("'CMYK' is not a valid ImageReadMode");
    await expect(io.read_image(3 as never)).rejects.toThrow(/argument 'path'|path/);
    await expect(io.decode_png(input(bytesOf('jpegGray')))).rejects.toThrow('Content is not png!');
    await expect(io.decode_jpeg(torch.zeros(2, 2))).rejects.toThrow('Expected a torch.uint8 tensor');
  });
});

/** A PNG of one's own making. */
function png(header: number[], packed: Uint8Array): Uint8Array {
  const crcs = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n;
  });
  const chunk = (name: string, content: Uint8Array) => {
    const body = Uint8Array.from([...Buffer.from(name), ...content]);
    const crc = ~body.reduce((sum, byte) => crcs[(sum ^ byte) & 255]! ^ (sum >>> 8), 0xffffffff) >>> 0;
    const number = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
    return [...number(content.length), ...body, ...number(crc)];
  };
  const parts = [...chunk('IHDR', Uint8Array.from(header)), ...chunk('IDAT', packed), ...chunk('IEND', new Uint8Array())];
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...parts]);
}
const size = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

describe('pictures that lie', () => {
  beforeEach(() => setMemoryLimit({ limitBytes: 2 ** 28 }));

  it('of more pixels than there are, cost no memory', async () => {
    const huge = png([...size(60000), ...size(60000), 8, 6, 0, 0, 0], zlibSync(new Uint8Array(100)));
    await expect(io.decode_image(input(huge))).rejects.toThrow(/^'input' is cut off: it holds 100 of 14400060000 bytes of pixels\.$/);
    const jpeg = bytesOf('jpeg444');
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
    jpeg.set([0xff, 0xff, 0xff, 0xff], frame + 5);
    await expect(io.decode_image(input(jpeg))).rejects.toThrow("'input' is a damaged JPEG, or is cut off.");
    expect(peakBytes()).toBeLessThan(2 ** 20);
  });

  it('of fewer pixels than are packed, are no bombs', async () => {
    const bomb = input(png([...size(2), ...size(2), 8, 0, 0, 0, 0], zlibSync(new Uint8Array(2 ** 26))));
    const before = process.memoryUsage().arrayBuffers;
    await expect(io.decode_image(bomb)).rejects.toThrow("'input' contradicts itself: it holds more pixels than its header says.");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 25);
  });

  it('that need more memory than there is, are refused before they are decoded', async () => {
    const large = png([...size(900), ...size(900), 8, 6, 0, 0, 0], zlibSync(new Uint8Array(900 * 3601)));
    setMemoryLimit({ limitBytes: 2 ** 22 });
    await expect(io.decode_image(input(large))).rejects.toThrow(/memory/i);
  });

  it('are refused in a sentence wherever they are cut', async () => {
    for (const name of ['rgb8', 'paletteAlpha8', 'interlacedRgb8', 'jpeg420', 'jpegProgressive', 'jpegGray']) {
      const whole = bytesOf(name);
      for (let at = 4; at < whole.length - 2; at += 7)
        await expect(io.decode_image(input(whole.subarray(0, at))), `${name} at ${at}`).rejects.toThrow(/^('input' .*\.|Content .*!)$/);
    }
  });

  it('interlaced with few bits are refused, since fast-png reads them wrongly', async () => {
    const small = png([...size(3), ...size(3), 2, 0, 0, 0, 1], zlibSync(new Uint8Array(20)));
    await expect(io.decode_image(input(small))).rejects.toThrow(/is interlaced and has 2 bits a channel/);
  });
});
