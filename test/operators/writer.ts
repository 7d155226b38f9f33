/** Programs made up at random, the same for the same seed: of values of every kind, and of every construct that has operators in it. */

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BINARY = '+ - * / % ** & | ^ << >> < <= > >= == != === !== && || ??'.split(' ');
const COMPOUND = '+= -= *= /= %= &= |= ^= **= ||= &&= ??='.split(' ');
const LITERALS = [
  '0',
  '1',
  '2.5',
  '-3',
  '7',
  '"a"',
  '""',
  '"4"',
  'null',
  'undefined',
  'true',
  'false',
  'NaN',
  '3n',
  '[1, 2]',
  '[]',
  '{ k: 1 }',
];

class Writer {
  private readonly random: () => number;
  private readonly names = ['a', 'b', 'c'];

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  private get name(): string {
    return this.pick(this.names);
  }

  /** A place that can be assigned to; what is called on the way tells that it was. */
  private get place(): string {
    return this.pick([
      this.name,
      this.name,
      'o.k',
      'o.n',
      'l[0]',
      'l[i]',
      'o["k"]',
      'at(o).k',
      'at(l)[1]',
      'at(l)[at(i)]',
      'o.in.v',
      'm[i][0]',
      'm[at(0)][i]',
      'l[9, 0]',
    ]);
  }

  expression(depth: number): string {
    if (depth <= 0) return this.pick([this.name, this.name, this.pick(LITERALS), this.place, 'i']);
    const inner = () => this.expression(depth - 1);
    return this.pick<() => string>([
      () => this.binary(inner(), inner()),
      () => this.binary(inner(), inner()),
      () => this.binary(inner(), inner()),
      () => `${this.pick(['-', '~', '!', '+', 'typeof ', 'void '])}(${inner()})`,
      () => `(${inner()} ? ${inner()} : ${inner()})`,
      () => `t(${inner()})`,
      () => `(${this.place} ${this.pick(COMPOUND)} ${inner()})`,
      () => `(${this.place} = ${inner()})`,
      () => `[${inner()}, ${inner()}][${this.pick(['0', '1', 'i'])}]`,
      () => `{ k: ${inner()}, [String(${inner()})]: 1 }.k`.replace(/^/, '(').replace(/\.k$/, ').k'),
      () => `((x: any, y: any = ${this.pick(LITERALS)}) => ${this.pick(['x + y', 'x ** 2 == y', 'x && y', '-x'])})(${inner()})`,
      () => `\`<\${${inner()}}>\``,
      () => `o?.${this.pick(['k', 'in?.v', 'no?.[t(1)]', 'f?.(2)'])}`,
      () => `(${this.pick(['++', '--'])}${this.place})`,
      () => `(${this.place}${this.pick(['++', '--'])})`,
      () =>
        `[1, 2, 3].${this.pick(['map', 'filter', 'some', 'find'])}((v: any, j) => ${this.pick(['v * 2', 'v > j', 'v && j', 'v - 1 || "z"'])})`,
      () => `(${inner()}, ${inner()})`,
      () => `(await ${inner()})`,
    ])();
  }

  /** `**` takes no sign on its left, and `??` no `&&` beside it. */
  private binary(a: string, b: string): string {
    return `((${a}) ${this.pick(BINARY)} (${b}))`;
  }

  statement(depth: number): string {
    const value = () => this.expression(2);
    const body = () => (depth <= 0 ? `log(${value()});` : this.statement(depth - 1));
    return this.pick<() => string>([
      () => `log(${value()});`,
      () => `log(${value()}, ${value()});`,
      () => `${this.place} ${this.pick(COMPOUND)} ${value()};`,
      () => `${this.place} = ${value()};`,
      () => `${this.place}${this.pick(['++', '--'])};`,
      () => `${this.pick(['++', '--'])}${this.place};`,
      () => `if (${value()}) { ${body()} } else ${body()}`,
      () => `for (let j = 0; j < 3 && t(j) != ${this.pick(['1', '2', 'a'])}; j++) { ${body()} }`,
      () => `for (const v of [${value()}, ${value()}]) { log(v); ${body()} }`,
      () => `{ let n: any = 3; while (n--) { ${body()} if (${value()}) break; } }`,
      () => `{ const [p, q = ${value()}]: any = [${value()}]; log(p, q); }`,
      () => `{ const { k, z = ${value()} }: any = o; log(k, z); }`,
      () => `[${this.place}, ${this.place}] = [${value()}, ${value()}];`,
      () => `({ k: ${this.place}, z: ${this.place} = ${value()} } = { k: ${value()} } as any);`,
      () => `switch (${value()}) { case 1: ${body()} break; case ${value()}: log("hit"); default: ${body()} }`,
      () => `try { ${body()} } catch (e: any) { log(e.name, e.message); } finally { log("end"); }`,
      () =>
        `{ const g = (function* (x: any): any { const y = yield x ${this.pick(['+', '*', '<'])} 1; return y ${this.pick(['+', '&&', '=='])} x; })(${value()}); log(g.next().value, g.next(${value()}).value); }`,
      () =>
        `{ class K { v: any = ${this.pick(LITERALS)}; get w() { log("w"); return this.v; } set w(x: any) { this.v = x; } up(x: any) { this.w ${this.pick(COMPOUND)} x; return this.v; } } log(new K().up(${value()})); }`,
      () => `log(${this.place} ${this.pick(['&&', '||', '??'])} ${value().replace(/^/, '(')}));`,
    ])();
  }
}

/** Texts of `count` programs as functions of one module, each run on its own values. */
export function madeUp(firstSeed: number, count: number): string {
  const programs = Array.from({ length: count }, (_, i) => {
    const writer = new Writer(firstSeed + i);
    const lines = Array.from({ length: 6 }, () => `  ${writer.statement(1)}`).join('\n');
    return `run(${firstSeed + i}, async (log) => {
  let a: any = 2, b: any = "x", c: any = [3];
  const o: any = { k: 4, get n() { log("n"); return this.hidden ?? 1; }, set n(v) { this.hidden = v; }, in: { v: 5 }, f: (x: any) => x + 1 };
  const l: any = [1, 2, 3], m: any = [[1, 2], [3, 4]];
  let i: any = 1;
  const t = (v: any) => (log("t", v), v), at = (v: any) => (log("at"), v);
${lines}
  log(a, b, c, o, l, m, i);
});`;
  });
  return `const jobs: (() => Promise<void>)[] = [];
function run(n: number, body: (log: (...values: any[]) => void) => Promise<void>) {
  jobs.push(async () => { log("#", n); try { await body(log); } catch (e: any) { log("!", e.name, e.message); } });
}
${programs.join('\n')}
for (const job of jobs) await job();`;
}
