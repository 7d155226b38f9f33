/** Cyclic redundancy checks of 32 bits, as file formats use them. @param polynomial reversed: its lowest bit is the highest power */
function checkSumBy(polynomial: number): (bytes: Uint8Array) => number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
  return (bytes) => {
    let sum = 0xffffffff;
    for (let i = 0; i < bytes.length; i++) sum = table[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return ~sum >>> 0;
  };
}

/** The check sum of zip files and of PNG. */
export const crc32 = checkSumBy(0xedb88320);

/** The check sum of TensorFlow's records. */
export const crc32c = checkSumBy(0x82f63b78);
