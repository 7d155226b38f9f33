import type { Command } from './command.js';
import { target } from './target.js';

/** Opens the graph panel of a model beside its editor. */
export const showGraph: Command = {
  id: 'tensorLens.showGraph',
  run: (context, uri) => void context.panels.show(target(context, uri)),
};
