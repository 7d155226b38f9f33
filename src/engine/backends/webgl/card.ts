import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { RuntimeError } from '../../errors.js';

/**
 * The graphics card, as TensorFlow.js opens it. The engine uses its backend by the ids of its data, without tensors, tape or
 * scopes. That backend makes and pools textures and links programs; memory.ts decides when textures are freed.
 */

export interface Card {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** The name of the renderer: `ANGLE (NVIDIA, …)`. */
  readonly renderer: string;
  /** Whether the renderer is a program on the CPU, which is slower than the engine's own kernels. */
  readonly isSoftware: boolean;
}

/** Unused textures are kept for the next use of the same size, up to this many bytes of textures in all. */
const POOL_BYTES = 128 * 2 ** 20;

let opened: Card | null = null;

/** @throws Error with a sentence for people, where there is no WebGL 2 that computes in 32 bits */
export async function openCard(): Promise<Card> {
  if (opened) return opened;
  const flags = tf.env();
  // A software renderer is not refused here: it is detected, and the caller is told.
  flags.set('SOFTWARE_WEBGL_ENABLED', true);
  flags.set('WEBGL_USE_SHAPES_UNIFORMS', true);
  flags.set('WEBGL_DELETE_TEXTURE_THRESHOLD', POOL_BYTES);
  const found = await tf.setBackend('webgl').catch(() => false);
  if (!found || tf.getBackend() !== 'webgl') throw new Error('There is no WebGL here.');
  if (flags.getNumber('WEBGL_VERSION') !== 2) throw new Error('WebGL 2 is needed, and there is only WebGL 1 here.');
  if (!flags.getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) throw new Error('This graphics card does not compute in 32 bits.');
  const backend = tf.backend() as MathBackendWebGL;
  const gl = backend.gpgpu.gl as unknown as WebGL2RenderingContext;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return (opened = { backend, gl, renderer, isSoftware: /swiftshader|llvmpipe|software|basic render/i.test(renderer) });
}

/** The card that was opened. */
export const card = (): Card => opened!;

export const lost = () =>
  new RuntimeError(
    'The graphics card was lost, and with it what only it held: the browser or the system took it away. Run again, or compute on the CPU.',
  );

/** @throws RuntimeError when the card is lost: from then on WebGL does nothing and reports nothing */
export function checkCard(): void {
  if (card().gl.isContextLost()) throw lost();
}
