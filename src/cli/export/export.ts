/** `tensor-lens export FILE`: writes a model as a file for another program. */
import { WrongUsage, type CliCommand } from '../command.js';
import { oneFile, readArguments } from '../reading.js';
import { onnx } from './onnx.js';
import type { Exporter } from './exporter.js';
import { pytorch } from './pytorch.js';

/** Every kind of file that a model can be exported as. */
const exporters: readonly Exporter[] = [pytorch, onnx];

export const exportModel: CliCommand = {
  name: 'export',
  usage: exporters.map(({ usage }) => `export FILE.tl.ts ${usage}`),
  help: exporters.map(({ help }) => help).join('\n\n'),
  run(args) {
    const { values, positionals } = read(args);
    const file = oneFile('export', 'model file to export', positionals);
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
  return readArguments(args, options) as ReturnType<typeof read>;
}
