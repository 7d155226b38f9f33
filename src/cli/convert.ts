/** `tensor-lens convert FILE`: writes a Python program, or an ONNX model, as a model file. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelOfOnnx } from '../exchange/onnx/reading/modelFile.js';
import { isOnnxFile } from './onnxFile.js';
import { convertPython } from '../exchange/python/convert.js';
import { NotPython } from '../exchange/python/reading/syntax.js';
import { EXIT, type CliCommand } from './command.js';
import { oneFile, readArguments } from './reading.js';
import { write, writeTo } from './write.js';

/** The exit status when a part could not be converted. It stays as a comment. */
const IN_PART = 3;

export const convert: CliCommand = {
  name: 'convert',
  usage: ['convert FILE.py [-o OUT.tl.ts]', 'convert FILE.onnx [-o OUT.tl.ts]'],
  help: `convert writes a Python program for PyTorch as a model file, to OUT.tl.ts or to the output. What cannot be converted stays as a
comment, and is told as FILE:LINE:COL: message. A model of ONNX becomes a line for each node; its weights are loaded from
FILE.onnx. Exit status: 0 all was converted, ${IN_PART} a part was, 1 it is no Python, or no ONNX.`,
  async run(args) {
    const { file, out } = read(args);
    const bytes = await readFile(file).catch((error: Error) => {
      throw new Error(`'${file}' could not be read: ${error.message}`, { cause: error });
    });
    if (isOnnxFile(file)) {
      const from = out === null ? path.basename(file) : path.relative(path.dirname(out), file);
      const model = modelOfOnnx(bytes, { path: from.split(path.sep).join('/') });
      await deliver(model.text, out);
      for (const problem of model.problems) console.error(`${file}: ${problem}`);
      return model.problems.length > 0 ? IN_PART : EXIT.ok;
    }
    const text = bytes.toString('utf8');
    let converted;
    try {
      converted = convertPython(text);
    } catch (error) {
      if (!(error instanceof NotPython)) throw error;
      console.error(`${file}:${error.line}:${error.column}: ${error.message}`);
      return EXIT.error;
    }
    await deliver(converted.text, out);
    for (const { line, column, message } of converted.problems) console.error(`${file}:${line}:${column}: ${message}`);
    return converted.problems.length > 0 ? IN_PART : EXIT.ok;
  },
};

const deliver = (text: string, out: string | null): Promise<void> => (out === null ? write(text) : writeTo(out, text));

function read(args: string[]): { file: string; out: string | null } {
  const { values, positionals } = readArguments(args, { output: { type: 'string', short: 'o' } });
  return { file: oneFile('convert', 'Python or ONNX file to convert', positionals), out: values.output ?? null };
}
