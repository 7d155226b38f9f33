import fs from 'node:fs/promises';
import { pythonScript } from '../../exchange/pytorch/script.js';
import { link } from '../../language/link.js';
import { SourceError } from '../../language/sourceError.js';
import { placeText } from '../../present/paths.js';
import type { Range } from '../../protocol/trace.js';
import { EXIT, WrongUsage } from '../command.js';
import { writeTo } from '../write.js';
import type { Exporter } from './exporter.js';
import { weightsOf } from './weights.js';

/** `--pytorch OUT.py`: a Python script that prints what the model file prints. */
export const pytorch: Exporter = {
  option: 'pytorch',
  more: { weights: { type: 'string' } },
  usage: '--pytorch OUT.py [--weights OUT.safetensors]',
  help: `export --pytorch writes the model as a Python script for PyTorch, which draws the same random numbers and prints
the same. What cannot be written in Python is told as FILE:LINE:COL: message, and then nothing is written.

  --weights OUT.safetensors
                     run the model, and write the weights that it comes to: what model.load_state_dict takes`,
  async write(file, out, { weights }) {
    if (typeof weights === 'string' && !weights.endsWith('.safetensors'))
      throw new WrongUsage(`'--weights' takes a file whose name ends in .safetensors, not '${weights}'.`);
    const told = (range: Range, message: string): void => console.error(`${placeText(range)}: ${message}`);
    try {
      const linked = await link(file, (path) => fs.readFile(path, 'utf8').catch(() => null));
      const script = pythonScript(linked);
      if (script.text === null) {
        for (const { range, message } of script.refusals) told(range, message);
        return EXIT.error;
      }
      const saved = typeof weights === 'string' ? await weightsOf(file, linked.sources.get(linked.program.entry)!) : null;
      if (Array.isArray(saved)) {
        for (const line of saved) console.error(line);
        return EXIT.error;
      }
      await writeTo(out, script.text);
      if (saved) await writeTo(weights as string, saved);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      told(error.range, error.message);
      return EXIT.error;
    }
  },
};
