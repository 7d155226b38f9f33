// Runs the same work at every peer in turns, in short chunks, and compares the times.
import { webgl } from './card.mjs';
import { jax, ours, pytorch, tensorflow } from './peers.mjs';
import { works } from './works.mjs';

const ROUNDS = 24;
/** The fewest chunks. A slow peer gets fewer chunks, but at least this many. */
const LEAST = 5;
const LONG_MS = 2000;

/** The first quartile of the times. A busy machine makes times longer, never shorter. @param {number[]} times */
const quartile = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? NaN;

/** The bytes that one thread copies in a µs. Reading and writing both count. */
function bandwidth() {
  const [from, to] = [new Float32Array(1_000_000).fill(1), new Float32Array(1_000_000)];
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    to.set(from);
    return 1000 * (performance.now() - start);
  });
  return 8e6 / quartile(times);
}

/** @type {Record<string, () => import('./peers.mjs').Peer | null | Promise<import('./peers.mjs').Peer | null>>} */
const PEERS = { PyTorch: pytorch, 'tfjs wasm': () => tensorflow('wasm'), 'tfjs cpu': () => tensorflow('cpu'), 'jax-js': jax, webgl };

/**
 * @typedef {{ work: string, us: Record<string, number>, memory?: number }} Line
 * @param {RegExp} wanted names of works
 * @param {RegExp} without names of peers to leave out
 */
export async function compare(wanted, without) {
  const asked = Object.entries(PEERS).filter(([name]) => !without.test(name));
  const peers = [ours(), ...(await Promise.all(asked.map(([, start]) => start()))).filter((p) => p !== null)];
  const speed = bandwidth();
  /** @type {Line[]} */
  const lines = [];
  for (const work of works.filter(({ name }) => wanted.test(name))) {
    /** @type {{ name: string, runner: import('./peers.mjs').Runner, times: number[], spent: number }[]} */
    const runners = [];
    for (const peer of peers) {
      const runner = await peer.start(work);
      if (runner) runners.push({ name: peer.name, runner, times: [], spent: 0 });
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const r of runners) {
        if (round >= LEAST && r.spent > LONG_MS) continue;
        const start = performance.now();
        r.times.push(await r.runner.chunk());
        r.spent += performance.now() - start;
      }
    for (const { runner } of runners) runner.end?.();
    const us = Object.fromEntries(runners.map(({ name, times }) => [name, quartile(times)]));
    lines.push({ work: work.name, us, ...(work.bytes && { memory: work.bytes / speed }) });
  }
  for (const peer of peers) peer.end();
  return { node: process.version, peers: peers.map(({ name, version }) => ({ name, version })), bandwidth: speed * 1e6, lines };
}

/** @param {Awaited<ReturnType<typeof compare>>} found */
export function tableOf({ peers, bandwidth: speed, lines }) {
  const others = peers.slice(1).map(({ name }) => name);
  const heads = ['ours, µs', ...others.map((name) => `× ${name}`), '× memory'];
  const rows = lines.map(({ work, us, memory }) => {
    const mine = Number(us.ours);
    const ratios = others.map((name) => (us[name] === undefined ? '' : (us[name] / mine).toPrecision(2)));
    return [work, mine < 10 ? mine.toFixed(2) : mine.toFixed(0), ...ratios, memory ? (memory / mine).toPrecision(2) : ''];
  });
  const all = [['', ...heads], ...rows].map(([name, ...cells]) => `| ${[name, ...cells].join(' | ')} |`);
  return [
    `${peers.map(({ name, version }) => `${name} ${version}`).join(', ')}; one thread copies ${(speed / 1e9).toFixed(1)} GB/s.`,
    'More than 1 × means that we are that many times as fast; × memory is the share of what the memory allows.',
    '',
    all[0],
    `|${' --- |'.repeat(heads.length + 1)}`,
    ...all.slice(1),
  ].join('\n');
}
