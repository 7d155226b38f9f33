import process from 'node:process';
import { EXIT, type CliCommand } from '../command.js';
import { readArguments } from '../reading.js';

/** `tensor-lens mcp`: serves the tools until stdin ends. */
export const mcp: CliCommand = {
  name: 'mcp',
  usage: ['mcp [FOLDER ...]'],
  help: `mcp serves tools for language models (Model Context Protocol, on stdin and stdout): run a model, read a tensor, explain a number or
a diagnostic, compare two models, draw the graph. Models are those below the FOLDERs (the current one); nothing that they write
comes to the disk.`,
  async run(args) {
    const { positionals } = readArguments(args, {});
    // Loaded only here: it takes a while to load, and most commands do not need it.
    const { serveMcp } = await import('./server.js');
    await serveMcp(positionals.length > 0 ? positionals : [process.cwd()]);
    return EXIT.ok;
  },
};
