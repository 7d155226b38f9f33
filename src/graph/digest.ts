import type { Pass, PassDigest, Range } from '../protocol/trace.js';

/** The same text for the same place in the source. */
export const rangeKey = ({ file, line, column, endLine, endColumn }: Range): string => `${file} ${line}:${column}-${endLine}:${endColumn}`;

const known = new WeakMap<Pass, PassDigest>();

/**
 * The facts about a pass that lists, lenses and places need. When the pass came with its digest, none of its nodes is
 * read.
 */
export function digestOf(pass: Pass): PassDigest {
  let digest = known.get(pass);
  if (!digest) known.set(pass, (digest = digested(pass)));
  return digest;
}

/** Attaches a digest to a pass. */
export function withDigest(pass: Pass, digest: PassDigest): Pass {
  known.set(pass, digest);
  return pass;
}

function digested({ nodes, backward, root }: Pass): PassDigest {
  const sources = new Map<string, Range>();
  const dtypes = new Set<string>();
  let call: Range | null = null;
  let failed = false;
  for (const { id, kind, source, dtype } of nodes) {
    dtypes.add(dtype);
    if (kind === 'failed') failed = true;
    if (backward && id === root) call = source;
    if (source && kind !== 'failed') sources.set(rangeKey(source), source);
  }
  return { sources: [...sources.values()], dtypes: [...dtypes], call, failed };
}
