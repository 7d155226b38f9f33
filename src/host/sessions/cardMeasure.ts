/** The program that measures a machine. It does training steps with matrices of several sizes on both devices, and prints the times. */
import type { Program } from '../../protocol/runnerApi.js';
import type { Row } from './faster.js';

const ENTRY = 'graphics-card.tl.ts';

/** A module in compiled form. The smallest matrices come first, and sizes that would take too long are left out. */
const CODE = `const torch = require('tensor-lens');
const MOST_MS = 400;
const step = (device, n) => {
  const x = torch.full([n, n], 0.5, { device });
  const w = torch.full([n, n], 0.001, { device, requires_grad: true });
  x.matmul(w).relu().mul(2).sum().backward();
  w.grad.sum().item();
};
const best = (device, n) => {
  let least = Infinity;
  for (let i = 0; i < 4; i++) {
    const began = Date.now();
    let steps = 0;
    while (Date.now() - began < 10) step(device, n), steps++;
    // The first time, programs of the card are linked.
    if (i === 0) continue;
    least = Math.min(least, (Date.now() - began) / steps);
    if (Date.now() - began > MOST_MS) break;
  }
  return least;
};
if (torch.webgl.is_available())
  for (const n of [32, 64, 128, 256, 512, 1024]) {
    const [cpu, webgl] = [best('cpu', n), best('webgl', n)];
    if (cpu < Infinity && webgl < Infinity) console.log(JSON.stringify({ elements: n * n, cpu, webgl }));
    if (Math.max(cpu, webgl) > MOST_MS / 4) break;
  }
`;

const programOf = (code: string): Program => ({
  entry: ENTRY,
  modules: [{ file: ENTRY, code, imports: { 'tensor-lens': 'tensor-lens' }, names: [] }],
  sites: [],
});

export const measuring = programOf(CODE);
/** A program that does nothing: the document of its run names the card. */
export const naming = programOf('');

/** The rows in the printed lines. */
export const rowsIn = (lines: readonly string[]): Row[] =>
  lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Row);
