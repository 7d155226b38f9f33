import { digestOf } from './digest.js';
import type { Run } from '../protocol/trace.js';

/** The files that the nodes of a run come from, as ranges name them. */
export const sourceFiles = ({ passes, error }: Run): string[] => [
  ...new Set([...passes.flatMap((pass) => digestOf(pass).sources.map(({ file }) => file)), ...(error?.source ? [error.source.file] : [])]),
];

/** The pass that a panel begins with: the last one with gradients. Users seldom look for what is computed after it. */
export function startingPosition({ passes }: Run): number {
  // Only the last pass can have failed.
  const latest = passes.at(-1);
  if (latest && digestOf(latest).failed) return passes.length - 1;
  const last = passes.findLastIndex(({ backward }) => backward);
  return Math.max(0, last >= 0 ? last : passes.length - 1);
}
