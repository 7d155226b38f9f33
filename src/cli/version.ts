/** `tensor-lens --version`: the version of this program, and which kernels it uses on this machine. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { hasWideProducts } from '../engine/backends/cpu/gemm.js';
import { useJoiner } from '../engine/backends/cpu/wasm/wide.js';
import { joinerHere } from '../run/client/vectors.node.js';
import { EXIT, WrongUsage, type CliCommand } from './command.js';
import { readArguments } from './reading.js';
import { write } from './write.js';

export const version: CliCommand = {
  name: '--version',
  usage: ['--version [--json]'],
  help: `--version tells the version, and how many bits the vectors of products have: 256 where the processor and V8 can, unless the
environment has TENSOR_LENS_WIDE=0.`,
  async run(args) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage(`'--version' takes no '${positionals[0]}'.`);
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    useJoiner(joinerHere());
    const { node, v8 } = process.versions;
    const told = { version: manifest.version, node, v8, vectorBits: hasWideProducts() ? 256 : 128 };
    await write(
      values.json
        ? `${JSON.stringify(told)}\n`
        : `tensor-lens ${told.version} (Node ${node}, V8 ${v8}, vectors of ${told.vectorBits} bits)\n`,
    );
    return EXIT.ok;
  },
};
