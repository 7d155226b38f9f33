/** Messages on a pipe: the lengths of a text and of bytes, four bytes each, then the text as UTF-8, then the bytes. */
export const HEAD_BYTES = 8;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function frameOf(text: string, bytes?: Uint8Array): Uint8Array {
  const encoded = encoder.encode(text);
  const frame = new Uint8Array(HEAD_BYTES + encoded.length + (bytes?.length ?? 0));
  const head = new DataView(frame.buffer);
  head.setUint32(0, encoded.length, true);
  head.setUint32(4, bytes?.length ?? 0, true);
  frame.set(encoded, HEAD_BYTES);
  if (bytes) frame.set(bytes, HEAD_BYTES + encoded.length);
  return frame;
}

/** Puts frames together again, however they were cut on the way. */
export class FrameReader {
  private parts: Uint8Array[] = [];
  private size = 0;
  private wanted = HEAD_BYTES;

  /** @param largest the most bytes of one frame */
  constructor(
    private readonly receive: (text: string, bytes: Uint8Array | undefined) => void,
    private readonly largest = Infinity,
  ) {}

  /** @throws RangeError for a frame that is too large */
  add(part: Uint8Array): void {
    this.parts.push(part);
    this.size += part.length;
    while (this.size >= this.wanted) {
      const all = this.joined();
      const head = new DataView(all.buffer, all.byteOffset, HEAD_BYTES);
      const textEnd = HEAD_BYTES + head.getUint32(0, true);
      const end = textEnd + head.getUint32(4, true);
      if (end > this.largest) throw new RangeError(`A message of ${end} bytes is too large.`);
      this.wanted = end;
      if (this.size < end) return;
      this.parts = all.length > end ? [all.subarray(end)] : [];
      this.size -= end;
      this.wanted = HEAD_BYTES;
      this.receive(decoder.decode(all.subarray(HEAD_BYTES, textEnd)), end > textEnd ? all.slice(textEnd, end) : undefined);
    }
  }

  private joined(): Uint8Array {
    if (this.parts.length === 1) return this.parts[0]!;
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    this.parts = [all];
    return all;
  }
}
