/**
 * Plain JavaScript runs unchanged: programs with every construct, and a thousand random programs (TENSOR_LENS_SEED
 * selects others).
 */
import { expect, it } from 'vitest';
import { madeUp } from './madeUp.js';
import { told } from './programs.js';

const SEED = Number(process.env['TENSOR_LENS_SEED'] ?? 0) * 1000;

async function unchanged(text: string): Promise<void> {
  const [plain, rewritten] = [await told(text, false), await told(text, true)];
  const at = plain.log.findIndex((line, i) => rewritten.log[i] !== line);
  const from = Math.max(0, at - 10);
  if (at >= 0) expect(rewritten.log.slice(from, at + 2)).toEqual(plain.log.slice(from, at + 2));
  expect(rewritten.log).toHaveLength(plain.log.length);
  expect(plain.log.length).toBeGreaterThan(0);
}

it.each<[what: string, text: string]>([
  [
    'texts',
    'const f = (a: any, b: any) => a + b; log(f(1, "a"), f("a", 1), f("x", null), f([1], 2), f({}, "q"), f(true, 1), f(undefined, 1)); let s = ""; for (const c of ["a", "b"]) { s += c; s = c + s; } log(s, `${f(1, 2)}`, s < "b", s == "bab", s[0], s["length"]);',
  ],
  [
    'bigints',
    'const f = (a: any, b: any) => [a + b, a * b, a - b, a / b, a % b, a ** b, a < b, a == b, a & b, a | b, a ^ b, -a, ~a]; log(f(7n, 2n)); let k: any = 5n; k++; k += 2n; log(k); try { f(1n, 1) } catch (e: any) { log(e.message) }',
  ],
  [
    'dates',
    'const f = (a: any, b: any) => [a - b, a > b, +a, typeof (a + 1), a == a, a != b, -a]; log(f(new Date(5000), new Date(2000)));',
  ],
  [
    'arrays',
    'const g = (a: any, i: any) => a[i]; log(g([1, 2], 1), g(new Float32Array([1.5, 2]), 0), g("abc", 2), g({ x: 3 }, "x"), g([1], 5), g([4, 5], "0"), g(new Map([[1, 2]]), "size")); const m: any[] = [[1, 2], [3, 4]]; m[0][1] += 5; m[1][0]++; --m[1][1]; log(m, m[1]?.[0], m[9]?.[0]?.x); const a: any = [7, 8, 9]; log(a[0, 1], a[(0, 2)]); a[5, 0] = 1; a[5, 0] += 4; log(a, a?.[0, 1]);',
  ],
  [
    'keys',
    'const key: any = "k", o: any = { [key]: 1, [key + 1]: 2, ["a" + key]: 3 }; log(o, key in o, "zz" in o, delete o[key], o); const c: any = {}; const ij: any = [1, 2]; c[ij] = 7; c[[3, 4] as any] = 8; log(c[ij], c["3,4"], c); const s: any = Symbol(); c[s] = 1; log(c[s]); const n: any = null; c[n] = 2; log(c[n], c.null); const who: any = { toString: () => "name" }; c[who] = 5; log(c.name, c[who], c["1:2"], c["-1"]);',
  ],
  [
    'arguments',
    'function f(..._: any[]) { return arguments[0] + arguments[1] * arguments.length } log(f(1, 2)); function g(...xs: any[]) { xs[0] += 1; return xs[0] * xs[1] } log(g(1, 4));',
  ],
  [
    'optional chains',
    'const o: any = { a: [1, { b: [2] }], f(k: any) { return this.a[k] } }; const n: any = null; log(o?.a?.[0], n?.[0], n?.a[0].b.c, o.a[1]?.b?.[0], o["f"](0), o?.["f"]?.(0), n?.[o.boom.bang], (n?.a)?.[0]);',
  ],
  [
    'steps',
    'const x: any = [1, 2]; x[0]++; ++x[1]; log(x, x[0]++, --x[1], x); let c: any = "5"; c++; log(c, typeof c); const o: any = { v: 1, get w() { return this.v * 10 }, set w(z) { this.v = z } }; o.w += 1; o.w++; log(o.v); let calls = 0; const at = () => (calls++, o); at().v += 2; at()["v"] *= 2; at().v++; ++at().v; log(o.v, calls, at().v++, -(-c), ++c, c);',
  ],
  [
    'the order of evaluation',
    'const seen: any[] = []; const t = (n: any, v: any = n) => (seen.push(n), v); const o: any = { k: 1 }; t("o", o)[t("k")] += t("v", 5); t(1) + t(2) * t(3); t(1) < t(2) && t(3); (t(0) || t(4)) ? t(5) : t(6); log(seen, o); const a: any = [0, 0]; let i: any = 0; a[i] += (i = 1, 5); a[i++] = i; log(a, i); const b: any = [1]; const inc = () => (b[0] = 10, 1); b[0] += inc(); log(b); let z: any = 1; z += (z = 5, 2); log(z); let p: any = { n: 1 }; const q: any = p; p.n += (p = { n: 9 }, 1); log(p, q);',
  ],
  [
    'destructuring',
    'const { a, ...r }: any = { a: 1, b: 2, c: 3 }; const [p, q = p + a, ...rest]: any = [1, , 3, 4]; let x: any = 1, y: any = 2; [x, y] = [y, x + y]; ({ x, y = x * 2 } = { x: 9 } as any); const arr: any = []; [arr[0], arr[1]] = [x, y]; for (arr[2] of [7, 8]); ({ k: arr[3], ...arr[4] } = { k: 5, l: 6 } as any); log(a, r, p, q, rest, x, y, arr); const f = ({ u = a + 1, v }: any, [w] = [u * 2]) => u + v + w; log(f({ v: 1 }));',
  ],
  [
    'tagged templates',
    'const tag = (s: any, ...v: any[]) => s.raw.join("|") + v.map((x) => x + 1); const n: any = 4, o: any = [tag]; log(tag`a${n * 2}b${n + 1}\\n`, o[0]`x${n}`);',
  ],
  [
    'classes',
    'class A { static s = [1, 2].length + 1; #p: any = 1; n: any = this.start() + 1; start(): any { return 4 } get p() { return this.#p } add(v: any) { this.#p += v; this.n -= v; this.n **= 2; return this } static { A.s += 2 } } class B extends A { start() { return super.start() * 2 } get p() { return super.p + 1 } } const b = new B().add(3); log(b.p, b.n, A.s, b instanceof A, new (class { constructor(public q: any = 2 * 3) {} })().q); const made: any = { K: class { v = 1 } }; log(new made["K"]().v, new (made["K"])().v);',
  ],
  [
    'generators and waiting',
    'function* g(n: any): any { let i: any = 0; while (i < n) { const k: any = (yield i * 2) + (yield i + 1); i += k } } const it: any = g(6); log(it.next(), it.next(1), it.next(2), it.next(1)); async function f(a: any) { const o: any = { v: 1, w: [1] }; o.v += await a; o.w[await 0] += await 3; o.w[await 0]++; return (await a) * o.v + o.w[0] } log(await f(Promise.resolve(3))); for await (const x of (async function* () { yield 1 + (await f(1)) })()) log(x); const h = async (x: any) => { let s: any = 0; for (const y of x) s += await y; return s && s > 1 ? s : -s }; log(await h([Promise.resolve(1), 2]));',
  ],
  [
    'nothing',
    'const f = (a: any) => [a == null, a != null, null == a, a == undefined, a === null, a ?? 5, a == 0, a == "", 0 == a, a == false]; log(f(null), f(undefined), f(0), f(""), f("0"), f([]), f(NaN)); const g = (x: any) => typeof x == "string" ? x.length : typeof x === "number" ? x + 1 : "?"; log(g("abc"), g(1), g([]));',
  ],
  [
    'switches',
    'const f = (x: any) => { switch (x + 1) { case 2: return "two"; case 1 + 2: return "three"; default: return x & 1 ? "odd" : "even" } }; log(f(1), f(2), f(5), f(6)); const s = (x: any) => { switch (true) { case x > 5: return "big"; case x > 1: return "mid" } return "small" }; log(s(9), s(3), s(0));',
  ],
  [
    'truth',
    'const f = (a: any, b: any) => [a && b, a || b, !a, !(a && b), a ? 1 : 2, a && b ? 1 : 2, a ?? b, !!a || (b && !a), a && b || 3, a || b && 4]; for (const a of [0, 1, "", "x", null, [], NaN]) log(f(a, "b")); let x: any = 0; x ||= 4; x &&= 5; x ??= 6; log(x); let n: any = 3, m = 0; while (n--) m += n; do m++; while (m < 7); for (let i: any = 0; i < 3 && m; i++) m += i; log(m, n); const o: any = {}; o.a && o.a.b; o.a || (o.a = { b: 1 }); o.c ||= () => 1; log(o.a && o.a.b, o.c.name, Boolean(n), Boolean("")); log([0, 1, 2].filter((v: any) => v && 5), ["", "a"].find((v) => v), [1, 2].some((v: any) => v > 1 && v));',
  ],
  [
    'numbers',
    'const f = (a: any, b: any) => [a + b, a - b, a * b, a / b, a % b, a ** b, a & b, a | b, a ^ b, a < b, a <= b, a > b, a >= b, a == b, a != b, -a, ~a, +a, a << b, a >>> b, a < b < 2, 1 > a >= b]; for (const [a, b] of [[7, 3], [-7, 3], [0.1, 0.2], [NaN, 1], [Infinity, -Infinity], ["3", 2], [null, 2], [undefined, 1], [true, 2], ["a", "b"], [0, -0]]) log(f(a, b)); log(Math.max(...[1, 2]), Math.sqrt((4 as any) + 0), Number("3" as any), isNaN("x" as any), Number(new Date(5) as any));',
  ],
  [
    'comments and line breaks',
    'const f = (a: any, b: any) => log(a /* + */ + // -\n b, a // x\n * b, (a) + (b), ((a + b)) * -(a), - -a, a - -b, a+ +b, a\n- b); f(2, 3); let a: any = 1\nlet b: any = 2\na\n++b\nlog(a, b)\nconst g = (x: any) => x + 1\n;[a, b] = [b, a]\nif (a) b += 1\nelse b -= 1\nlog(a, b, g(a))\nlabel: for (const i of [1, 2]) { for (const j of [1, 2]) { if (i * j == 2) continue label; log(i, j) } }\nconst o: any = { p: { q: 1 } }\no\n  .p\n  ["q"] // key\n  += 2\n;(o.p).q! -= 1\n;(o as any).p.q *= 5\nlog(o)\na && log(1)\nb || log(2), log(3)',
  ],
  [
    'lists of getters',
    'const seen: string[] = []; const o: any = { get a() { seen.push("a"); return { get b() { seen.push("b"); return 1 }, set b(v) { seen.push("=" + v) } } } }; o.a.b += 1; o.a["b"] *= 3; o.a.b++; o.a.b && seen.push("!"); log(seen); const p: any = new Proxy({ n: 1 } as any, { get: (t, k) => (seen.push(`get ${String(k)}`), t[k]), set: (t, k, v) => (seen.push(`set ${String(k)}`), (t[k] = v), true) }); p.n += 1; p["n"]--; p.n ||= 4; log(seen);',
  ],
])('%s are as they were', (_, text) => unchanged(text));

it('a thousand made-up programs are as they were', async () => {
  for (let batch = 0; batch < 20; batch++) await unchanged(madeUp(SEED + batch * 50, 50));
});
