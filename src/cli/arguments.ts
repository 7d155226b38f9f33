import type { Direction } from '../graph/layout/types.js';
import type { ThemeName } from '../present/defaultThemes.js';
import { WrongUsage } from './command.js';
import { exportFormats, type ExportOptions, type ExportRequest } from './exports.js';
import { oneFile, passNumber, readArguments } from './reading.js';

export interface RunFileOptions {
  file: string;
  forward: boolean;
  /** The number of passes; 0 for all. */
  passes: number;
  json: boolean;
  /** `NAME=FILE`: the inputs of an ONNX model. */
  inputs: string[];
  /** Whether to print a table of the parameters too: their gradients, and how much each step changed them. */
  health: boolean;
  /** The files that the run is written to. */
  exports: ExportRequest[];
  picture: ExportOptions;
  /** A folder for the figures that the model plotted; null when they are not written. */
  plots: string | null;
  maxValues: number;
  /** Seconds. */
  timeout: number;
}

export type Command =
  | { kind: 'run'; options: RunFileOptions }
  | { kind: 'ops'; name: string | undefined; missing: boolean }
  | { kind: 'check'; files: string[] }
  | { kind: 'help' };

const fileOptions = Object.fromEntries(exportFormats.map((format) => [format, { type: 'string' as const }]));

function wrong(message: string): never {
  throw new WrongUsage(message);
}

/** @throws WrongUsage */
export function parseCommand(args: string[]): Command {
  const { values, positionals } = readArguments(args, {
    forward: { type: 'boolean', default: false },
    health: { type: 'boolean', default: false },
    passes: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    pass: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    direction: { type: 'string', default: 'TB' },
    plots: { type: 'string' },
    input: { type: 'string', multiple: true, default: [] },
    ...fileOptions,
    'max-values': { type: 'string', default: '4096' },
    timeout: { type: 'string', default: '60' },
    missing: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return { kind: 'help' };
  const [command, file, ...rest] = positionals;
  if (command === 'ops')
    return rest.length > 0
      ? wrong(`'ops' takes one name: '${rest[0]}' is one too many.`)
      : { kind: 'ops', name: file, missing: values.missing };
  if (command === 'check') {
    if (file === undefined) return wrong("'check' needs the files to check.");
    return { kind: 'check', files: [file, ...rest] };
  }
  if (command !== 'run') return wrong(command === undefined ? 'There is nothing to do.' : `There is no command '${command}'.`);
  const model = oneFile(command, 'model file to run', positionals.slice(1));
  for (const name of ['passes', 'max-values'] as const)
    if (!/^\d+$/.test(values[name])) return wrong(`'--${name}' takes a whole number, not '${values[name]}'.`);
  if (values.input.length > 0 && !/\.onnx$/i.test(model)) return wrong("'--input' goes with a model of ONNX only.");
  const pass = passNumber(values.pass);
  const choices = { theme: ['light', 'dark'], direction: ['TB', 'LR'] } as const;
  for (const name of ['theme', 'direction'] as const)
    if (!choices[name].some((choice) => choice === values[name]))
      return wrong(`'--${name}' is ${choices[name].join(' or ')}, not '${values[name]}'.`);
  if (!/^\d+(\.\d+)?$/.test(values.timeout)) return wrong(`'--timeout' takes a number of seconds, not '${values.timeout}'.`);
  return {
    kind: 'run',
    options: {
      file: model,
      forward: values.forward,
      passes: Number(values.passes),
      json: values.json,
      inputs: values.input,
      health: values.health,
      exports: exportFormats.flatMap((format) => {
        const path = (values as Record<string, unknown>)[format];
        return typeof path === 'string' ? [{ format, path }] : [];
      }),
      picture: {
        pass,
        theme: values.theme as ThemeName,
        direction: values.direction as Direction,
      },
      plots: values.plots ?? null,
      maxValues: Number(values['max-values']),
      timeout: Number(values.timeout),
    },
  };
}
