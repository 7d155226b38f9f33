/** `export FILE --onnx OUT`: writes the graph of a pass for programs that read ONNX. */
import path from 'node:path';
import { onnxModel } from '../../exchange/onnx/model.js';
import { startingPosition } from '../../graph/run.js';
import { EXIT } from '../command.js';
import { passNumber } from '../reading.js';
import { runFile } from '../runFile.js';
import { writeTo } from '../write.js';
import type { Exporter } from './exporter.js';

const TIME_LIMIT = 3600;

export const onnx: Exporter = {
  option: 'onnx',
  more: { backward: { type: 'boolean' }, pass: { type: 'string' } },
  usage: '--onnx OUT.onnx [--backward] [--pass N]',
  help: `--onnx writes the graph of one pass with its weights: named data are its inputs, named results its outputs.
  --backward         the backward pass too: the gradient of NAME is the output NAME_grad
  --pass N           the pass that is written, from 1 (the last with gradients)`,
  async write(file, out, { backward, pass: given }) {
    const wanted = passNumber(given as string | undefined);
    const passes = wanted ?? 0;
    const run = await runFile({ file, forward: false, passes, maxValues: 0, timeout: TIME_LIMIT, withSteps: true }, () => {});
    if (run.status !== 'ok') {
      console.error(`The model failed, so there is nothing to write: ${run.error?.message ?? run.status}`);
      return EXIT.error;
    }
    const pass = wanted === null ? run.passes[startingPosition(run)] : run.passes.find(({ index }) => index === passes - 1);
    if (!pass) {
      console.error(
        wanted === null
          ? 'There is nothing to write: the run has no operation.'
          : `There is no pass ${passes}: the run has ${run.pass_count}.`,
      );
      return EXIT.error;
    }
    const { bytes, left } = onnxModel(pass, { backward: backward === true, name: path.basename(file, '.tl.ts') });
    for (const line of left) console.error(line);
    await writeTo(out, bytes);
    return EXIT.ok;
  },
};
