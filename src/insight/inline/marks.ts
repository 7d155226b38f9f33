/** Lines whose tensors went wrong in a pass: what the gutter marks. */
import { largestGradient } from '../../graph/statistics.js';
import type { Pass, Summary } from '../../protocol/trace.js';

export type MarkKind = 'broken' | 'vanished';

export interface Mark {
  file: string;
  line: number;
  kind: MarkKind;
  /** NaN and infinite elements of value and gradient, or the norm that is as good as zero. */
  nan: number;
  inf: number;
  norm: number;
}

/** A gradient this much smaller than the largest of its pass has vanished. */
const VANISHED = 1e-7;

export function marksOf(pass: Pass): Mark[] {
  const largest = pass.nodes[largestGradient(pass.nodes)]?.grad?.norm ?? 0;
  const marks = new Map<string, Mark>();
  for (const { source, value, grad } of pass.nodes) {
    if (!source) continue;
    const counts = count(value, grad);
    const norm = grad?.norm ?? null;
    const isVanished = norm !== null && norm < largest * VANISHED;
    if (counts.nan + counts.inf === 0 && !isVanished) continue;
    const id = `${source.file}:${source.endLine}`;
    const before = marks.get(id);
    const kind: MarkKind = counts.nan + counts.inf > 0 || before?.kind === 'broken' ? 'broken' : 'vanished';
    marks.set(id, {
      file: source.file,
      line: source.endLine,
      kind,
      nan: Math.max(counts.nan, before?.nan ?? 0),
      inf: Math.max(counts.inf, before?.inf ?? 0),
      norm: Math.min(norm ?? Infinity, before?.norm ?? Infinity),
    });
  }
  return [...marks.values()];
}

const count = (value: Summary, grad: Summary | null) => ({ nan: value.nan + (grad?.nan ?? 0), inf: value.inf + (grad?.inf ?? 0) });
