/** `tensor-lens convert FILE.py`: writes a Python program as a model file. */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { convertPython } from '../exchange/python/convert.js';
import { NotPython } from '../exchange/python/syntax.js';
import { EXIT, WrongUsage, type CliCommand } from './command.js';

/** Something stays as a comment. */
const IN_PART = 3;

export const convert: CliCommand = {
  name: 'convert',
  usage: ['convert FILE.py [-o OUT.tl.ts]'],
  help: `convert writes a Python program for PyTorch as a model file, to OUT.tl.ts or to the output. What cannot be converted stays as a
comment, and is told as FILE:LINE:COL: message. Exit status: 0 all was converted, ${IN_PART} a part was, 1 it is no Python.`,
  async run(args) {
    const { file, out } = read(args);
    const text = await readFile(file, 'utf8').catch((error: Error) => {
      throw new Error(`'${file}' could not be read: ${error.message}`, { cause: error });
    });
    let converted;
    try {
      converted = convertPython(text);
    } catch (error) {
      if (!(error instanceof NotPython)) throw error;
      console.error(`${file}:${error.line}:${error.column}: ${error.message}`);
      return EXIT.error;
    }
    if (out === null) process.stdout.write(converted.text);
    else {
      await writeFile(out, converted.text).catch((error: Error) => {
        throw new Error(`'${out}' could not be written: ${error.message}`, { cause: error });
      });
    }
    for (const { line, column, message } of converted.problems) console.error(`${file}:${line}:${column}: ${message}`);
    return converted.problems.length > 0 ? IN_PART : EXIT.ok;
  },
};

function read(args: string[]): { file: string; out: string | null } {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { output: { type: 'string', short: 'o' } } });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
  const [file, ...rest] = parsed.positionals;
  if (file === undefined) throw new WrongUsage("'convert' needs the Python file to convert.");
  if (rest.length > 0) throw new WrongUsage(`'convert' takes one file: '${rest[0]}' is one too many.`);
  return { file, out: parsed.values.output ?? null };
}
