/**
 * Makes random programs with values of every kind and with every construct that contains operators. The same seed gives
 * the same programs.
 */
import { Writer } from './writer.js';

/** The functions that the programs can call. Most of them log that they were called. */
const SHARED = `
const t = (v: any) => (log("t", v), v), at = (v: any) => (log("at"), v), big: any = 12n;
const it = (v: any): any => (Array.isArray(v) || typeof v === "string" ? v : [v]);
const sum = (...xs: any[]): any => xs.reduce((all, x) => all + x);
const tag = (s: any, ...xs: any[]): any => s.raw.join("|") + xs.map((x) => x + 1);
const maybe = (f: any): any => { try { return f(); } catch (e: any) { log(e.name); return 1; } };
const self = (v: any): any => ({ [Symbol.toPrimitive](hint: string) { log("as", hint); return hint == "string" ? "text" : typeof v == "object" ? 7 : v; } });
class Even { static [Symbol.hasInstance](v: any) { log("is", v); return v % 2 == 0; } }
class P {
  static all: any = [1, P.name.length * 2];
  #v: any; k: any = 1;
  constructor(v: any) { this.#v = v; }
  get both(): any { return this.#v + this.k; }
  get #mine(): any { return this.#v; }
  set #mine(v: any) { log("mine", v); this.#v = v; }
  up(n: any): any { this.#mine += n; this.#v **= 1; (this as any).k++; return this.#v; }
  has(v: any): any { return #v in v; }
  is(n: any): any { return this.#mine == n || -this.k; }
}`;

/** The texts of `count` programs, as functions of one module. Each program runs on its own values. */
export function madeUp(firstSeed: number, count: number): string {
  const programs = Array.from({ length: count }, (_, i) => {
    const writer = new Writer(firstSeed + i);
    const lines = Array.from({ length: 5 }, () => `  ${writer.statement(1)}`).join('\n');
    return `run(${firstSeed + i}, async () => {
  let a: any = 2, b: any = "x", c: any = [3], i: any = 1;
  const o: any = { k: 4, get n() { log("n"); return this.hidden ?? 1; }, set n(v) { this.hidden = v; }, in: { v: 5 }, f: (x: any) => x + 1 };
  const l: any = [1, 2, 3], m: any = [[1, 2], [3, 4]];
${lines}
  log(a, b, c, o, l, m, i);
});`;
  });
  return `const jobs: (() => Promise<void>)[] = [];
function run(n: number, body: () => Promise<void>) {
  jobs.push(async () => { log("#", n); try { await body(); } catch (e: any) { log("!", e.name, e.message); } });
}
${SHARED}
${programs.join('\n')}
for (const job of jobs) await job();`;
}
