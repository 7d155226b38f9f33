/** Accepts an ONNX model where a model file is expected: the model is converted, and nothing is written. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelOfOnnx } from '../exchange/onnx/reading/modelFile.js';
import { WrongUsage } from './command.js';

export const isOnnxFile = (file: string): boolean => /\.onnx$/i.test(file);

/**
 * Converts an ONNX model to the model file that is run.
 * @param given `NAME=FILE` for each input that is not random; the file is a NumPy file beside the model
 * @throws WrongUsage for another form; Error for a file that is not ONNX, and for inputs that the model does not have
 */
export async function modelOfOnnxFile(file: string, given: readonly string[]): Promise<{ file: string; text: string; problems: string[] }> {
  const inputs = new Map<string, string>();
  for (const each of given) {
    const [, name, data] = /^([^=]+)=(.+)$/.exec(each) ?? [];
    if (name === undefined || data === undefined) throw new WrongUsage(`'--input' takes NAME=FILE, not '${each}'.`);
    inputs.set(
      name,
      path
        .relative(path.dirname(path.resolve(file)), path.resolve(data))
        .split(path.sep)
        .join('/'),
    );
  }
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Error(`'${file}' could not be read: ${error.message}`, { cause: error });
  });
  return { file: `${file}.tl.ts`, ...modelOfOnnx(bytes, { path: path.basename(file), inputs }) };
}
