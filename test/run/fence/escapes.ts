/**
 * Ways to escape from a run that were tried. Each prints a line that begins with ESCAPED when it has reached Node's
 * objects, code made from text, the message channel, or the objects of the trace. `out(value)` checks whether a value
 * leads to a realm with `process`.
 */
export const HELP = `import * as torch from 'tensor-lens';
const MARK = '@MARK@';
const G: any = globalThis;
const escaped = (how: string) => console.log('ESCAPED ' + how);
const code = (c: any) => { try { return typeof c === 'function' ? c('return typeof process === "object" ? process : null')() : null; } catch { return null; } };
const use = (p: any) => { try { p?.getBuiltinModule?.('child_process')?.execSync('touch ' + MARK); } catch {} if (p) escaped('process'); };
const out = (v: any) => { for (let i = 0; v != null && i < 20; i++) { try { use(code(v.constructor)); use(code(v.constructor?.constructor)); if (v.getBuiltinModule || v.mainModule) use(v); v = Object.getPrototypeOf(v); } catch { return; } } };
const near = (f: () => unknown, look: (v: unknown) => void) => { let n = 0, from = Infinity, deepest = 0; const seen = (v: unknown) => { if (n++ < 40) look(v); }; const g = (depth: number) => { deepest = depth; if (depth >= from) { try { seen(f()); } catch (e) { seen(e); } } g(depth + 1); }; for (let i = 0; i < 4; i++) { try { g(0); } catch (e) { seen(e); } n = 0; from = deepest - 400; } };
`;

