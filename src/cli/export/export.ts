/** `tensor-lens export FILE`: a model in the file of another program. */
import { parseArgs } from 'node:util';
import { WrongUsage, type CliCommand } from '../command.js';
import { onnx } from './onnx.js';
import type { Exporter } from './exporter.js';
import { pytorch } from './pytorch.js';

/** Every kind of file that a model is exported as. */
const exporters: readonly Exporter[] = [pytorch, onnx];

export const exportModel: CliCommand = {
  name: 'export',
  usage: exporters.map(({ usage }) => `export FILE.tl.ts ${usage}`),
  help: exporters.map(({ help }) => help).join('\n\n'),
  run(args) {
    const { values, positionals } = read(args);
    const [file, ...rest] = positionals;
    if (file === undefined) throw new WrongUsage("'export' needs the model file to export.");
    if (rest.length > 0) throw new WrongUsage(`'export' takes one file: '${rest[0]}' is one too many.`);
    const [chosen, another] = exporters.filter(({ option }) => values[option] !== undefined);
    const known = exporters.map(({ option }) => `--${option} OUT`);
    if (!chosen || another) throw new WrongUsage(`'export' needs one option that says what to write: ${known.join(' or ')}.`);
    const foreign = Object.keys(values).find((name) => name !== chosen.option && !(name in chosen.more));
    if (foreign !== undefined) throw new WrongUsage(`'--${foreign}' does not go with '--${chosen.option}'.`);
    return chosen.write(file, values[chosen.option] as string, values);
  },
};

function read(args: string[]): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  const own = Object.fromEntries(exporters.map(({ option }) => [option, { type: 'string' as const }]));
  const options = Object.assign({}, own, ...exporters.map(({ more }) => more)) as Exporter['more'];
  try {
    return parseArgs({ args, allowPositionals: true, options }) as ReturnType<typeof read>;
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}
