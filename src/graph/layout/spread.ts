/** An object that wants to be at `desired` but must keep its order and its distance. */
export interface Spreadable {
  desired: number;
  weight: number;
  left: number;
  right: number;
  x: number;
}

interface Block {
  /** Weighted mean of (desired - offset), and the total weight of the block. */
  at: number;
  weight: number;
  first: number;
}

/**
 * Sets `x` of each entry so that neighbours keep `gap` apart and the weighted sum of squared distances to `desired` is
 * minimal. Entries of infinite weight stay where they are (isotonic regression by pooling adjacent violators; linear).
 */
export function spread<T extends Spreadable>(entries: T[], gap: (a: T, b: T) => number): void {
  const offsets: number[] = [];
  const blocks: Block[] = [];
  let offset = 0;
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    if (before) offset += before.right + gap(before, entry) + entry.left;
    offsets.push(offset);
    let block: Block = { at: entry.desired - offset, weight: entry.weight, first: i };
    for (let last = blocks.at(-1); last && last.at > block.at; last = blocks.at(-1)) {
      blocks.pop();
      block = joined(last, block);
    }
    blocks.push(block);
  });
  blocks.forEach((block, b) => {
    const end = blocks[b + 1]?.first ?? entries.length;
    for (let i = block.first; i < end; i++) entries[i]!.x = block.at + offsets[i]!;
  });
}

function joined(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  const share = a.weight === b.weight ? 0.5 : weight === Infinity ? (a.weight === Infinity ? 1 : 0) : a.weight / weight;
  return { at: share * a.at + (1 - share) * b.at, weight, first: a.first };
}
