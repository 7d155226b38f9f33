/**
 * Writes pixels as a PNG. (The usual libraries for this make a TextEncoder when they are loaded, and the engine's realm
 * has none.)
 */
import { zlibSync } from 'fflate';
import { crc32 } from '../files/checkSum.js';

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const COLOUR: Readonly<Record<number, number>> = { 1: 0, 3: 2, 4: 6 };

/** @param data bytes, row major, the channels last @param channels 1, 3 or 4 */
export function pngOf(width: number, height: number, channels: number, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, COLOUR[channels]], 8);
  const row = width * channels;
  // Each row begins with the number of its filter: 0, for no filter.
  const rows = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const parts = [Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', zlibSync(rows)), chunk('IEND', new Uint8Array())];
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
