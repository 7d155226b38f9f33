import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { END_AT, PLACE_AT, PLACE_BYTES } from '../wire/place.js';

/** The file of wire/place.ts, as the host has it. It has no name, so nobody else opens it and it goes when both have closed it. */
export class PlaceFile {
  readonly descriptor: number;
  private readonly word = new Int32Array(1);
  private last = -1;
  private isOpen = true;

  constructor() {
    const name = path.join(os.tmpdir(), `tensor-lens-${randomUUID()}`);
    this.descriptor = fs.openSync(name, 'wx+', 0o600);
    fs.unlinkSync(name);
    fs.writeSync(this.descriptor, new Uint8Array(PLACE_BYTES), 0, PLACE_BYTES, 0);
  }

  /** The index of a site, or -1. */
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
