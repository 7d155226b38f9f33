import { parseArgs } from 'node:util';
import type { Direction } from '../graph/layout/types.js';
import type { ThemeName } from '../present/defaultThemes.js';
import { exportFormats, type ExportOptions, type ExportRequest } from './exports.js';

export interface RunFileOptions {
  file: string;
  forward: boolean;
  /** 0: all. */
  passes: number;
  json: boolean;
  /** Files to write the run to. */
  exports: ExportRequest[];
  picture: ExportOptions;
  maxValues: number;
  /** Seconds. */
  timeout: number;
}

export type Command =
  | { kind: 'run'; options: RunFileOptions }
  | { kind: 'ops'; name: string | undefined }
  | { kind: 'check'; files: string[] }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string };

const fileOptions = Object.fromEntries(exportFormats.map((format) => [format, { type: 'string' as const }]));

const wrong = (message: string): Command => ({ kind: 'wrong', message });

export function parseCommand(args: string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        forward: { type: 'boolean', default: false },
        passes: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
        pass: { type: 'string' },
        theme: { type: 'string', default: 'light' },
        direction: { type: 'string', default: 'TB' },
        ...fileOptions,
        'max-values': { type: 'string', default: '4096' },
        timeout: { type: 'string', default: '60' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [command, file, ...rest] = positionals;
  if (command === 'ops')
    return rest.length > 0 ? wrong(`'ops' takes one name: '${rest[0]}' is one too many.`) : { kind: 'ops', name: file };
  if (command === 'check') {
    if (file === undefined) return wrong("'check' needs the files to check.");
    return { kind: 'check', files: [file, ...rest] };
  }
  if (command !== 'run') return wrong(command === undefined ? 'There is nothing to do.' : `There is no command '${command}'.`);
  if (file === undefined) return wrong("'run' needs the model file to run.");
  if (rest.length > 0) return wrong(`'run' takes one file: '${rest[0]}' is one too many.`);
  for (const name of ['passes', 'max-values'] as const)
    if (!/^\d+$/.test(values[name])) return wrong(`'--${name}' takes a whole number, not '${values[name]}'.`);
  if (values.pass !== undefined && !/^[1-9]\d*$/.test(values.pass))
    return wrong(`'--pass' takes the number of a pass, from 1, not '${values.pass}'.`);
  const choices = { theme: ['light', 'dark'], direction: ['TB', 'LR'] } as const;
  for (const name of ['theme', 'direction'] as const)
    if (!choices[name].some((choice) => choice === values[name]))
      return wrong(`'--${name}' is ${choices[name].join(' or ')}, not '${values[name]}'.`);
  if (!/^\d+(\.\d+)?$/.test(values.timeout)) return wrong(`'--timeout' takes a number of seconds, not '${values.timeout}'.`);
  return {
    kind: 'run',
    options: {
      file,
      forward: values.forward,
      passes: Number(values.passes),
      json: values.json,
      exports: exportFormats.flatMap((format) => {
        const path = (values as Record<string, unknown>)[format];
        return typeof path === 'string' ? [{ format, path }] : [];
      }),
      picture: {
        pass: values.pass === undefined ? null : Number(values.pass),
        theme: values.theme as ThemeName,
        direction: values.direction as Direction,
      },
      maxValues: Number(values['max-values']),
      timeout: Number(values.timeout),
    },
  };
}
