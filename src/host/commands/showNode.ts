import type { Command } from './command.js';
import { target } from './target.js';

/** From a hover: chooses a pass and selects a node of it in the graph. */
export const showNode: Command = {
  id: 'tensorLens.showNode',
  run: (context, uri, key, pass) => {
    const session = target(context, uri);
    if (typeof pass === 'number') session.choosePass(pass);
    if (typeof key === 'string') context.panels.show(session).select(key);
  },
};
