import { BinaryReader } from '@bufbuild/protobuf/wire';
import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setFileAccess } from '../../src/engine/files/access.js';
import * as torch from '../../src/engine/index.js';
import type { FigureData } from '../../src/engine/pyplot/data.js';
import { showFiguresBy } from '../../src/engine/tensorboard/shown.js';
import { maskedCrc } from '../../src/engine/tensorboard/records.js';

const { SummaryWriter } = torch.utils.tensorboard;
const files = new Map<string, Uint8Array>();
const figures: FigureData[] = [];
beforeEach(() => {
  files.clear();
  figures.length = 0;
  setFileAccess({
    read: () => Promise.reject(new Error('nothing is read')),
    write: async (path, content) => void files.set(path, content),
  });
  showFiguresBy((figure) => figures.push(figure));
});
afterEach(() => {
  setFileAccess(null);
  showFiguresBy(null);
});

type Field = number | Uint8Array;

/** The fields of a message, by their numbers. */
function fieldsOf(bytes: Uint8Array): Map<number, Field[]> {
  const reader = new BinaryReader(bytes);
  const fields = new Map<number, Field[]>();
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    const value = type === 0 ? Number(reader.int64()) : type === 1 ? reader.double() : type === 5 ? reader.float() : reader.bytes();
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}
const one = (fields: Map<number, Field[]>, number: number) => fields.get(number)?.[0];
const text = (field: Field | undefined) => new TextDecoder().decode(field as Uint8Array);
const doubles = (field: Field | undefined) => [...new Float64Array((field as Uint8Array).slice().buffer)];

/** The records of a file. Fails where a checksum does not match its bytes. */
function recordsOf(file: Uint8Array): Map<number, Field[]>[] {
  const view = new DataView(file.buffer);
  const records: Map<number, Field[]>[] = [];
  for (let at = 0; at < file.length;) {
    const length = Number(view.getBigUint64(at, true));
    const data = file.slice(at + 12, at + 12 + length);
    expect(view.getUint32(at + 8, true)).toBe(maskedCrc(file.slice(at, at + 8)));
    expect(view.getUint32(at + 12 + length, true)).toBe(maskedCrc(data));
    records.push(fieldsOf(data));
    at += length + 16;
  }
  return records;
}
/** The only value in the summary of an event. */
const valueOf = (event: Map<number, Field[]>) => fieldsOf(one(fieldsOf(one(event, 5) as Uint8Array), 1) as Uint8Array);

describe('SummaryWriter', () => {
  it('has the checksum of the format', () => {
    // The CRC-32C of "123456789" is e3069283 (RFC 3720). It is masked as the format of records requires.
    const crc = 0xe3069283;
    expect(maskedCrc(new TextEncoder().encode('123456789'))).toBe((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  });

  it('writes event files, one for each line of add_scalars, and shows figures', async () => {
    const writer = new SummaryWriter('runs/a');
    const loss = torch.tensor(0.5, { requires_grad: true });
    writer.add_scalar('loss', loss, 3);
    writer.add_scalar('loss', 0.25, { global_step: 4, walltime: 12 });
    writer.add_scalars('both', { x: 1, y: 2 }, 0);
    writer.add_histogram('w', torch.tensor([1, 1, 2]), 1);
    writer.add_image('picture', torch.tensor([[[0, 1]], [[0, 0.5]], [[1, 0]]]), 2);
    writer.add_text('note', 'hällo');
    writer.close();
    await Promise.resolve();
    const folders = [...files.keys()].map((path) => path.replace(/\/events\.out\.tfevents\.\d+\.tensor-lens\.0$/, ''));
    expect(folders.sort()).toEqual(['runs/a', 'runs/a/both_x', 'runs/a/both_y']);
    const events = recordsOf([...files.entries()].find(([path]) => /^runs\/a\/events/.test(path))![1]);
    expect(text(one(events[0]!, 3))).toBe('brain.Event:2');
    const [first, second, histogram, image, note] = events.slice(1);
    expect([one(first!, 2), text(one(valueOf(first!), 1)), one(valueOf(first!), 2)]).toEqual([3, 'loss', 0.5]);
    expect([one(second!, 1), one(second!, 2), one(valueOf(second!), 2)]).toEqual([12, 4, 0.25]);
    const counted = fieldsOf(one(valueOf(histogram!), 5) as Uint8Array);
    expect([1, 2, 3, 4, 5].map((field) => one(counted, field))).toEqual([1, 2, 3, 4, 6]);
    const [limits, counts] = [doubles(one(counted, 6)), doubles(one(counted, 7))];
    expect([counts.length, counts.reduce((a, b) => a + b, 0)]).toEqual([limits.length, 3]);
    expect(limits.find((limit) => limit > 1)! / 1.1).toBeLessThanOrEqual(1);
    const picture = fieldsOf(one(valueOf(image!), 4) as Uint8Array);
    expect([1, 2, 3].map((field) => one(picture, field))).toEqual([1, 2, 3]);
    expect([...decode(one(picture, 4) as Uint8Array).data]).toEqual([0, 0, 255, 255, 128, 0]);
    expect(text(one(valueOf(note!), 1))).toBe('note/text_summary');
    expect(figures.map(({ series }) => series)).toEqual(['board w', 'board picture', 'board note', 'board loss', 'board both']);
    expect(figures.at(-1)!.axes[0]!.marks).toMatchObject([
      { kind: 'line', x: [0], y: [1], label: 'x' },
      { y: [2], label: 'y' },
    ]);
  });

  it.each<[string, (writer: InstanceType<typeof SummaryWriter>) => void, string]>([
    ['no number', (writer) => writer.add_scalar('a', torch.ones(2)), 'scalar should be 0D'],
    ['a tag that is no text', (writer) => writer.add_scalar(3 as never, 1), "add_scalar(): argument 'tag'"],
    ['another form', (writer) => writer.add_image('a', torch.ones(2, 2)), 'size of input tensor and input format are different'],
    ['no element', (writer) => writer.add_histogram('a', []), 'The input has no element.'],
  ])('says what is wrong with %s', (_, add, message) => {
    expect(() => add(new SummaryWriter('x'))).toThrow(message);
  });
});