export const ESCAPES: Readonly<Record<string, string>> = {
  'globals of Node': `for (const n of ['process', 'require', 'module', 'Buffer', 'global', 'setImmediate', 'fetch', 'WebSocket', 'navigator', 'crypto', 'BroadcastChannel', 'MessageChannel', 'Worker', 'postMessage', 'importScripts', 'XMLHttpRequest', 'indexedDB', 'caches', 'FontFace']) if (n !== 'require' && n !== 'module' && G[n] !== undefined) escaped(n);`,
  'globals that V8 adds': `try { G.gc?.({ type: 'major-snapshot', filename: MARK }); } catch {} for (const n of Object.getOwnPropertyNames(G)) if (/^[a-z]/.test(n) && !/^(globalThis|undefined|parse(Float|Int)|is(Finite|NaN)|(en|de)codeURI(Component)?|(un)?escape|(set|clear)(Timeout|Interval)|performance|queueMicrotask|structuredClone)$/.test(n)) escaped(n);`,
  'globals of the prototype chain': `for (let o = G; o; o = Object.getPrototypeOf(o)) for (const k of Reflect.ownKeys(o)) if (typeof k === 'symbol' ? false : /^(process|require|self|window|postMessage|onmessage)$/.test(k)) escaped(String(k));`,
  'Function of a function': `for (const f of [() => 1, async () => 1, function* () {}, async function* () {}, torch.ones, console.log, setTimeout, Array.prototype.map, class {}]) out(f);`,
  'Function of what the engine makes': `for (const v of [torch.ones(1), torch.ones(1).shape, torch.ones(2).tolist(), torch.float32, new torch.nn.Linear(1, 1), torch.nn, torch.optim, Symbol.iterator]) out(v);`,
  'Function of errors of the engine': `for (const f of [() => torch.ones(2).add('x' as any), () => torch.ones(2).matmul(torch.ones(3)), () => (torch as any).nothing(), () => torch.zeros(-1)]) { try { f(); } catch (e) { out(e); } } await torch.load('x.npy').catch(out);`,
  eval: `try { if (G.eval) out(G.eval('(() => 1)')); if (G.eval?.('1+1') === 2) escaped('eval'); } catch {} try { if (new Function('return 7')() === 7) escaped('Function'); } catch {}`,
  'setTimeout of a text': `try { (setTimeout as any)("console.log('ESCAPED timer')", 0); } catch {} await new Promise((r) => setTimeout(r, 20));`,
  'import()': `try { const m: any = await import('node:child_process' as any); if (m) escaped('import'); } catch (e) { out(e); }`,
  'import() hidden by an HTML-like comment': `let x = 1;\n<!-- \nx++;`,
  'a comment that only a script has': `let y = 0;\n/* a\n*/ --> import('node:fs').then((m) => console.log('ESCAPED', m))\ny;`,
  'import() of a getter': `const o = { get [Symbol.toPrimitive]() { return () => 'node:fs'; } }; try { await (0, eval as any)('import("node:fs")'); escaped('eval import'); } catch (e) { out(e); }`,
  'arguments of the wrapper': `try { const a = (() => { return arguments; })() as any; if (a.length) escaped('arguments'); for (const v of [...a]) out(v); out(a.callee); } catch {}`,
  'this of a module': `const t: any = (function (this: any) { return this; })(); if (t) escaped('this'); `,
  callers: `function f(): any { return (f as any).caller; } try { if (f()) escaped('caller'); } catch {}`,
  'closing the wrapper': `})(); console.log('ESCAPED wrapper'); (async () => {`,
  'the streams behind console': `for (const k of Reflect.ownKeys(console)) out((console as any)[k]); for (const k of ['_stdout', '_stderr', '_times', '_ignoreErrors']) if ((console as any)[k]) { escaped(k); out((console as any)[k]); }`,
  'console.log overridden': `try { (console as any).log.call = () => escaped('call'); } catch {} console.log('x');`,
  prepareStackTrace: `(Error as any).prepareStackTrace = (e: any, sites: any[]) => { for (const s of sites) { for (const k of ['getThis', 'getFunction', 'getEvalOrigin']) { try { const v = s[k](); out(v); if (k === 'getThis' && v && v !== G && (v.process || v.post)) escaped(k); } catch {} } out(s); } return 'x'; };\nString(new Error('a').stack); try { torch.ones(2).add('x' as any); } catch (e: any) { String(e.stack); } setTimeout(() => String(new Error('b').stack), 1); await new Promise((r) => setTimeout(r, 10));`,
  'errors near the end of the stack': `near(() => torch.ones(1).add(1), out); near(() => console.log, out); near(() => String(new Error('x').stack), out); near(() => setTimeout(() => {}, 0), out); near(() => performance.now(), out);`,
  'promises near the end of the stack': `near(() => { torch.load('x.npy').catch(out); }, out); near(() => { Promise.reject(1).catch(out); }, out); await new Promise((r) => setTimeout(r, 50));`,
  'Symbol on prototypes of the global object': `for (let o = Object.getPrototypeOf(G); o; o = Object.getPrototypeOf(o)) { try { Object.defineProperty(o, Symbol('kListen'), { set(v) { out(v); out(this); escaped('symbol'); }, configurable: true }); } catch {} } await new Promise((r) => setTimeout(r, 20));`,
  'emit of an emitter': `for (const v of [torch.load('x.npy').catch(() => 0), setTimeout(() => {}, 0)] as any[]) for (let o = v; o; o = Object.getPrototypeOf(o)) if (Object.hasOwn(o, 'emit') || Object.hasOwn(o, 'ref') || Object.hasOwn(o, Symbol.dispose ?? 'x')) escaped('emitter');`,
  WebAssembly: `if (G.WebAssembly) { escaped('WebAssembly'); out(G.WebAssembly); }`,
  'shared memory': `if (G.SharedArrayBuffer || G.Atomics) escaped('threads');`,
  'the trace, replaced': `for (const k of ['finish', 'c', 'b', 'recorder', 'passes']) { try { (__tl as any)[k] = () => ({ passes: [{ forged: true }] }); escaped('__tl.' + k); } catch {} } if ((__tl as any).recorder || (__tl as any).finish) escaped('__tl'); declare const __tl: object;`,
  'the prototype of the trace': `declare const __tl: object; const p = Object.getPrototypeOf(__tl); try { p.finish = 1; if (({} as any).finish) escaped('prototype'); } catch {} out(__tl);`,
  'JavaScript of the engine, changed': `for (const v of [torch.ones(2).tolist(), torch.ones, torch.ones(1), Object.getPrototypeOf(torch.ones(2).tolist())] as any[]) for (let p = v; p; p = Object.getPrototypeOf(p)) if (Object.hasOwn(p, 'hasOwnProperty') || Object.hasOwn(p, 'concat') || Object.hasOwn(p, 'bind')) { try { Object.defineProperty(p, 'forged', { value: 1, configurable: true }); escaped('changed ' + Object.getOwnPropertyNames(p).length); } catch {} }`,
  'prototypes of the model, changed': `Array.prototype.push = function () { escaped('push'); return 0; } as any; Array.prototype.map = function () { escaped('map'); return []; } as any; JSON.stringify = () => (escaped('stringify'), '{}'); Map.prototype.set = function () { escaped('set'); return this; } as any; torch.ones(2, { requires_grad: true }).sum().backward();`,
  'then of Promise.prototype': `Promise.prototype.then = function (this: any, a: any, b: any) { out(a); out(b); try { a?.({ kept: [9] }); } catch {} return this; } as any; await null;`,
  'a getter on Object.prototype': `for (const k of ['rpc', 'method', 'args', 'ok', 'error', 'dtype', 'requires_grad', 'then', 'stack']) Object.defineProperty(Object.prototype, k, { get() { if (this?.rpc || this?.position) escaped(k); out(this); return undefined; }, set() { escaped(k); }, configurable: true });\ntorch.ones(2, { requires_grad: true }).sum().backward(); torch.load('x').catch(() => 0);`,
  'a proxy in place of options': `torch.zeros(2, new Proxy({}, { get(t, k, r) { out(r); return undefined; }, ownKeys() { return []; } }) as any); const p = new Proxy(torch.ones(1), { get(t: any, k, r) { out(t); return t[k]; } }); try { torch.add(p, 1); } catch (e) { out(e); }`,
  'a getter on a tensor': `const x = torch.ones(2); for (const k of ['sizes', 'storage', 'observed', 'shape']) { try { Object.defineProperty(x, k, { get() { return new Proxy([], { get(t, n) { out(this); return (t as any)[n]; } }); } }); } catch {} } try { x.add(1); } catch (e) { out(e); }`,
  'an own file, overwritten': `try { await torch.save(torch.ones(1), 'm.tl.ts'); } catch {} try { await torch.save({ a: torch.ones(1) }, '../../m.tl.ts'); } catch {}`,
  'files of the machine': `for (const f of ['/etc/passwd', '../../../etc/passwd', '/proc/self/environ']) { try { const v = await torch.load(f); if (v) escaped(f); } catch (e) { out(e); } }`,
  'a throw of what is no error': `const e: any = { get name() { escaped('name'); return 'x'; } }; Object.defineProperty(e, 'message', { get() { out(this); return 'm'; } }); out(e);`,
  'species of typed arrays': `const d = torch.ones(4) as any; for (const v of [d.data, d.storage?.data]) if (v) { try { Object.getPrototypeOf(v).constructor = { [Symbol.species]: function (...a: any[]) { a.forEach(out); return new Float32Array(4); } }; } catch {} } torch.ones(4).add(1).tolist();`,
  'structuredClone and the rest of what is given': `for (const n of ['structuredClone', 'queueMicrotask', 'TextEncoder', 'TextDecoder', 'performance', 'setTimeout', 'clearInterval']) { out(G[n]); out(G[n]?.prototype); } near(() => structuredClone({ a: [1] }), out);`,
};
