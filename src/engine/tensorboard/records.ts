/** The file that TensorBoard reads: records, each with its length and two checksums. */
import { crc32c } from '../files/checkSum.js';

/** CRC-32C, as the format masks it. */
export function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** The bytes of a file with these records. */
export function recordFile(records: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(records.reduce((sum, { length }) => sum + length + 16, 0));
  const view = new DataView(file.buffer);
  let at = 0;
  for (const record of records) {
    view.setUint32(at, record.length, true);
    view.setUint32(at + 8, maskedCrc(file.subarray(at, at + 8)), true);
    file.set(record, at + 12);
    view.setUint32(at + 12 + record.length, maskedCrc(record), true);
    at += record.length + 16;
  }
  return file;
}
