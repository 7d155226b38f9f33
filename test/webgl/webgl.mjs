// Tests the device `webgl` in headless Chromium. `npm run test:webgl` runs all reference cases, a thousand steps, and a
// card lost at twenty moments. `npm run test:webgl -- --few` runs the part that fits into `npm test`.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from '../../scripts/processes.mjs';
import { openRuns, openWorkers } from './page.mjs';

const isFew = process.argv.includes('--few');
/** Areas with complex numbers, which the card does not have. */
const COMPLEX = ['complex', 'fft'];
/** Only one of this many cases runs. The areas in LONG are long trainings. */
const ONE_IN = isFew ? 20 : 1;
const LONG = ['optim', 'training'];

/**
 * Cases that differ on a graphics card, by the reason. docs/webgl.md lists the same cases. No other case may differ.
 * @type {Record<string, RegExp>}
 */
const KNOWN = {
  'sines of more than 1.6 million are NaN': /^(elementwise\/00(75|76|85|86)|edges\/0004)$/,
  'an angle that float64 holds, rounded to float32': /^elementwise\/0084$/,
};

/** @type {string[]} */
const failures = [];
let passed = 0;
/** The number of compared values and gradients of whole runs. */
let compared = 0;

/** @param {boolean} holds @param {string} what @param {unknown} [found] */
function check(holds, what, found) {
  if (holds) passed++;
  else failures.push(found === undefined ? what : `${what}: ${JSON.stringify(found)}`);
}

/** A float64 case as one of float32: the same operations, with the tolerance of long sums. @param {any} value @returns {any} */
function single(value) {
  if (typeof value === 'string') return value.replaceAll('float64', 'float32').replaceAll('Double', 'Float');
  if (Array.isArray(value)) return value.map(single);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, single(v)]));
}

/** @param {string} area @returns {{ cases: any[], single: Set<string> }} */
function casesOf(area) {
  const file = path.join(root, 'test/engine/reference/data', `${area}.json`);
  const { cases } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const asSingle = new Set();
  const chosen = cases
    .filter((/** @type {any} */ _, /** @type {number} */ i) => i % ONE_IN === 0)
    .map((/** @type {any} */ c) => {
      const text = JSON.stringify(c);
      // In float64, random numbers differ, and type promotion needs both dtypes.
      if (['random', 'repr'].includes(area) || text.includes('float32') || !text.includes('float64')) return c;
      asSingle.add(c.id);
      return { ...single(c), note: `${c.note ?? ''} long float32` };
    });
  return { cases: chosen, single: asSingle };
}

/** Numbers that a float64 case gives are written with its digits. @param {string} difference */
function isNumberClose(difference) {
  const [, got, wanted] = /(?:^|: )(-?[\d.e-]+), wanted (-?[\d.e-]+)$/.exec(difference) ?? [];
  return got !== undefined && Math.abs(Number(got) - Number(wanted)) <= 1e-5 + 1e-5 * Math.abs(Number(wanted));
}

/** @param {Awaited<ReturnType<Awaited<ReturnType<typeof openWorkers>>['open']>>} worker */
async function reference(worker) {
  const files = fs.readdirSync(path.join(root, 'test/engine/reference/data')).filter((file) => file.endsWith('.json'));
  const areas = files.filter((file) => !COMPLEX.includes(path.basename(file, '.json')));
  const fallen = new Map();
  for (const area of areas.map((file) => path.basename(file, '.json'))) {
    if (isFew && LONG.includes(area)) continue;
    const { cases, single: converted } = casesOf(area);
    const outcomes = await worker.ask('area', { name: area, cases });
    const refused = outcomes.filter((/** @type {any} */ o) => o.isRefused).length;
    let wrong = 0;
    for (const { id, op, wrong: difference, isRefused, fallbacks } of outcomes) {
      for (const [kernel, count] of fallbacks) fallen.set(kernel, (fallen.get(kernel) ?? 0) + count);
      if (isRefused || Object.values(KNOWN).some((ids) => ids.test(id))) continue;
      const isRight = !difference || (converted.has(id) && isNumberClose(difference));
      if (!isRight) wrong++;
      check(isRight, `${id} ${op}`, difference);
    }
    console.log(`${area}: ${outcomes.length} cases, ${wrong} wrong, ${refused} ask for dtypes that it has not`);
  }
  const most = [...fallen].sort(([, a], [, b]) => b - a);
  console.log(`The CPU did: ${most.map(([kernel, count]) => `${kernel.replace('webgl:0 ', '')} ${count}`).join(', ')}`);
}

