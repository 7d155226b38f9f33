/** Every public operation as ONNX, with its gradients: onnxruntime must compute the same numbers as the engine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { install } from '../../../src/engine/tensor/observe.js';
import { ops } from '../../../src/engine/ops/index.js';
import type { Op } from '../../../src/engine/ops/op.js';
import { NoRule } from '../../../src/exchange/onnx/noRule.js';
import { onnxModel } from '../../../src/exchange/onnx/model.js';
import type { Pass } from '../../../src/protocol/trace.js';
import * as telling from '../../../src/trace/telling.js';
import { Tracer } from '../../../src/trace/tracer.js';
import { call, isFloating, mapTensors, samplesFor, tensorsIn } from '../../engine/opCalls.js';
import type { Sample } from '../../engine/samples.js';
import { compare } from './runtime.js';

/** onnxruntime has few kernels for these dtypes, and its cast of a negative number to an unsigned one is undefined. */
const ofOtherDTypes = new Set(['half', 'bfloat16', 'byte']);

const tested = ops.filter(({ internal, name }) => !internal && !ofOtherDTypes.has(name));

/**
 * Records a call of an operation and its backward pass. Null where PyTorch has no derivative, or nothing was computed.
 */
function record(op: Op, args: Sample): Pass | null {
  const limits = { tensorBytes: 2 ** 30, keptBytes: 2 ** 28 };
  const tracer = new Tracer(
    { program: { sites: [] }, mode: 'backward', maxValues: 1e6, maxPasses: 1, passes: 0, limits, withSteps: true },
    { progress: () => {}, now: () => 0, telling: () => telling },
  );
  const given = mapTensors(args, (t) => (isFloating(t) ? t.detach().to(torch.float32).clone().requires_grad_() : t.clone()));
  install(tracer.recorder);
  try {
    const results = tensorsIn(call(op, given));
    // ONNX has no complex numbers.
    if (results.some(isComplex)) return null;
    results.forEach((t, i) => tracer.recorder.bound(-1, `result${i}`, t));
    const moving = results.filter((t) => t.requires_grad && isFloating(t)).map((t) => t.mul(t.detach().add(1)).sum());
    if (moving.length > 0) moving.reduce((a, b) => a.add(b)).backward();
  } catch (error) {
    if (/derivative|not differentiable|modified by an inplace operation/.test((error as Error).message)) return null;
    throw error;
  } finally {
    install(null);
  }
  const pass = tracer.finish().passes.at(-1);
  return pass?.root ? pass : null;
}

const isComplex = (t: torch.Tensor): boolean => t.dtype.is_complex;

const without = new Set<string>();

describe('as ONNX', () => {
  it.each(tested.map((op) => [op.parsed.text.split('(')[0]!, op] as const))('%s', async (_, op) => {
    const passes = samplesFor(op)
      .filter((args) => !tensorsIn(args).some(isComplex))
      .slice(0, 2)
      .flatMap((args) => record(op, args) ?? []);
    let written = 0;
    for (const pass of passes) {
      try {
        const { bytes, left } = onnxModel(pass, { backward: pass.backward, name: op.shortName });
        expect(left).toEqual([]);
        written++;
        for (const { name, difference } of await compare(bytes, pass)) expect(difference, name).toBeLessThan(1e-5);
      } catch (error) {
        if (!(error instanceof NoRule)) throw error;
        expect(error.message).toMatch(/no ONNX form|ONNX has no form/);
      }
    }
    if (passes.length > 0 && written === 0) without.add(op.name);
    expect(written).toBeLessThanOrEqual(passes.length);
  });

  it('the page lists the operations that it lacks', () => {
    const page = readFileSync(new URL('../../../docs/onnx.md', import.meta.url), 'utf8');
    const [, list = ''] = /<!-- lacking -->\n([^]*?)\n<!-- \/lacking -->/.exec(page) ?? [];
    expect(list.match(/(?<=`)[\w.]+(?=`)/g)?.toSorted()).toEqual([...without].sort());
  });
});
