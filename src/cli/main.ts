/** `tensor-lens run FILE`: runs a model file without an editor, as the editor does. */
import process from 'node:process';
import { explanationsOf } from '../exchange/html/explanations.js';
import { traceJson } from '../exchange/traceJson.js';
import { placeText } from '../present/paths.js';
import { forTerminal } from '../protocol/plainText.js';
import { parseCommand } from './arguments.js';
import { checkFiles } from './check.js';
import { EXIT, WrongUsage } from './command.js';
import { commands } from './commands.js';
import { bringsExplanations, writeExports } from './exports.js';
import { describeMissing } from './missing/missing.js';
import { describeOps } from './ops.js';
import { isOnnxFile, modelOfOnnxFile } from './onnxFile.js';
import { writePlots } from './plots.js';
import { withRun } from './runFile.js';
import { showHealth, showTable } from './table.js';
import { USAGE } from './usage.js';
import { write } from './write.js';

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  const own = commands.find((command) => command.name === name);
  if (own && !args.some((arg) => arg === '--help' || arg === '-h')) return own.run(args);
  const command = own ? ({ kind: 'help' } as const) : parseCommand(process.argv.slice(2));
  if (command.kind === 'help') {
    console.log(USAGE);
    return EXIT.ok;
  }
  if (command.kind === 'ops' && command.missing) {
    await write(describeMissing());
    return EXIT.ok;
  }
  if (command.kind === 'ops') {
    const text = describeOps(command.name);
    if (text === '') console.error(`No operation has '${command.name}' in its name.`);
    else await write(text);
    return text === '' ? EXIT.error : EXIT.ok;
  }
  if (command.kind === 'check') {
    const lines = checkFiles(command.files);
    await write(lines.map((line) => `${line}\n`).join(''));
    return lines.length > 0 ? EXIT.error : EXIT.ok;
  }
  const { options } = command;
  const model = isOnnxFile(options.file) ? await modelOfOnnxFile(options.file, options.inputs) : null;
  for (const problem of model?.problems ?? []) console.error(`${options.file}: ${problem}`);
  const print = options.json ? () => {} : (lines: string[]) => console.log(forTerminal(lines.join('\n')));
  const { run, explanations } = await withRun({ ...options, ...model }, print, async (run, handle) => ({
    run,
    explanations: handle && options.exports.some(bringsExplanations) ? await explanationsOf(run, (one) => handle.explain(one)) : {},
  }));
  if (options.json) await write(`${traceJson(run)}\n`);
  else {
    const table = showTable(run);
    if (table !== '') console.log(`\n${table}`);
    if (options.health) console.log(`\n${showHealth(run)}`);
    if (run.partial) console.error('The run was ended before the model was done: this is what was finished by then.');
    for (const { severity, message, source } of run.diagnostics) {
      const place = source ? `${placeText(source)}: ` : '';
      console.error(`${place}${severity}: ${message}`);
    }
  }
  await writeExports(run, explanations, options.exports, options.picture);
  if (options.plots !== null) await writePlots(run, options.plots, options.picture.theme);
  return EXIT[run.status];
}

// When stdout is closed, the reader has seen enough, as with `head`.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? EXIT.ok : EXIT.error));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof WrongUsage;
    console.error(isUsage ? `${message}\n\n${USAGE}` : message);
    process.exit(isUsage ? EXIT.usage : EXIT.error);
  },
);