/** @param {Awaited<ReturnType<Awaited<ReturnType<typeof openWorkers>>['open']>>} worker */
async function seams(worker) {
  const lacking = await worker.ask('lacking');
  const page = fs.readFileSync(path.join(root, 'docs/webgl.md'), 'utf8');
  const told = (/<!-- lacking -->([^]*?)<!-- -->/.exec(page)?.[1] ?? '').match(/`[^`]+`/g)?.map((name) => name.slice(1, -1));
  check(JSON.stringify(told) === JSON.stringify(lacking), 'docs/webgl.md lists the kernels that the CPU does', lacking);

  const wanted = [
    "tensor([1.0000, 2.5000], device='webgl:0', requires_grad=True)",
    "tensor([3., 3.], device='webgl:0')",
    'torch.float64',
    'webgl:0',
    'webgl:0',
    "TypeError: Cannot convert a WEBGL Tensor to float64 dtype as the WEBGL framework doesn't support float64. Please use float32 instead.",
    'RuntimeError: Expected all tensors to be on the same device, but found at least two devices, webgl:0 and cpu!',
    "RuntimeError: Could not run on device 'webgl:1': no backend is registered for it; use one of cpu, webgl:0.",
    "tensor([1099511627777], device='webgl:0')",
  ];
  const found = await worker.ask('devices');
  wanted.forEach((text, i) => check(found[i] === text, `devices ${i}, wanted ${text}`, found[i]));

  const programs = await worker.ask('shapes');
  check((await worker.ask('numbers')) === 0, 'a program meets the numbers that it was given, however many there were before');
  const together = await worker.ask('together');
  check(
    together.wrong === 0 && together.most > 40_000 && together.most < 2 ** 26 && together.coming === 0,
    'tensors that are asked for together come',
    together,
  );
  check(programs <= 12, 'twenty shapes compile each of at most twelve kernels once', programs);
}

/** @param {Awaited<ReturnType<Awaited<ReturnType<typeof openWorkers>>['open']>>} worker */
async function training(worker) {
  const steps = isFew ? 20 : 1000;
  const { losses, tenth, last } = await worker.ask('train', { where: 'webgl', steps });
  const { losses: onCpu } = await worker.ask('train', { where: 'cpu', steps: Math.min(steps, 50) });
  check(
    onCpu.every((/** @type {number} */ loss, /** @type {number} */ i) => Math.abs(loss - losses[i]) < 1e-3),
    'a training has the losses that it has on the CPU',
    [onCpu.slice(0, 3), losses.slice(0, 3)],
  );
  check(last.dataIds <= tenth.dataIds + 8 && last.bytes <= tenth.bytes * 1.2, 'a training leaves the memory of the card as it was', [
    tenth,
    last,
  ]);
  check(last.allocated < 64 * 2 ** 20, 'its textures are bounded', last);
  console.log(`${steps} steps in one turn: ${JSON.stringify(tenth)} after the tenth, ${JSON.stringify(last)} after the last`);
}

/**
 * A card that is lost at a random moment of a training ends the training with a message. The next worker has a card
 * again.
 */
async function losing() {
  const seed = Date.now() % 2 ** 31;
  const random = randomOf(seed);
  const choose = (/** @type {number} */ count) => Math.floor(random() * count);
  const moments = Array.from({ length: isFew ? 1 : 20 }, () => ({
    step: 1 + choose(60),
    moment: ['begun', 'forward', 'backward', 'stepped'][choose(4)],
  }));
  let longest = 0;
  const workers = await openWorkers();
  const whole = [];
  try {
    for (const at of moments) {
      const losing = await workers.open();
      await losing.ask('start');
      const { told, ms } = await losing.ask('lose', at);
      longest = Math.max(longest, ms);
      const isTold = told.startsWith('RuntimeError: The graphics card was lost');
      check(isTold, `a card lost at ${JSON.stringify(at)} (seed ${seed})`, told.slice(0, 200));
      await losing.close();
      const next = await workers.open();
      await next.ask('start');
      whole.push((await next.ask('train', { where: 'webgl', steps: 3 })).losses);
      if (at === moments[0]) whole.push((await next.ask('train', { where: 'cpu', steps: 3 })).losses);
      await next.close();
    }
  } finally {
    await workers.close();
  }
  const isWhole = whole.every((losses) =>
    losses.every((/** @type {number} */ loss, /** @type {number} */ i) => Math.abs(loss - whole[0][i]) < 1e-3),
  );
  check(isWhole, 'the run after one that lost its card is as on the CPU', whole);
  check(longest < 1000, 'a run ends within a second of the loss of its card', longest);
  console.log(`${moments.length} moments of loss (seed ${seed}), at most ${longest.toFixed(1)} ms to the sentence`);
}

/** Numbers from 0 to 1. The same seed gives the same numbers. @param {number} seed */
function randomOf(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/**
 * Tests which device the setting auto chooses on this machine. A program on the CPU does the work of the card here, so
 * auto chooses the CPU.
 */
async function auto() {
  const page = await openRuns();
  try {
    const { told, device, rows } = await page.auto();
    check(
      told.length === 1 && /SwiftShader|llvmpipe|software/i.test(told[0]) && device === 'cpu',
      'auto takes the CPU, and says so once',
      told,
    );
    check(rows.length > 0, 'what measures a machine comes to figures', rows);
    console.log(`auto: ${told.join(' ')} ${JSON.stringify(rows)}`);
  } finally {
    await page.close();
  }
}

/** The run of an example in the process of a host under Node. @param {string} entry @returns {Promise<import('../../src/protocol/trace.js').Run>} */
async function underNode(entry) {
  const args = [path.join(root, 'dist/cli.mjs'), 'run', entry, '--passes', '0', '--json'];
  const { output } = await run(process.execPath, args, { cwd: path.join(root, 'examples'), allowFailure: true });
  return JSON.parse(output);
}

/** Runs examples and small models as whole fenced runs, and compares everything that the trace records. */
async function runs() {
  const folder = path.join(root, 'examples');
  const LOOP = `import * as torch from 'tensor-lens';
const w = torch.ones(3, { device: 'webgl', requires_grad: true });
for (let step = 0; ; step++) {
  w.mul(2).sum().backward();
  console.log(String(step));
  await new Promise((resolve) => setTimeout(resolve, 1));
}
`;
  const WHERE = `import * as torch from 'tensor-lens';
const x = torch.ones(2, { requires_grad: true });
console.log(String(x), torch.webgl.is_available(), typeof fetch, typeof OffscreenCanvas);
x.to('webgl').mul(3).sum().backward();
console.log(String(x.grad));
`;
  const ENDLESS = `import * as torch from 'tensor-lens';
torch.ones(2, { requires_grad: true }).sum().backward();
console.log('has begun');
while (true) {}
`;
  // The model first makes and releases about 700 megabytes in one turn. Then it makes as many and holds them.
  const HOLDS = `import * as torch from 'tensor-lens';
const all: torch.Tensor[] = [];
function steps(isHeld: boolean) {
  for (let i = 0; i < 90; i++) {
    const x = torch.ones(500, 1000, { requires_grad: true });
    x.mul(2).sum().backward();
    if (isHeld) all.push(x);
  }
}
steps(false);
console.log('let go');
steps(true);
`;
  const TRAINING = `import * as torch from 'tensor-lens';
torch.manual_seed(0);
const w = torch.randn(3, { requires_grad: true });
for (let step = 0; step < 40; step++) {
  w.mul(w).sum().backward();
  await new Promise((resolve) => setTimeout(resolve, 10));
}
console.log(String(w.grad));
`;
  // By tiles, sums of small whole numbers are as exact as one by one. Tiles need code that the worker loads.
  const TILES = `import * as torch from 'tensor-lens';
torch.manual_seed(0);
const found = (dtype: torch.dtype, rows: number): torch.Tensor[] => {
  torch.manual_seed(0);
  const [x, w] = [torch.randint(-4, 5, [8, 16, rows, 32]), torch.randint(-4, 5, [32, 16, 3, 3])].map((t) => t.to(dtype).requires_grad_());
  const y = torch.nn.functional.conv2d(x, w, { padding: 1 });
  y.mul(torch.arange(y.numel()).remainder(5).sub(2).view(y.shape)).sum().backward();
  return [y, x.grad!, w.grad!];
};
const same = (rows: number) => {
  const exact = found(torch.float64, rows);
  return found(torch.float32, rows).map((t, i) => t.double().equal(exact[i])).join(' ');
};
console.log(same(2));
console.log(same(32));
`;
  const texts = fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]);
  const files = {
    ...Object.fromEntries(texts),
    'loop.tl.ts': LOOP,
    'where.tl.ts': WHERE,
    'endless.tl.ts': ENDLESS,
    'holds.tl.ts': HOLDS,
    'training.tl.ts': TRAINING,
    'tiles.tl.ts': TILES,
  };
  const page = await openRuns();
  try {
    const all = Object.keys(files).filter((name) => /^\d.*\.tl\.ts$/.test(name));
    for (const entry of isFew ? ['09-dynamic-graph.tl.ts'] : all) {
      const onCpu = await page.run({ files, entry, backend: 'cpu', card: false, host: 'web' });
      const otherCpu = isFew ? null : differenceOf(await underNode(entry), onCpu);
      check(!otherCpu, `${entry} is the same on the CPU of both hosts`, otherCpu);
      for (const host of /** @type {const} */ (isFew ? ['page'] : ['web', 'page'])) {
        const done = await page.run({ files, entry, backend: 'webgl', card: true, host });
        check(done.status === 'ok' && done.backend === 'webgl', `${entry} runs on WebGL (${host})`, done.error);
        const difference = differenceOf(onCpu, done);
        check(!difference, `${entry} is the same on WebGL (${host})`, difference);
      }
    }
    check(compared > 50, 'values and gradients are compared', compared);
    console.log(`Whole runs: ${compared} values and gradients of both hosts and devices compared`);
    const named = await page.run({ files, entry: 'where.tl.ts', backend: 'cpu', card: true, host: 'page' });
    check(named.status === 'ok', 'a model that names the device has it', named.error);
    const lines = named.output.slice(-2);
    check(lines[0] === 'tensor([1., 1.], requires_grad=True) true undefined undefined', 'a model sees nothing but the engine', lines);
    check(lines[1] === 'tensor([3., 3.])', 'a gradient comes back to where its tensor is', lines);
    const without = await page.run({ files, entry: 'where.tl.ts', backend: 'cpu', card: false, host: 'web' });
    check(/^Could not run on device 'webgl'/.test(without.error?.message ?? ''), 'without a card the device is refused', without.error);
    const onCpu = /** @type {const} */ ({ files, backend: 'cpu', card: false, host: 'web' });
    const stopped = await page.run({ ...onCpu, entry: 'endless.tl.ts', then: 'stop' });
    const kept = [stopped.status, stopped.passes.length, stopped.error];
    check(
      JSON.stringify(kept) === '["cancelled",1,null]',
      'a run that hears no messages is stopped, and what it has computed is kept',
      kept,
    );
    const full = await page.run({ ...onCpu, entry: 'holds.tl.ts', tensorBytes: 128 * 2 ** 20 });
    check(full.output[0] === 'let go', 'tensors that are garbage do not count, within a turn too', full.error);
    check(
      /the limit for tensors (?:and arrays )?is 128(?:\.0)? MiB/.test(full.error?.message ?? ''),
      'tensors that are held count',
      full.error,
    );
    const tiles = await page.run({ ...onCpu, entry: 'tiles.tl.ts' });
    check(tiles.output.join() === 'true true true,true true true', 'convolutions by tiles are exact in a worker', [
      tiles.output,
      tiles.error,
    ]);
    const apart = await page.run({ ...onCpu, entry: 'tiles.tl.ts', part: "throw new Error('the code of tiles')" });
    check(
      apart.output.join() === 'true true true' && apart.error?.message === 'the code of tiles',
      'large convolutions in a worker are done by tiles, small ones are not',
      [apart.output, apart.error],
    );
    const steady = await page.run({ ...onCpu, entry: 'training.tl.ts' });
    for (const host of /** @type {const} */ (isFew ? ['web'] : ['web', 'page'])) {
      const lost = await page.run({ files, entry: 'training.tl.ts', backend: 'webgl', card: true, host, losesAfter: 150 });
      check(
        lost.output[0] === 'The graphics card was lost: the model runs once more, on the CPU.' && lost.backend === 'cpu',
        `a run whose card is lost comes to its end (${host})`,
        [lost.output, lost.error],
      );
      const difference = differenceOf(steady, lost);
      check(!difference && lost.output[1] === steady.output[0], `and has the numbers that it has on the CPU (${host})`, difference);
    }
    const asking = { files, entry: 'loop.tl.ts', backend: 'webgl', card: true, host: 'web', losesAfter: 151 };
    const ended = await page.run(/** @type {import('./runs.js').Asked} */ (asking));
    check(
      ended.status === 'error' && /^The graphics card was lost/.test(ended.error?.message ?? ''),
      'one that asks for the card ends with a sentence',
      ended.error,
    );
    for (const then of /** @type {const} */ (['stop', 'close'])) {
      const ended = await page.run({ files, entry: 'loop.tl.ts', backend: 'cpu', card: true, host: 'page', then });
      const wanted =
        then === 'stop'
          ? ['cancelled', undefined]
          : ['error', 'The page that computes on the graphics card was closed, so the run was ended.'];
      check(ended.status === wanted[0] && ended.error?.message === wanted[1], `${then} ends a run`, [ended.status, ended.error]);
    }
  } finally {
    await page.close();
  }
}

/** What the graph of a pass is, without its numbers. @param {import('../../src/protocol/trace.js').Pass} pass */
const graphOf = ({ nodes, edges }) => [
  ...nodes.map(({ id, key, kind, op, grad_fn, label, module, attributes, shape, dtype, requires_grad, in_graph }) => {
    // Only the device in the attributes differs.
    const said = attributes.replace(/(, )?device='[^']*'/, '');
    return JSON.stringify({ id, key, kind, op, grad_fn, label, module, said, shape, dtype, requires_grad, in_graph });
  }),
  ...edges.map(({ from, to, input, argument, broadcast }) => JSON.stringify({ from, to, input, argument, broadcast })),
];

/** The first difference of two runs of a program: of their graphs, and of values and gradients beyond what float32 explains. @param {import('../../src/protocol/trace.js').Run} a @param {typeof a} b */
function differenceOf(a, b) {
  const near = (/** @type {unknown} */ x, /** @type {unknown} */ y) =>
    x === y || (typeof x === 'number' && typeof y === 'number' && Math.abs(x - y) <= 1e-3 + 2e-3 * Math.max(Math.abs(x), Math.abs(y)));
  if (a.pass_count !== b.pass_count) return `${a.pass_count} and ${b.pass_count} passes`;
  // The passes that are kept between the first and the last may differ from run to run.
  for (const pass of a.passes) {
    const p = pass.index;
    const other = b.passes.find(({ index }) => index === p);
    if (!other) {
      if (p === 0 || p === a.pass_count - 1) return `pass ${p} was not kept`;
      continue;
    }
    const [graph, twins] = [graphOf(pass), graphOf(other)];
    const parted = graph.findIndex((line, i) => line !== twins[i]);
    if (parted >= 0 || graph.length !== twins.length) return `pass ${p}: ${graph[parted]} and ${twins[parted]}`;
    for (const [n, node] of pass.nodes.entries()) {
      const twin = other.nodes[n];
      for (const which of /** @type {const} */ (['value', 'grad'])) {
        const [x, y] = [node[which], twin?.[which]];
        const isAlike =
          x && y
            ? near(x.mean, y.mean) &&
              near(x.min, y.min) &&
              near(x.max, y.max) &&
              x.numel === y.numel &&
              x.nan === y.nan &&
              x.inf === y.inf &&
              // In late passes of long runs, only small tensors are recorded whole, and only if there is time.
              (!x.data || !y.data || x.data.every((entry, i) => near(entry, y.data?.[i])))
            : !x === !y;
        if (!isAlike) return `pass ${p}, node ${node.op ?? node.label}, ${which}: ${JSON.stringify([x?.mean, y?.mean])}`;
        compared += x?.data && y?.data ? x.data.length : x ? 1 : 0;
      }
    }
  }
  return null;
}

const workers = await openWorkers();
try {
  const worker = await workers.open();
  const { renderer } = await worker.ask('start');
  console.log(`WebGL by ${renderer}`);
  await seams(worker);
  await training(worker);
  await reference(worker);
} finally {
  await workers.close();
}
await losing();
await runs();
if (!isFew) await auto();
console.log(`${failures.map((failure) => `✗ ${failure}\n`).join('')}${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
