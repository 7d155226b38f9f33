import fs from 'node:fs';
import { HEAD_BYTES } from '../wire/frames.js';
import { MOST_FRAME } from '../wire/passes.js';
import { openUnnamed } from './unnamedFile.node.js';

const decoder = new TextDecoder();
/**
 * Closes the file when nothing uses it any more. Code that shows a run may keep it for any time, and does not say when
 * it lets go.
 */
const closing = new FinalizationRegistry<number>((descriptor) => fs.closeSync(descriptor));

/** The file of wire/passes.ts on the host's side. It stays open as long as somebody may read a pass of it, even after its run is gone. */
export class PassFile {
  readonly descriptor = openUnnamed();

  constructor() {
    closing.register(this, this.descriptor);
  }

  /** The text of the frame that begins at this byte; null when there is none. */
  read(at: number): string | null {
    try {
      const head = this.bytes(HEAD_BYTES, at);
      const length = head && new DataView(head.buffer).getUint32(0, true);
      const text = length && length <= MOST_FRAME ? this.bytes(length, at + HEAD_BYTES) : null;
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
