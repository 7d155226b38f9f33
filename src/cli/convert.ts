/** `tensor-lens convert FILE.py`: writes a Python program as a model file. */
import { readFile } from 'node:fs/promises';
import { convertPython } from '../exchange/python/convert.js';
import { NotPython } from '../exchange/python/reading/syntax.js';
import { EXIT, type CliCommand } from './command.js';
import { oneFile, readArguments } from './reading.js';
import { write, writeTo } from './write.js';

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
    if (out === null) await write(converted.text);
    else await writeTo(out, converted.text);
    for (const { line, column, message } of converted.problems) console.error(`${file}:${line}:${column}: ${message}`);
    return converted.problems.length > 0 ? IN_PART : EXIT.ok;
  },
};

function read(args: string[]): { file: string; out: string | null } {
  const { values, positionals } = readArguments(args, { output: { type: 'string', short: 'o' } });
  return { file: oneFile('convert', 'Python file to convert', positionals), out: values.output ?? null };
}
