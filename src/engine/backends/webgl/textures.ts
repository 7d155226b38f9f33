import type { TensorInfo } from '@tensorflow/tfjs-core';
import { card, checkCard, lost } from './card.js';

/** Reads textures: at once, which waits until the card has done all its work, or by a transfer, which the card does in its turn. */

const dataOf = (info: TensorInfo) => card().backend.texData.get(info.dataId);
export const glTexture = (info: TensorInfo): WebGLTexture => dataOf(info).texture!.texture;
export const shapeOf = (info: TensorInfo): [rows: number, columns: number] => dataOf(info).texShape!;

let reading: { framebuffer: WebGLFramebuffer; channels: 1 | 4 } | undefined;

/**
 * Calls `read` with the texture as the one that pixels are read from.
 * @param read gets the number of floats of each pixel, of which the first is the element, and the format to read them in
 */
function from<T>(texture: TensorInfo, read: (channels: 1 | 4, format: number) => T): T {
  checkCard();
  const { gl } = card();
  const framebuffer = reading?.framebuffer ?? gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, glTexture(texture), 0);
  reading ??= { framebuffer, channels: gl.getParameter(gl.IMPLEMENTATION_COLOR_READ_FORMAT) === gl.RED ? 1 : 4 };
  gl.pixelStorei(gl.PACK_ALIGNMENT, 1);
  const found = read(reading.channels, reading.channels === 1 ? gl.RED : gl.RGBA);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, null, 0);
  return found;
}

/** The elements in pixels that were read. @throws RuntimeError when the card was lost in the meantime: then it has written nothing */
function elementsIn(floats: Float32Array, channels: 1 | 4): Float32Array {
  if (card().gl.isContextLost()) throw lost();
  return channels === 1 ? floats : floats.filter((_, i) => i % 4 === 0);
}

/** @throws RuntimeError when the card is lost */
export function pixels(texture: TensorInfo, x: number, y: number, columns: number, rows: number): Float32Array {
  const { gl } = card();
  return from(texture, (channels, format) => {
    const floats = new Float32Array(columns * rows * channels);
    gl.readPixels(x, y, columns, rows, format, gl.FLOAT, floats);
    return elementsIn(floats, channels);
  });
}

/** The bytes that may be on their way at once. */
const MOST_BYTES = 64 * 2 ** 20;

/** A copy of a texture, which the card puts in memory that the CPU can read, after the work that it was given before. */
export class Transfer {
  /** The bytes on their way now. */
  static bytes = 0;

  private constructor(
    private readonly memory: WebGLBuffer,
    private readonly length: number,
    private readonly channels: 1 | 4,
  ) {
    Transfer.bytes += 4 * length;
  }

  /** Null where too much is on its way already. @throws RuntimeError when the card is lost */
  static of(texture: TensorInfo): Transfer | null {
    const { gl } = card();
    const [rows, columns] = shapeOf(texture);
    return from(texture, (channels, format) => {
      const length = rows * columns * channels;
      if (Transfer.bytes + 4 * length > MOST_BYTES) return null;
      const memory = gl.createBuffer();
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, memory);
      gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * length, gl.STREAM_READ);
      gl.readPixels(0, 0, columns, rows, format, gl.FLOAT, 0);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
      return new Transfer(memory, length, channels);
    });
  }

  /** The elements; waits until they are there. To be called once. @throws RuntimeError when the card is lost */
  floats(): Float32Array {
    const { gl } = card();
    const floats = new Float32Array(this.length);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.memory);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, floats);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    this.drop();
    return elementsIn(floats, this.channels);
  }

  /** Gives the memory back. */
  drop(): void {
    card().gl.deleteBuffer(this.memory);
    Transfer.bytes -= 4 * this.length;
  }
}
