import type { Command } from './command.js';

/** Opens the output channel with what models printed. */
export const showOutput: Command = {
  id: 'tensorLens.showOutput',
  run: ({ output }) => output.show(),
};
