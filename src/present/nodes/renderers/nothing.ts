import type { Renderer } from './renderer.js';

/** What failed has no numbers. */
export const nothing: Renderer = {
  name: 'nothing',
  fits: ({ kind }) => kind === 'failed',
  size: () => ({ width: 0, height: 0 }),
  draw: () => undefined,
};
