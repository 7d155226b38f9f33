/** The Mersenne Twister in vectors: the same numbers as those of random/mt19937.ts, many at once. */
import type { TypedArray } from '../../../dtype.js';
import type { Code } from './assembler/bytes.js';
import { bump, iff, repeat, set, setLesser, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn } from './assembler/module.js';
import { CHUNK } from './maps.js';
import { build, type Exports } from './runtime.js';
import { RESERVED, stage, stagingMemory } from './staging.js';

const N = 624;
const M = 397;
/** Behind the state, its first words are repeated: the last ones are computed from their neighbours there. */
const ROOM = N + 8;

/** The words at an address, from their neighbours and from the words at `other`. */
const next = (at: Local, other: Code, [upper, lower]: readonly [Local, Local]): Code => [
  [set(upper, v.and(v.load(at), v.iconst(0x80000000))), set(lower, v.load(at, 4))],
  set(upper, v.shru(v.or(upper, v.and(lower, v.iconst(0x7fffffff))), i32.const(1))),
  set(lower, v.and(v.isub(v.iconst(0), v.and(lower, v.iconst(1))), v.iconst(0x9908b0df))),
  set(upper, v.xor(v.xor(upper, lower), other)),
  v.store(at, upper),
];

const temper = (x: Local): Code => [
  set(x, v.xor(x, v.shru(x, i32.const(11)))),
  set(x, v.xor(x, v.and(v.shl(x, i32.const(7)), v.iconst(0x9d2c5680)))),
  set(x, v.xor(x, v.and(v.shl(x, i32.const(15)), v.iconst(0xefc60000)))),
  set(x, v.xor(x, v.shru(x, i32.const(18)))),
];

/** (state, the number of its next word, count, out). Returns the number of the next word then. */
const words = fn(
  'words',
  'iiii',
  ([state, at, count, out], local) => {
    const pair = [local('v'), local('v')] as const;
    const [x] = pair;
    const [p, q, left, some] = [local('i'), local('i'), local('i'), local('i')] as const;
    const ahead = next(p, v.load(p, 4 * M), pair);
    const behind = next(p, v.load(i32.sub(p, i32.const(4 * (N - M)))), pair);
    const times = (n: number, body: Code): Code => [set(left, i32.const(n)), repeat([body, bump(p, 16), bump(left, -1)], left)];
    const vectors = Math.ceil((N - M) / 4);
    const twist = [
      [set(p, state), times(1, [ahead, v.store(state, x, 4 * N)]), times(vectors - 1, ahead), times(N / 4 - vectors, behind)],
      set(at, i32.const(0)),
    ];
    return [
      repeat(
        [
          iff(i32.eq(at, i32.const(N)), twist),
          setLesser(some, i32.sub(i32.const(N), at), count),
          [set(p, i32.add(state, i32.shl(at, i32.const(2)))), set(q, out), set(left, some)],
          repeat([set(x, v.load(p)), temper(x), v.store(q, x), bump(p, 16), bump(q, 16), bump(left, -4)], i32.gt(left, i32.const(0))),
          [set(at, i32.add(at, some)), set(out, i32.add(out, i32.shl(some, i32.const(2)))), set(count, i32.sub(count, some))],
        ],
        count,
      ),
      at,
    ];
  },
  'i',
);

/** Words become numbers with 24 bits, in their place: (address, count). */
const uniform = fn('uniform', 'ii', ([at, count]) => {
  const number = v.mul(v.toFloat(v.and(v.load(at), v.iconst(0xffffff))), v.const(2 ** -24));
  return repeat([v.store(at, number), bump(at, 16), bump(count, -4)], i32.gt(count, i32.const(0)));
});

/** Pairs of words become `value` where their 53 bits are less than a limit, else 0, in their place: (address, count, limit, value). */
const trials = fn('trials', 'iiiif', ([from, count, high, low, value], local) => {
  const [a, b, h, l, hit] = ['v', 'v', 'v', 'v', 'v'].map(() => local('v')) as [Local, Local, Local, Local, Local];
  const [p, to] = [local('i'), local('i')];
  const sign = v.iconst(0x80000000);
  return [
    [set(p, from), set(to, from), set(h, v.isplat(high)), set(l, v.xor(v.isplat(low), sign)), set(hit, v.splat(value))],
    repeat(
      [[set(a, v.load(p)), set(b, v.load(p, 16))], store(to, a, b, h, l, hit, sign), [bump(p, 32), bump(to, 16), bump(count, -4)]],
      i32.gt(count, i32.const(0)),
    ),
  ];
});

function store(to: Local, a: Local, b: Local, high: Local, low: Local, hit: Local, sign: Code): Code {
  const upper = v.and(v.shuffle(a, b, [0, 2, 4, 6]), v.iconst(0x1fffff));
  const isLower = v.ilt(v.xor(v.shuffle(a, b, [1, 3, 5, 7]), sign), low);
  return v.store(to, v.and(v.or(v.ilt(upper, high), v.and(v.ieq(upper, high), isLower)), hit));
}

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([words, uniform, trials], memory));
}

/** Fewer numbers are drawn one by one. */
const FEWEST = 1024;

/** What becomes of the words: see the functions of Mt19937. */
export type Draw = { readonly p: number; readonly value: number } | null;

/**
 * Fills a part of an array with random numbers. Returns the number of the state's next word; null when it cannot, and then changes
 * nothing.
 */
export function drawVectors(state: Uint32Array, at: number, data: TypedArray, from: number, to: number, trial: Draw): number | null {
  const run = to - from < FEWEST ? null : load();
  if (!run) return null;
  const place = RESERVED / 4;
  const floats = stage(ROOM + 2 * CHUNK + 8);
  const kept = new Uint32Array(floats.buffer, 4 * place, N);
  kept.set(state);
  const start = place + ROOM;
  // A fraction of a number is decided as the whole number above it is.
  const limit = trial ? Math.ceil(trial.p * 2 ** 53) : 0;
  for (let i = from; i < to; i += CHUNK) {
    const count = Math.min(CHUNK, to - i);
    at = run.words(4 * place, at, trial ? 2 * count : count, 4 * start);
    if (trial) run.trials(4 * start, count, Math.floor(limit / 2 ** 32), limit % 2 ** 32, trial.value);
    else run.uniform(4 * start, count);
    data.set(floats.subarray(start, start + count), i);
  }
  state.set(kept);
  return at;
}
