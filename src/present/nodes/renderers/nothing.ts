import type { Renderer } from './renderer.js';

/** For a failed operation, which has no numbers. */
export const nothing: Renderer = {
  name: 'nothing',
  fits: ({ kind }) => kind === 'failed',
  size: () => ({ width: 0, height: 0 }),
  draw: () => undefined,
};
