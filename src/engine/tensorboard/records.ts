/** The file that TensorBoard reads: records, each with its length and two checksums. */

const POLYNOMIAL = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value >>> 0;
});

/** CRC-32C, as the format masks it. */
export function maskedCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  crc = ~crc >>> 0;
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
