/** Whether a model is sooner done on the CPU or on the graphics card, by what was measured of this machine and of the model. Pure. */
import { digestOf } from '../../graph/digest.js';
import type { Run } from '../../protocol/trace.js';

export type Device = 'cpu' | 'webgl';

/** A size of a square matrix, and the milliseconds of a training step with it. */
export interface Row {
  elements: number;
  cpu: number;
  webgl: number;
}

/** What is known of a model by its last runs. */
export interface Experience {
  /** Elements of each tensor of a pass. */
  sizes: readonly number[];
  /** Whether the card has all its dtypes. */
  fits: boolean;
  /** Passes. */
  count: number;
  /** Milliseconds of the last run of this much work on each device. */
  ms: { [D in Device]: number | null };
}

/** Opening a card and linking its programs takes about so long: a run that is done sooner stays where it is. */
const SHORT_MS = 1000;
/** Work is other work when it differs by more than this part. */
const SAME_WORK = 0.1;
/** What a card refuses is double and half precision, and complex numbers. */
const ON_CARD = /^(float32|u?int\d+|bool)$/;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The size from which on the card was faster, at this and every larger one; null when it was not. */
export function crossover(rows: readonly Row[]): number | null {
  const sorted = [...rows].sort((a, b) => b.elements - a.elements);
  const slower = sorted.findIndex(({ cpu, webgl }) => webgl >= cpu);
  return (slower < 0 ? sorted.at(-1) : sorted[slower - 1])?.elements ?? null;
}

type Told = Pick<Run, 'status' | 'partial' | 'passes' | 'pass_count' | 'elapsed_ms' | 'backend'>;

/** What is known after one more run. One that was not finished tells nothing, but that the card is not for this model where it failed there. */
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

/** Whether the card is worth a thought: what was done on the CPU took long. */
export const isLong = (experience: Experience | null): boolean => (experience?.ms.cpu ?? 0) >= SHORT_MS;

/**
 * Where the next run is sooner done. What both took of the same work decides; before the card was tried, whether most elements
 * are in tensors of the size from which on it was faster.
 */
export function faster(experience: Experience | null, from: number | null): Device {
  if (!experience || from === null) return 'cpu';
  const { sizes, ms, fits } = experience;
  if (!fits) return 'cpu';
  if (ms.webgl !== null) return ms.cpu === null || ms.webgl < ms.cpu ? 'webgl' : 'cpu';
  const large = sum(sizes.filter((size) => size >= from));
  return isLong(experience) && large > sum(sizes) / 2 ? 'webgl' : 'cpu';
}
