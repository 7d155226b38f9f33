import { distributed } from '../../exchange/pytorch/distributed.js';
import { pythonScript } from '../../exchange/pytorch/script.js';
import { link } from '../../language/link.js';
import { SourceError } from '../../language/sourceError.js';
import { placeText } from '../../present/paths.js';
import type { Range } from '../../protocol/trace.js';
import { EXIT, WrongUsage } from '../command.js';
import { ModelFiles } from '../modelFiles.js';
import { writeTo } from '../write.js';
import type { Exporter } from './exporter.js';
import { weightsOf } from './weights.js';

/** `--pytorch OUT.py`: a Python script that prints what the model file prints. */
export const pytorch: Exporter = {
  option: 'pytorch',
  more: { weights: { type: 'string' }, distributed: { type: 'boolean' } },
  usage: '--pytorch OUT.py [--weights OUT.safetensors] [--distributed]',
  help: `export --pytorch writes the model as a Python script for PyTorch, which draws the same random numbers and prints
the same. What cannot be written in Python is told as FILE:LINE:COL: message, and then nothing is written.

  --weights OUT.safetensors
                     run the model, and write the weights that it comes to: what model.load_state_dict takes
  --distributed      the same training for many processes, which torchrun --nproc-per-node N OUT.py starts: the models that an optimizer
                     trains are wrapped in DistributedDataParallel, and every process loads its part of each batch`,
  async write(file, out, { weights, distributed: isDistributed }) {
    if (typeof weights === 'string' && !weights.endsWith('.safetensors'))
      throw new WrongUsage(`'--weights' takes a file whose name ends in .safetensors, not '${weights}'.`);
    const told = (range: Range, message: string): void => console.error(`${placeText(range)}: ${message}`);
    try {
      const linked = await link(file, new ModelFiles(file).readText);
      const script = pythonScript(linked);
      if (script.text === null) {
        for (const { range, message } of script.refusals) told(range, message);
        return EXIT.error;
      }
      const written = isDistributed === true ? distributed(script.text) : { text: script.text };
      if ('refusal' in written) {
        console.error(written.refusal);
        return EXIT.error;
      }
      const saved = typeof weights === 'string' ? await weightsOf(file, linked.sources.get(linked.program.entry)!) : null;
      if (Array.isArray(saved)) {
        for (const line of saved) console.error(line);
        return EXIT.error;
      }
      await writeTo(out, written.text);
      if (saved) await writeTo(weights as string, saved);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      told(error.range, error.message);
      return EXIT.error;
    }
  },
};
