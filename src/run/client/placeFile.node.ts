import fs from 'node:fs';
import { END_AT, PLACE_AT, PLACE_BYTES } from '../wire/place.js';
import { openUnnamed } from './unnamedFile.node.js';

/** The file of wire/place.ts on the host's side. */
export class PlaceFile {
  readonly descriptor = openUnnamed();
  private readonly word = new Int32Array(1);
  private last = -1;
  private isOpen = true;

  constructor() {
    fs.writeSync(this.descriptor, new Uint8Array(PLACE_BYTES), 0, PLACE_BYTES, 0);
  }

  /** The index of a site; -1 when none is known. */
  get place(): number {
    if (this.isOpen && fs.readSync(this.descriptor, this.word, 0, 4, PLACE_AT) === 4) this.last = this.word[0]! - 1;
    return this.last;
  }

  askToEnd(): void {
    if (this.isOpen) fs.writeSync(this.descriptor, Int32Array.of(1), 0, 4, END_AT);
  }

  close(): void {
    if (!this.isOpen) return;
    void this.place;
    this.isOpen = false;
    fs.closeSync(this.descriptor);
  }
}
