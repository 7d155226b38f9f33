/** A `.grad` in a line of source. Columns are 1-based, ends exclusive. */
interface GradientAt {
  /** The word `grad`. */
  column: number;
  endColumn: number;
  /** A column within the name of the tensor whose gradient this is. */
  of: number;
  /** The end of the path to a parameter, `fc.weight` in `net.fc.weight.grad`; null for a tensor with a plain name. */
  parameter: string | null;
}

const GRADIENT = /([A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\d+\])*)[!?]?\.grad(?![\w$])/g;

/** The `.grad` whose word is at `column`, and the tensor that it belongs to. */
export function gradientIn(line: string, column: number): GradientAt | null {
  for (const match of line.matchAll(GRADIENT)) {
    const endColumn = match.index + match[0].length + 1;
    const start = endColumn - 'grad'.length;
    if (column < start || column > endColumn) continue;
    const path = match[1]!
      .replaceAll('?', '')
      .replace(/\[(\d+)\]/g, '.$1')
      .split('.');
    return { column: start, endColumn, of: match.index + match[1]!.length, parameter: path.length > 1 ? path.slice(1).join('.') : null };
  }
  return null;
}
