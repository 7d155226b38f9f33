import { Script } from 'node:vm';
import * as engine from '../../../src/engine/index.js';
import { forPrograms } from '../../../src/engine/library.js';
import { setMemoryLimit } from '../../../src/engine/memory.js';
import { np } from '../../../src/engine/numpy/index.js';
import { TorchError } from '../../../src/engine/errors.js';
import { python } from '../../../src/engine/python/given.js';
import { Pyplot } from '../../../src/engine/pyplot/pyplot.js';
import * as sklearn from '../../../src/engine/sklearn/index.js';
import { Suite } from '../../../src/engine/test/suite.js';
import * as tensorboard from '../../../src/engine/tensorboard/index.js';
import * as torchvision from '../../../src/engine/torchvision/index.js';
import { isClass } from '../../../src/engine/python/calling.js';
import type { FigureData } from '../../../src/protocol/figure.js';
import { flawOf, partsOf } from './judge.js';
import { chance, maker } from './things.js';

/** Random calls of what a program imports besides `torch`: arrays, figures, data sets, pictures, writers, expectations. */

const torch = forPrograms(engine);

type Callable = (...args: unknown[]) => unknown;
interface Callee {
  path: string;
  holder: object;
  call: Callable;
}

/** The methods of these are JavaScript's, or those of a tensor, which have their own random calls. */
const LAST = new Set<unknown>([
  ...[Object, Function, Array, Map, Set, Promise, Date, RegExp, Symbol, String, Number, Boolean, BigInt].map(
    ({ prototype }) => prototype as unknown,
  ),
  Object.getPrototypeOf(Float64Array.prototype),
  engine.Tensor.prototype,
]);

/** Parts of the library that TypeScript hides from programs. */
const HIDDEN =
  /^_|^(?:constructor|throw|return|next|figures|emit|make|free|place|regrid|change|rule|limit|written|touched|add|sca|show_|tell|axes|owner|arithmetic|number|of)$/;

const named = (holder: object, path: string): Callee[] => {
  const names = new Set<string>();
  for (let at: unknown = holder; at && !LAST.has(at); at = Object.getPrototypeOf(at))
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && !HIDDEN.test(name)) names.add(name);
  return [...names].map((name) => ({ path: `${path}.${name}`, holder, call: (holder as Record<string, Callable>)[name]! }));
};

/** They change the functions and classes that they are given, or are endless. */
const LEFT_OUT = /\.(?:decorate|update_wrapper|takes|titled|handingOn|frozen|setattr|put|del|tellBound|tellItems|count|cycle|repeat)$/;

export interface Room {
  readonly name: string;
  /** All that a program calls at first. Methods of what comes of it are called too. */
  callees(): Callee[];
  /** Reads what the calls have left. @throws what is wrong with it */
  read?(): void;
}

/** @param wrongIn tells what is wrong with a figure that would be sent */
export function rooms(wrongIn: (figure: FigureData) => string | null): readonly Room[] {
  const check = (figure: FigureData): void => {
    const wrong = wrongIn(figure);
    if (wrong !== null) throw new engine.ValueError(`its '${wrong}' was given a value of another kind`);
  };
  const plt = new Pyplot(check);
  const suite = new Suite({ snapshots: {}, update: true, now: () => 0, done: () => {} });
  return [
    { name: 'numpy', callees: () => [...named(np, 'np'), ...named(np.linalg, 'np.linalg'), ...named(np.random, 'np.random')] },
    {
      name: 'pyplot',
      callees: () => named(plt, 'plt'),
      read() {
        plt.finish();
        plt.close('all');
      },
    },
    { name: 'sklearn', callees: () => named(forPrograms(sklearn).datasets, 'datasets').filter(({ path }) => path.includes('make_')) },
    { name: 'distributions', callees: () => named(torch.distributions, 'torch.distributions').filter(({ call }) => isClass(call)) },
    { name: 'torchvision', callees: () => named(forPrograms(torchvision).io, 'io') },
    {
      name: 'tensorboard',
      callees: () => named(new tensorboard.SummaryWriter('runs'), 'writer').filter(({ path }) => !/flush|close|show/.test(path)),
    },
    {
      name: 'python',
      callees: () =>
        [python, ...Object.values(python).filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))]
          .flatMap((one) => named(one as object, 'py'))
          .filter(({ call, path }) => !LEFT_OUT.test(path) && !(call.prototype instanceof Error)),
    },
    { name: 'test', callees: () => named(suite.api.expect(torch.ones(2)), 'expect(x)') },
  ];
}

const describe = (value: unknown): string => {
  if (torch.is_tensor(value)) return `${value.dtype.name}[${value.sizes.join(',')}]`;
  if (Array.isArray(value)) return `[${value.slice(0, 4).map(describe).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `<${value.constructor?.name ?? 'null'}>`;
  return typeof value === 'function' ? `ƒ ${value.name}` : typeof value === 'string' ? JSON.stringify(value) : String(value);
};

/** Makes `count` calls. Returns those that gave an error of JavaScript, an unsound tensor, or no answer `within` so many ms. */
export function soakBeside(room: Room, seed: number, count: number, within: number): string[] {
  const source = chance(seed);
  const { pick, once, below } = source;
  const known: object[] = [];
  const make = maker(torch, source, known);
  const argument = (): unknown => (once(3) ? make.nonsense() : once(3) ? [make.kinds['float']!(), make.kinds['int']!()] : make.anything());
  const first = room.callees();
  const findings: string[] = [];
  for (let i = 0; i < count; i++) {
    setMemoryLimit({ limitBytes: 2 ** 27 });
    const held = known.length > 0 && once(2) ? named(pick(known), 'it') : [];
    const { path, holder, call } = held.length > 0 ? pick(held) : pick(first);
    const args = Array.from({ length: below(4) }, argument);
    const text = `${path}(${args.map(describe).join(', ')})`;
    try {
      const made = timed(() => (isClass(call) ? (Reflect.construct(call, args) as unknown) : Reflect.apply(call, holder, args)), within);
      if (made instanceof Promise)
        made.catch((error: unknown) => void (error instanceof TorchError || findings.push(`${text}\n${String(error)}`)));
      for (const part of partsOf(made)) {
        const flaw = torch.is_tensor(part) ? flawOf(part) : null;
        if (flaw) findings.push(`${text}\n${flaw}`);
        else if (typeof part === 'object' && !(part instanceof Promise) && once(3))
          known[known.length < 20 ? known.length : below(20)] = part as object;
      }
      if (once(10)) timed(() => room.read?.(), within);
    } catch (error) {
      if (!(error instanceof TorchError) || error.message.trim() === '')
        findings.push(`${text}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  setMemoryLimit(null);
  return findings;
}

/** Runs `body`. @throws Error when it takes longer than `ms` */
function timed(body: () => unknown, ms: number): unknown {
  (globalThis as { __beside?: () => unknown }).__beside = body;
  return script.runInThisContext({ timeout: ms }) as unknown;
}
const script = new Script('__beside()');
