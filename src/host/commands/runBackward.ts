import type { Command } from './command.js';
import { runModel } from './run.js';

/** Runs a model through all its passes: values and gradients. */
export const runBackward: Command = {
  id: 'tensorLens.runBackward',
  run: (context, uri) => runModel(context, 'backward', uri),
};
