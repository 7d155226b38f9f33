import type { Pass, PassDigest, Range } from '../protocol/trace.js';

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
  for (const { id, kind, source, dtype } of nodes) {
    dtypes.add(dtype);
    if (backward && id === root) call = source;
    if (source && kind !== 'failed')
      sources.set([source.file, source.line, source.column, source.endLine, source.endColumn].join(' '), source);
  }
  return { sources: [...sources.values()], dtypes: [...dtypes], call, failed: nodes.some(({ kind }) => kind === 'failed') };
}
