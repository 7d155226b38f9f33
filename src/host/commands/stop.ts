import type { Command } from './command.js';
import { target } from './target.js';

/** Ends the run of a model; what it has computed stays. */
export const stop: Command = {
  id: 'tensorLens.stop',
  run: (context, uri) => target(context, uri).stop(),
};
