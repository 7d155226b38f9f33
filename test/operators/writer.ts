/**
 * Writes random statements with values of every kind, in every construct that contains operators. The same seed gives
 * the same statements.
 */

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

/** The statements use the names that `madeUp` declares. */
export class Writer {
  private readonly random: () => number;
  private readonly names = ['a', 'b', 'c'];
  /** True where `await` is allowed: not in a class, a getter, or a plain function. */
  private canWait = true;
  private labels = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  private get name(): string {
    return this.pick(this.names);
  }

  /** A place that can be assigned to. Functions called on the way log their calls. */
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
      () => (this.canWait ? `(await ${inner()})` : inner()),
      ...this.moreExpressions(inner),
    ])();
  }

  /** Calls, chains, spread, objects that convert themselves, private names, and the operators that are words. */
  private moreExpressions(inner: () => string): (() => string)[] {
    const key = () => this.pick(['"k"', '"n"', '"zz"', `t("k")`, '`n`', '0']);
    return [
      () => `(${key()} in ${this.pick(['o', 'l', 'o.in', 'at(o)'])})`,
      () => `((${inner()}) instanceof ${this.pick(['Array', 'Object', 'Even', '(t(0), Date)'])})`,
      () => `(delete ${this.pick(['o.zz', 'o[t("k")]', 'at(o).k', 'o?.in?.v', 'l[at(7)]'])})`,
      () => `sum(${inner()}, ...it(${inner()}), ${inner()})`,
      () => `[...it(${inner()}), ${inner()}, , ${inner()}].length`,
      () => `({ ...${this.pick(['o.in', 'null', 'l', `{ k: ${inner()} }`])}, z: ${inner()} }).z`,
      () => `tag\`a\${${inner()}}b\${${inner()}}\``,
      () =>
        `self(${inner()}) ${this.pick(['+', '*', '<', '==', '>=', '**', '&', '!='])} ${this.pick(['1', '"a"', `(${inner()})`])}`.replace(
          /^.*$/s,
          '($&)',
        ),
      () => `${this.pick(['-', '+', '~', '!'])}self(${inner()})`,
      () => `o[${inner()} as any]`,
      () => `o.${this.pick(['f?.', 'g?.', 'f'])}(${inner()})`,
      () => `at(o)?.[${key()}]`,
      () => `o.no?.k.boom[${inner()} as any]`,
      () => `(o.f ?? t)(${inner()})`,
      () => `(${inner()} as any)?.[${this.pick(['0', 'i', '"length"'])}]`,
      () => `new P(${inner()}).${this.pick(['up(2)', 'both', 'has(o)', '#no'])}`.replace('.#no', '.is(1)'),
      () => `P.all[${this.pick(['0', 'i', 'at(0)'])}]`,
      () =>
        `maybe(() => ${this.pick(['7n', 'big', '(-2n)'])} ${this.pick(['+', '*', '-', '<', '==', '%', '**', '|', '<<'])} ${this.pick(['2n', 'big', '3', `(${this.noWait(inner)})`])})`,
      () =>
        `(([x, { y = ${this.noWait(inner)}, ...r } = { y: 2 } as any]: any) => [x + y, r])([${inner()}, ${this.pick(['{ y: 1, q: 2 }', 'undefined'])}])[0]`,
      () =>
        `(function (this: any, x: any) { return arguments.length * x + (this?.k ?? 1); }).call(${this.pick(['o', 'null', 'o.in'])}, ${inner()})`,
      () => `${this.pick(['/a+/', '/[+*/]/g'])}.test(String(${inner()}))`,
      () => `(${inner()})?.toString?.()`,
      () =>
        `typeof (${inner()}) ${this.pick(['==', '!=', '==='])} ${this.pick(['"number"', '"string"', 'typeof a'])}`.replace(/^.*$/s, '($&)'),
    ];
  }

  private noWait(write: () => string): string {
    const before = this.canWait;
    this.canWait = false;
    const text = write();
    this.canWait = before;
    return text;
  }

  /** `**` allows no sign on its left, and `??` no `&&` beside it. */
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
      ...this.moreStatements(value, body),
    ])();
  }

  private moreStatements(value: () => string, body: () => string): (() => string)[] {
    const still = (): string => this.noWait(value);
    const label = `L${++this.labels}`;
    return [
      () =>
        `${label}: for (const x of [1, 2, 3]) { for (const y of [x, ${value()}]) { if (y == x) continue ${label}; if (${value()}) break ${label}; log(x, y); } ${body()} }`,
      () => `${label}: { if (${value()}) break ${label}; ${body()} log("in"); }`,
      () => `{ let n: any = 0; do { n += 1; ${body()} } while (n < 2 && ${value()}); log(n); }`,
      () =>
        `for (const k in ${this.pick(['o.in', 'l', '{ x: 1, y: 2 } as any', '"ab" as any'])}) { log(k, k + ${value()}); if (k == ${value()}) continue; ${body()} }`,
      () => `for (let x = 0, y: any = ${value()}; x < 2; x++, y = y ${this.pick(['+', '-', '&&', '||'])} x) { log(x, y); ${body()} }`,
      () => `for (${this.place} of [${value()}, ${value()}]) { ${body()} }`,
      () => `for (const { k = ${value()}, ...r } of [{ k: ${value()} }, { z: 2 }] as any[]) { log(k, r); }`,
      () =>
        `{ const [p = ${value()}, { q: [u = ${value()}] = [${value()}] } = { q: [] }, ...r]: any = [${this.pick(['undefined', value()])}, { q: [${this.pick(['', value()])}] }, ${value()}]; log(p, u, r); }`,
      () =>
        `{ const { [t(${value()}) as any]: p = ${value()}, in: { v: q = 3 }, ...r }: any = { ...o, f: 0 }; log(p, q, Object.keys(r)); }`,
      () => `({ k: ${this.place} = ${value()}, in: [${this.place} = ${value()}] = [${value()}] } = { k: undefined, in: [] } as any);`,
      () =>
        `{ class C extends P { static n: any = ${still()}; static { this.n ${this.pick(COMPOUND)} ${still()}; C.n++; } ["f" + 1]: any = ${still()}; #q: any = ${still()}; w = this.#q ${this.pick(['+', '*', '==', '&&'])} ${still()}; get both(): any { return super.both ${this.pick(['+', '*', '<'])} this.#q; } mix(x: any): any { this.#q ${this.pick(COMPOUND)} x; super.k ${this.pick(['+=', '-=', '||='])} 1; return [this.#q, this.k, #q in this, new.target === undefined]; } static make(x: any): any { return new this(x).#q; } } log(C.n, new C(${value()}).mix(${value()}), (new C(1) as any).f1, new C(2).w, new C(2).both, C.make(3)); }`,
      () =>
        `{ const g = (function* (x: any): any { try { const y = (yield x) ${this.pick(['+', '*', '<', '||'])} (yield* [x, 2]); yield { y, z: x ${this.pick(['-', '=='])} (yield) }; } finally { log("closed", x + 1); } })(${value()}); log(g.next(), g.next(${value()}), g.next(), g.next(${value()}), ${this.pick(['g.return(5)', 'g.next(1)'])}); log([...g]); }`,
      () =>
        `{ const g = async function* (n: any): any { for (let x = 0; x < 2; x++) { const y = yield (await n) ${this.pick(['+', '*', '-'])} x; log("got", y || ${value()}); } }; for await (const v of g(${value()})) { log(v); ${body()} } }`,
      () =>
        `{ const f = async (x: any, y: any = x ${this.pick(['+', '<', '&&'])} 1, ...r: any[]) => { o.k += await x; l[await 0] ${this.pick(COMPOUND)} await y; return (await x) ${this.pick(['*', '+', '=='])} (await y) + r.length; }; log(await f(${value()}), await Promise.all([f(1), f(${value()}, 2, 3)])); }`,
      () =>
        `{ const f = (x: any): any => { try { if (x ${this.pick(['>', '==', '!='])} ${still()}) return x + 1; throw x; } catch (e: any) { return e ${this.pick(['+', '*', '&&'])} 2; } finally { log("last", x); } }; log(f(${value()}), f(1)); }`,
      () =>
        `{ const fs: any[] = []; for (let x: any = 0; x < 3; x++) fs.push((y: any) => (x += y) * ${this.pick(['2', 'i', 'a'])}); log(fs.map((f) => f(${still()})), fs[1](1)); }`,
      () =>
        `{ var v1: any = ${value()}; v1 ${this.pick(COMPOUND)} ${value()}; log(v1); function h(x: any): any { return x ? h(x - 1 > 0 ? 0 : x - x) + 1 : v1; } log(h(1)); }`,
      () =>
        `{ const p: any = new Proxy({ n: ${value()} } as any, { get: (on, k) => (log("get", k), on[k]), set: (on, k, v) => (log("set", k, v), (on[k] = v), true), has: (on, k) => (log("has", k), k in on), deleteProperty: (on, k) => (log("del", k), delete on[k]) }); p.n ${this.pick(COMPOUND)} ${value()}; p[t("n")] ${this.pick(COMPOUND)} ${value()}; log(p.n++, --p["n"], "n" in p, delete p.n, p?.n); }`,
      () =>
        `{ let w: any = ${value()}, z: any; z = w ${this.pick(COMPOUND)} ${this.place} = ${value()}; log(w, z, void ${value()}, (w, z)); }`,
      () => `if (${this.place} ${this.pick(COMPOUND)} ${value()}) log("yes"); else if (!(${value()}) || ${value()}) ${body()}`,
      () =>
        `switch (typeof (${value()})) { case "number": case "bigint": log("n"); ${body()} case "string": { let a: any = ${value()}; a += 1; log(a); break; } default: log(a); }`,
      () =>
        `{ const a: any = ${this.pick(LITERALS)}; log(a ${this.pick(BINARY.slice(0, 8))} ${this.pick(['1', '"x"', 'i'])}); { let b: any = a; b ${this.pick(COMPOUND)} ${value()}; log(b, a); } try { (a as any) ${this.pick(COMPOUND)} 1; } catch (e: any) { log(e.message); } }`,
    ];
  }
}
