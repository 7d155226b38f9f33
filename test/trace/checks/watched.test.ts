import { describe, expect, it } from 'vitest';
import { install } from '../../../src/engine/observe.js';
import * as torch from '../../../src/engine/index.js';
import { link } from '../../../src/language/link.js';
import { explainFailure } from '../../../src/trace/failure.js';
import { Tracer } from '../../../src/trace/tracer.js';
import { prepare } from '../../../src/worker/evaluate.js';

/** What is found while a model runs, as codes and the text they are about. */
async function watch(text: string): Promise<{ code: string; at: string | undefined; message: string }[]> {
  const { program } = await link('m.tl.ts', () => Promise.resolve(`import * as torch from 'tensor-lens';${text}`));
  const request = {
    mode: 'backward',
    maxValues: 16,
    maxPasses: 9,
    passes: 0,
    limits: { tensorBytes: 1e9, keptBytes: 1e8 },
    program,
  } as const;
  const tracer = new Tracer(request, { progress: () => {}, now: () => 0 });
  install(tracer.recorder);
  let error: unknown = null;
  try {
    await prepare(program)({ library: { __esModule: true, ...torch }, tl: tracer, console: { log: () => {} } });
  } catch (thrown) {
    error = thrown;
  } finally {
    install(null);
  }
  const explained = explainFailure(error, program.sites);
  if (error && !explained) throw error as Error;
  return [...(explained ? [explained] : []), ...tracer.recorder.accumulation.diagnostics(program.sites)].map(
    ({ code, source, message }) => ({
      code,
      at: source ? text.split('\n')[source.line - 1]?.slice(source.column - 1, source.endColumn - 1) : undefined,
      message,
    }),
  );
}

const TRAINING = (before: string, after: string) => `
torch.manual_seed(0);
const net = new torch.nn.Linear(2, 1);
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 4; i++) {
  const loss = net(torch.ones(3, 2)).pow(2).mean();
  ${before}
  loss.backward();
  optimizer.step();
  ${after}
}
`;

describe('gradients that pile up', () => {
  it('are reported once, at backward()', async () => {
    const [found, ...more] = await watch(TRAINING('', ''));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'accumulated-gradient', at: 'loss.backward()' });
    expect(found!.message).toMatch(/'(weight|bias)' still had its gradient of the pass before/);
  });

  it('are reported for a descent by hand', async () => {
    const found = await watch(`
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.pow(2).sum().backward();
  torch.no_grad(() => w.sub_(w.grad.mul(0.1)));
}
`);
    expect(found.map(({ code, at }) => [code, at])).toEqual([['accumulated-gradient', 'w.pow(2).sum().backward()']]);
  });

  it.each([
    ['zero_grad before', TRAINING('optimizer.zero_grad();', '')],
    ['zero_grad after', TRAINING('', 'optimizer.zero_grad();')],
    ['grad set to null', TRAINING('', 'for (const p of net.parameters()) p.grad = null;')],
    ['several batches to a step', TRAINING('net(torch.ones(1, 2)).sum().backward();', 'optimizer.zero_grad();')],
    ['no step between', '\nconst w = torch.ones(2, { requires_grad: true });\nfor (let i = 0; i < 3; i++) w.sum().backward();\n'],
  ])('are not found with %s', async (_, text) => {
    expect(await watch(text)).toEqual([]);
  });
});

describe('a change in place of what backward needs', () => {
  it('is blamed on the expression that made it', async () => {
    const [found] = await watch(`
const x = torch.ones(2, { requires_grad: true });
const y = x.exp();
y.add_(1);
y.sum().backward();
`);
    expect(found).toMatchObject({ code: 'inplace-change', at: 'y.add_(1)' });
    expect(found!.message).toMatch(
      /^RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation/,
    );
    expect(found!.message).toContain("Backward needs y as it was before: use an operation that makes a new tensor (without the '_').");
  });

  it('is left at backward() when a leaf was changed', async () => {
    const [found] = await watch(`
const w = torch.ones(2, { requires_grad: true });
const y = w.mul(w);
torch.no_grad(() => w.add_(1));
y.sum().backward();
`);
    expect(found).toMatchObject({ code: 'inplace-change', at: undefined });
  });
});
