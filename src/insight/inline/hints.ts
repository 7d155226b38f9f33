/** Which types of tensors are shown as hints in the text, and where. Positions are those of the text of the run. */
import type { Range } from '../../protocol/trace.js';
import { typeText } from '../../present/shapes.js';
import type { RunIndex } from '../results/runIndex.js';

export interface Hint {
  /** The name or the expression that the hint follows. */
  after: Range;
  text: string;
  /** Whether the hint follows a name, as a type would. Otherwise it is at the end of a line. */
  isName: boolean;
  /** The node to show in the graph. */
  key: string | null;
  pass: number;
}

/** The hints of a file in the chosen pass, or in the last one. */
export function hintsOf(index: RunIndex, file: string, chosen: number | null, text: string): Hint[] {
  const pass = index.shownPass(chosen);
  const names = index.bindingsIn(file).map((binding): Hint => {
    const node = pass && index.heldIn(pass.index, binding);
    const { dtype, shape } = node ?? binding;
    return {
      after: binding.source,
      text: typeText(dtype, shape),
      isName: true,
      key: node?.key ?? binding.key,
      pass: node && pass ? pass.index : binding.pass,
    };
  });
  return [...names, ...(pass ? chained(index, file, pass.index, text) : [])];
}

/** Hints where no name shows the type: calls in the middle of a chain over several lines, and returned values. */
function chained(index: RunIndex, file: string, pass: number, text: string): Hint[] {
  const lines = text.split(/\r\n|\n/);
  const hints: Hint[] = [];
  for (const { range, binding } of index.placesIn(file)) {
    if (binding) continue;
    const rest = lines[range.endLine - 1]?.slice(range.endColumn - 1) ?? '';
    const goesOn = rest.trim() === '' && /^\s*\??\./.test(lines[range.endLine] ?? '');
    const isReturned = /\breturn\s+$/.test(lines[range.line - 1]?.slice(0, range.column - 1) ?? '') && /^\s*;?\s*(\}.*)?$/.test(rest);
    const node = goesOn || isReturned ? index.nodesOf(pass, range).at(-1) : undefined;
    if (node) hints.push({ after: range, text: typeText(node.dtype, node.shape), isName: false, key: node.key, pass });
  }
  return hints;
}
