/** TensorBoard's messages (event.proto, summary.proto): only those that a writer needs. */
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { strToU8 } from 'fflate';

/** Wire types of protobuf. */
const [VARINT, DOUBLE, BYTES, FLOAT] = [0, 1, 2, 5];

type Write = (writer: BinaryWriter) => void;

const message = (write: Write): Uint8Array => {
  const writer = new BinaryWriter((text) => strToU8(text));
  write(writer);
  return writer.finish();
};

const inner = (writer: BinaryWriter, field: number, write: Write): void => void writer.tag(field, BYTES).bytes(message(write));

export interface Histogram {
  min: number;
  max: number;
  count: number;
  sum: number;
  squares: number;
  limits: readonly number[];
  counts: readonly number[];
}

export type Value =
  | { tag: string; scalar: number }
  | { tag: string; histogram: Histogram }
  | { tag: string; image: { height: number; width: number; channels: number; png: Uint8Array } }
  | { tag: string; text: string };

/** @param time seconds since 1970 */
export const eventOf = (time: number, step: number, value: Value): Uint8Array =>
  message((event) => {
    event.tag(1, DOUBLE).double(time);
    event.tag(2, VARINT).int64(Math.trunc(step));
    inner(event, 5, (summary) => inner(summary, 1, (one) => writeValue(one, value)));
  });

/** The event at the beginning of a file. */
export const versionEvent = (time: number): Uint8Array =>
  message((event) => void event.tag(1, DOUBLE).double(time).tag(3, BYTES).string('brain.Event:2'));

function writeValue(writer: BinaryWriter, value: Value): void {
  writer.tag(1, BYTES).string('text' in value ? `${value.tag}/text_summary` : value.tag);
  if ('scalar' in value) writer.tag(2, FLOAT).float(value.scalar);
  else if ('image' in value)
    inner(writer, 4, (image) => {
      const { height, width, channels, png } = value.image;
      image.tag(1, VARINT).int32(height).tag(2, VARINT).int32(width).tag(3, VARINT).int32(channels).tag(4, BYTES).bytes(png);
    });
  else if ('histogram' in value) inner(writer, 5, (one) => writeHistogram(one, value.histogram));
  else {
    // A text is stored as a tensor of strings, for TensorBoard's text plugin.
    inner(writer, 8, (tensor) => {
      tensor.tag(1, VARINT).int32(7);
      inner(tensor, 2, (shape) => inner(shape, 2, (dim) => void dim.tag(1, VARINT).int64(1)));
      tensor.tag(8, BYTES).string(value.text);
    });
    inner(writer, 9, (metadata) => inner(metadata, 1, (plugin) => void plugin.tag(1, BYTES).string('text')));
  }
}

function writeHistogram(writer: BinaryWriter, { min, max, count, sum, squares, limits, counts }: Histogram): void {
  [min, max, count, sum, squares].forEach((value, i) => writer.tag(i + 1, DOUBLE).double(value));
  for (const [field, list] of [
    [6, limits],
    [7, counts],
  ] as const)
    inner(writer, field, (packed) => list.forEach((value) => packed.double(value)));
}
