import fs from 'node:fs/promises';
import { pythonScript } from '../../exchange/pytorch/script.js';
import { link } from '../../language/link.js';
import { SourceError } from '../../language/sourceError.js';
import type { Range } from '../../protocol/trace.js';
import { EXIT } from '../command.js';
import { writeTo } from '../write.js';
import type { Exporter } from './exporter.js';

/** `--pytorch OUT.py`: a Python script that prints what the model file prints. */
export const pytorch: Exporter = {
  option: 'pytorch',
  more: {},
  usage: '--pytorch OUT.py',
  help: `export --pytorch writes the model as a Python script for PyTorch, which draws the same random numbers and prints
the same. What cannot be written in Python is told as FILE:LINE:COL: message, and then nothing is written.`,
  async write(file, out) {
    const told = (range: Range, message: string): void => console.error(`${range.file}:${range.line}:${range.column}: ${message}`);
    try {
      const linked = await link(file, (path) => fs.readFile(path, 'utf8').catch(() => null));
      const script = pythonScript(linked);
      if (script.text === null) {
        for (const { range, message } of script.refusals) told(range, message);
        return EXIT.error;
      }
      await writeTo(out, script.text);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      told(error.range, error.message);
      return EXIT.error;
    }
  },
};
