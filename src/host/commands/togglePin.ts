import type { Command } from './command.js';

/** Pins the graph panel to its file, or lets it follow the editor again. */
export const togglePin: Command = {
  id: 'tensorLens.pinGraph',
  run: ({ panels }) => panels.togglePin(),
};

export const unpin: Command = { ...togglePin, id: 'tensorLens.unpinGraph' };
