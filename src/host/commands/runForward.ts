import type { Command } from './command.js';
import { runModel } from './run.js';

/** Runs a model up to its first `backward()`: values, no gradients. */
export const runForward: Command = {
  id: 'tensorLens.runForward',
  run: (context, uri) => runModel(context, 'forward', uri),
};
