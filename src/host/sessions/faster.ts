/** Whether a model runs faster on the CPU or on the graphics card, by measurements of this machine and of the model. Pure functions. */
import { digestOf } from '../../graph/digest.js';
import type { Run } from '../../protocol/trace.js';

export type Device = 'cpu' | 'webgl';

/** A size of a square matrix, and the milliseconds of a training step with it. */
export interface Row {
  elements: number;
  cpu: number;
  webgl: number;
}

/** What the last runs of a model have shown. */
export interface Experience {
  /** Elements of each tensor of a pass. */
  sizes: readonly number[];
  /** Whether the card supports all of the model's dtypes. */
  fits: boolean;
  /** The number of passes. */
  count: number;
  /** The milliseconds of the last run with this much work, for each device. */
  ms: { [D in Device]: number | null };
}

/** Opening a card and linking its programs takes about this long. A run that is shorter stays on the CPU. */
const SHORT_MS = 1000;
/** Two runs have the same work if the amounts differ by at most this part. */
const SAME_WORK = 0.1;
/** The dtypes of a card: no double or half precision, and no complex numbers. */
const ON_CARD = /^(float32|u?int\d+|bool)$/;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The size from which on the card was faster, at this and every larger size; null when there is none. */
export function crossover(rows: readonly Row[]): number | null {
  const sorted = [...rows].sort((a, b) => b.elements - a.elements);
  const slower = sorted.findIndex(({ cpu, webgl }) => webgl >= cpu);
  return (slower < 0 ? sorted.at(-1) : sorted[slower - 1])?.elements ?? null;
}

type Told = Pick<Run, 'status' | 'partial' | 'passes' | 'pass_count' | 'elapsed_ms' | 'backend'>;

/** The experience after one more run. A run that did not finish teaches nothing, except that a model that failed on the card must not use it. */
export function learned(before: Experience | null, run: Told): Experience | null {
  const device = run.backend as Device;
  if (run.status === 'error' && device === 'webgl') return before && { ...before, ms: { ...before.ms, webgl: Infinity } };
  if (run.status !== 'ok' || run.partial || run.passes.length === 0) return before;
  const { nodes } = run.passes.at(-1)!;
  const now: Experience = {
    sizes: nodes.map(({ value }) => value.numel),
    fits: run.passes.every((pass) => digestOf(pass).dtypes.every((dtype) => ON_CARD.test(dtype))),
    count: run.pass_count,
    ms: { cpu: null, webgl: null },
  };
  return { ...now, ms: { ...(before && isSame(before, now) ? before.ms : now.ms), [device]: run.elapsed_ms } };
}

const workOf = ({ sizes, count }: Experience): number => sum(sizes) * count;

const isSame = (one: Experience, other: Experience): boolean => Math.abs(workOf(one) - workOf(other)) <= SAME_WORK * workOf(one);

/** Whether the card should be considered: the run on the CPU took long. */
export const isLong = (experience: Experience | null): boolean => (experience?.ms.cpu ?? 0) >= SHORT_MS;

/**
 * The device on which the next run will end sooner. If both devices have run the same work, their times decide. Before
 * the card was tried, it is chosen if most elements are in tensors large enough for the card to be faster.
 */
export function faster(experience: Experience | null, from: number | null): Device {
  if (!experience || from === null) return 'cpu';
  const { sizes, ms, fits } = experience;
  if (!fits) return 'cpu';
  if (ms.webgl !== null) return ms.cpu === null || ms.webgl < ms.cpu ? 'webgl' : 'cpu';
  const large = sum(sizes.filter((size) => size >= from));
  return isLong(experience) && large > sum(sizes) / 2 ? 'webgl' : 'cpu';
}
