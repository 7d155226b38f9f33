/** The lenses of a file after a run: the lines above `backward()` and above the classes of modules. */
import { digestOf } from '../../graph/digest.js';
import { PassGraph } from '../../graph/passGraph.js';
import { gradientNorm } from '../../graph/statistics.js';
import type { Outline } from '../../language/outline.js';
import type { Pass, Range, TraceNode } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import { number } from '../../present/numbers.js';
import { typeText } from '../../present/shapes.js';
import type { RunIndex } from '../results/runIndex.js';

export interface Lens {
  range: Range;
  title: string;
  /** The node that the lens leads to. */
  key: string | null;
  pass: number;
}

export function lensesOf(index: RunIndex, { backwards, modules }: Outline, chosen: number | null): Lens[] {
  const pass = index.shownPass(chosen);
  if (!pass) return [];
  const ofBackwards = backwards.flatMap((range) => {
    const shown = backwards.length === 1 || isRootOf(pass, range) ? pass : nearest(index, pass, range);
    return shown?.backward ? [backwardLens(index, range, shown)] : [];
  });
  return [...ofBackwards, ...modules.flatMap(({ name, range }) => moduleLens(name, range, pass) ?? [])];
}

const rootOf = (pass: Pass): TraceNode | null => PassGraph.of(pass).result;

/** Whether the tensor that `backward()` was called on in this pass was made or bound at the beginning of the call. */
function isRootOf(pass: Pass, call: Range): boolean {
  const source = digestOf(pass).call;
  return !!source && source.file === call.file && source.line <= call.line && source.endLine >= call.line - 1;
}

/** The pass for a lens when there are several `backward()` calls: the last pass of its own call before the shown pass, else the first after it. */
function nearest({ run }: RunIndex, shown: Pass, call: Range): Pass | undefined {
  const own = run.passes.filter((pass) => isRootOf(pass, call));
  return own.findLast(({ index }) => index < shown.index) ?? own[0];
}

function backwardLens(index: RunIndex, range: Range, pass: Pass): Lens {
  const norm = gradientNorm(pass.nodes);
  const facts = [
    t('pass {0} of {1}', pass.index + 1, index.run.pass_count),
    ...(pass.loss === null ? [] : [t('loss {0}', number(pass.loss))]),
    ...(norm === null ? [] : [t('gradient norm {0}', number(norm))]),
  ];
  return { range, title: facts.join(' · '), key: rootOf(pass)?.key ?? null, pass: pass.index };
}

interface Instance {
  parameters: Map<string, number>;
  last: TraceNode;
}

/** Parameter count and output of a class of modules. With several instances, the last one counts, as for hints and hovers inside of it. */
function moduleLens(name: string, range: Range, pass: Pass): Lens | null {
  const instances = new Map<string, Instance>();
  const instanceOf = new Map<string, Instance>();
  let latest: Instance | null = null;
  for (const node of pass.nodes) {
    const depth = node.module_types.indexOf(name);
    if (depth < 0 || node.kind !== 'op') continue;
    const path = node.module.split('.').slice(0, depth).join('.');
    const instance = instances.get(path) ?? { parameters: new Map<string, number>(), last: node };
    instances.set(path, instance);
    instanceOf.set(node.id, instance);
    instance.last = node;
    latest = instance;
  }
  const { links, nodes } = PassGraph.of(pass);
  for (const { from, to } of links) {
    const used = nodes[from]!;
    if (used.kind === 'parameter') instanceOf.get(nodes[to]!.id)?.parameters.set(used.label ?? used.key, used.value.numel);
  }
  const shown = [...instances.values()].find((instance) => instance === latest);
  if (!shown) return null;
  const count = [...shown.parameters.values()].reduce((sum, numel) => sum + numel, 0);
  const facts = [
    count === 1 ? t('1 parameter') : t('{0} parameters', count),
    t('output {0}', typeText(shown.last.dtype, shown.last.shape)),
    ...(instances.size > 1 ? [t('{0} of them', instances.size)] : []),
  ];
  return { range, title: facts.join(' · '), key: shown.last.key, pass: pass.index };
}
