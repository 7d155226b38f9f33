import * as torch from '../../../../src/engine/index.js';
import { call } from '../calls.js';
import { difference, errorDifference } from '../compare.js';
import { Decoder, type Json, type Tensor, type TensorJson } from '../values.js';

/** One call from PyTorch's own tests (`generate.py` describes the form). */
export interface Sample {
  id: string;
  op: string;
  args: Json[];
  kwargs?: Record<string, Json>;
  seed?: number;
  shapes?: boolean;
  expect: { output?: Json; error?: string };
  grads?: Record<string, { tensor: TensorJson } | null>;
}

/** The difference from PyTorch, or null. @throws Inexpressible where JavaScript cannot express the call */
export function sampleDifference(sample: Sample): string | null {
  const decoder = new Decoder();
  const args = decoder.value(sample.args, 'args') as unknown[];
  const kwargs = decoder.keywords(sample.kwargs ?? {}, 'kwargs');
  if (sample.op.startsWith('Tensor.') && !(sample.op.slice('Tensor.'.length) in torch.Tensor.prototype)) return `${sample.op} is missing`;
  const { output, error: message } = sample.expect;
  decoder.checkExpressible(sample.kwargs, sample.expect);
  if (sample.seed !== undefined) torch.manual_seed(sample.seed);
  let out: unknown;
  try {
    out = call(sample.op, args, kwargs);
  } catch (error) {
    return message === undefined ? `raised ${String(error)}` : errorDifference(error, message);
  }
  if (message !== undefined) return `returned a value, wanted the error "${message}"`;
  const wrong = sample.shapes ? shapeDifference(out as Tensor, output as { tensor: TensorJson }) : difference(out, output!, 'usual');
  if (wrong || !sample.grads) return wrong;
  const outs = [out].flat().filter((o): o is Tensor => o instanceof torch.Tensor && o.requires_grad);
  if (outs.length > 0) torch.autograd.backward(outs, outs.map(gradOutput));
  for (const [path, want] of Object.entries(sample.grads)) {
    const differs = difference(decoder.tensors.get(path)!.tensor.grad, want);
    if (differs) return `gradient of ${path}: ${differs}`;
  }
  return null;
}

/** The same gradient of the output as in `generate.py`. It depends on the place of an element. */
const gradOutput = (out: Tensor): Tensor =>
  torch
    .tensor(
      Array.from({ length: out.numel() }, (_, i) => (((i * 7) % 11) - 5) / 4 + 0.25),
      { dtype: out.dtype },
    )
    .reshape(out.shape);

function shapeDifference(out: Tensor, { tensor }: { tensor: TensorJson }): string | null {
  if (String(out.shape) !== `torch.Size([${tensor.shape.join(', ')}])`) return `shape ${String(out.shape)}`;
  return String(out.dtype) === `torch.${tensor.dtype}` ? null : `dtype ${String(out.dtype)}`;
}
