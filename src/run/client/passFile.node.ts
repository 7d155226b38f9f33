import fs from 'node:fs';
import { LENGTH_BYTES, MOST_TEXT } from '../wire/passes.js';
import { openUnnamed } from './unnamedFile.node.js';

const decoder = new TextDecoder();
/** Who shows a run may keep it for as long as he likes, and does not say when he lets it go. */
const closing = new FinalizationRegistry<number>((descriptor) => fs.closeSync(descriptor));

/** The file of wire/passes.ts, as the host has it. It stays open as long as anybody may read a pass of it, also when its run is gone. */
export class PassFile {
  readonly descriptor = openUnnamed();

  constructor() {
    closing.register(this, this.descriptor);
  }

  /** The text that begins here; null where there is none. */
  read(at: number): string | null {
    try {
      const head = this.bytes(LENGTH_BYTES, at);
      const length = head && new DataView(head.buffer).getUint32(0, true);
      const text = length && length <= MOST_TEXT ? this.bytes(length, at + LENGTH_BYTES) : null;
      return text && decoder.decode(text);
    } catch {
      return null;
    }
  }

  private bytes(length: number, at: number): Uint8Array | null {
    if (at + length > fs.fstatSync(this.descriptor).size) return null;
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const more = fs.readSync(this.descriptor, bytes, done, length - done, at + done);
      if (more === 0) return null;
      done += more;
    }
    return bytes;
  }
}
