/** Models that end their process, exhaust it or block it. The tests of runs and the suite inside VS Code run them. */

/** Three passes and a printed line. They must be kept, whatever follows on line 8. */
export const BEGINNING = `import * as torch from 'tensor-lens';
const w = torch.ones(1, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.mul(i + 1).sum().backward();
  console.log('pass', i);
}
console.log('begun');
`;

export const MEMORY =
  /^The run was ended: it used more memory than JavaScript gives it\.$|can't allocate memory|would be longer here than JavaScript allows/;
/** The message on a fast machine, which reaches this limit before the time limit. */
const ARRAYS = /^The run was ended: its arrays hold \d+ MiB, and the limit for tensors and arrays is 256 MiB\.$/;
export const TIME = /^The run was ended after \d+ s, (?:its time limit|the time limit of the setting tensorLens\.timeLimit)\.$/;

/** Programs that end, exhaust or block their process, each with the expected message. */
export const CASES: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['a split into 200 million parts', `'a,'.repeat(2e8).split(',');`, MEMORY],
  ['a spread of 2^28 letters', `[...'a'.repeat(2 ** 28)];`, MEMORY],
  ['a list without an end', `const a: unknown[] = []; for (;;) a.push(new Array(1e5).fill(a.length));`, MEMORY],
  [
    'texts without an end',
    `const a: string[] = []; for (let i = 0; ; i++) a.push(String(i).padEnd(1e5, 'x').split('').reverse().join(''));`,
    MEMORY,
  ],
  ['a map without an end', `const m = new Map(); for (let i = 0; ; i++) m.set(i, [i, i, i, i]);`, MEMORY],
  ['a list of 2^32 - 1 zeros', `new Array(2 ** 32 - 1).fill(0);`, new RegExp(`${MEMORY.source}|${TIME.source}`)],
  ['a JSON text that grows', `let o: unknown = 'x'.repeat(1e6); for (;;) o = JSON.stringify([o, o]);`, MEMORY],
  ['arrays of numbers without an end', `const a: unknown[] = []; for (;;) a.push(new Float64Array(1e5).fill(1));`, ARRAYS],
  ['tensors that are too large', `const a: unknown[] = []; for (;;) a.push(torch.ones(1000, 1000).mul(2));`, MEMORY],
  ['a loop', `for (;;);`, TIME],
  ['a loop that catches everything', `for (;;) { try { w.mul(2); } catch {} }`, TIME],
  ['a loop that waits', `for (;;) await null;`, TIME],
  ['a regular expression that backtracks', `/^(a+)+$/.test('a'.repeat(40) + '!');`, TIME],
  [
    'a sort of 2^24 numbers by a function',
    `Array.from({ length: 2 ** 22 }, (_, i) => (i * 7919) % 104729).sort((a, b) => { for (let k = 0; k < 50; k++) a += k - k; return a - b; });`,
    TIME,
  ],
  [
    'a sort of 2^25 numbers, again and again',
    `const s = new Float64Array(2 ** 25).map((_, i) => (i * 7919) % 104729); s.sort(); s.reverse(); s.sort();`,
    new RegExp(`${MEMORY.source}|${TIME.source}|${ARRAYS.source}`),
  ],
  ['a promise that nobody keeps', `await new Promise(() => {});`, TIME],
  ['a wait for what is no promise', `await ({ then() {} } as any);`, TIME],
  ['an interval that nobody ends', `setInterval(() => {}, 5);`, TIME],
  ['a timer that sets itself', `const f = () => void setTimeout(f, 0); f();`, TIME],
  ['microtasks without an end', `const f = (): unknown => Promise.resolve().then(f); await f();`, TIME],
  ['a generator that does not end', `function* g() { for (;;) yield 1; } for (const x of g()) x;`, TIME],
  ['a recursion of two branches', `const f = (n: number): number => (n < 2 ? n : f(n - 1) + f(n - 2)); f(60);`, TIME],
  [
    'a number of a billion digits',
    `let n = 3n; for (;;) n *= n;`,
    new RegExp(`${MEMORY.source}|${TIME.source}|more digits here than JavaScript allows`),
  ],
  [
    'a replacement of nothing by much',
    `let t = 'x'; for (;;) t = t.replace(/x/g, 'xxxxxxxxxx');`,
    new RegExp(`${MEMORY.source}|${TIME.source}`),
  ],
  [
    'requests without an end',
    `for (;;) { torch.load('x.npy').catch(() => 0); await null; }`,
    new RegExp(`${MEMORY.source}|${TIME.source}`),
  ],
  ['an error whose name is a megabyte', `const e = new Error('m'); e.name = '\\x1b[31m' + 'N'.repeat(2 ** 20); throw e;`, /^m$/],
  [
    'an error that fails when it is read',
    `throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } });`,
    /does not say what is wrong/,
  ],
  [
    'an error whose stack is written by the model',
    `const e: any = new Error('m'); e.stack = 'at model-file:0/m.tl.ts:9999:1\\nat model-file:7/n:1:1'; throw e;`,
    /^m$/,
  ],
  ['a rejection of nothing that nobody handles', `Promise.reject(null); await new Promise(() => {});`, /threw what is no Error: null$/],
  [
    'a module whose class has a function for a name, and a field a name of a megabyte',
    `const k = 'k'.repeat(2 ** 20); class N extends torch.nn.Module { static name = () => 1; forward(x: any) { (this as any)[k] ??= new torch.nn.Linear(1, 1); return (this as any)[k](x); } } new (N as any)()(w).sum().backward(); throw new Error('m');`,
    /^m$/,
  ],
  [
    'a call of more arguments than there may be',
    `torch.ones(1).index(...(new Array(2e6).fill(0) as any));`,
    /^Functions call each other without an end here/,
  ],
  ['a call of what is missing', `(w as any).mul(2).nothing();`, /^\.nothing is not a function: /],
  ['a recursion without an end', `const f = (): number => f() + 1; f();`, /^Functions call each other without an end here/],
];
