/** A piece that two versions of a text have in common. Pieces are in the order of both texts. */
export interface Common {
  original: number;
  current: number;
  length: number;
}

export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

export function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** The most pairs of lines that are compared. With more, only the common start and end are found. */
const MOST_PAIRS = 4_000_000;

/** The common start and end, and between them the longest common sequence of lines. Line ends may differ (`\n` and `\r\n`). */
export function commonLines(original: string, current: string): Common[] {
  const head = commonStart(original, current);
  const tail = commonEnd(original.slice(head), current.slice(head));
  const a = linesOf(original, head, original.length - tail);
  const b = linesOf(current, head, current.length - tail);
  const between = a.length * b.length <= MOST_PAIRS ? longest(a, b) : [];
  return [
    { original: 0, current: 0, length: head },
    ...between,
    { original: original.length - tail, current: current.length - tail, length: tail },
  ].filter(({ length }) => length > 0);
}

interface Line {
  start: number;
  text: string;
  end: string;
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (const { 0: whole, 1: line = '', 2: end = '', index } of text.slice(from, to).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g))
    if (whole !== '') lines.push({ start: from + index, text: line, end });
  return lines;
}

/** The longest common subsequence of lines. */
function longest(a: readonly Line[], b: readonly Line[]): Common[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      lengths[i * width + k] =
        a[i]!.text === b[k]!.text
          ? lengths[(i + 1) * width + k + 1]! + 1
          : Math.max(lengths[(i + 1) * width + k]!, lengths[i * width + k + 1]!);
  const found: Common[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const [line, other] = [a[i]!, b[k]!];
    if (line.text === other.text) {
      found.push({ original: line.start, current: other.start, length: line.text.length + commonStart(line.end, other.end) });
      i++;
      k++;
    } else if (lengths[(i + 1) * width + k]! >= lengths[i * width + k + 1]!) i++;
    else k++;
  }
  return found;
}
