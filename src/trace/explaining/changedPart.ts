/** A tensor that was changed through a view of it. Its entries are those of the view, or the entries from before. */
import { CHANGED_PART, type NodeRecord } from '../recording/records.js';
import type { Snapshot } from '../recording/snapshot.js';
import type { Place } from './addends.js';
import { entryAt, positionOf } from './entries.js';

export const hasChangedPart = ({ op, entry, inputs }: NodeRecord): boolean => op === CHANGED_PART && entry === null && inputs.length === 2;

const inMemory = ({ strides, offset }: Snapshot, entry: readonly number[]): number =>
  entry.reduce((at, i, d) => at + i * strides[d]!, offset);

/** The position in the whole of each entry of the part, in order. */
export function positionsOfPart(whole: NodeRecord): number[] {
  const [, part] = whole.inputs;
  const [all, some] = [whole.value!, part!.value!];
  const positions = new Map<number, number>();
  for (let i = 0; i < all.numel; i++) positions.set(inMemory(all, entryAt(i, all.sizes)), i);
  return Array.from({ length: some.numel }, (_, i) => positions.get(inMemory(some, entryAt(i, some.sizes))) ?? -1);
}

/** The entry that an entry of the whole comes from. */
export function originOf(whole: NodeRecord, entry: readonly number[]): Place {
  const [before, part] = whole.inputs;
  const at = part!.value?.isHeld ? positionsOfPart(whole).indexOf(positionOf(entry, whole.sizes)) : -1;
  return at < 0 ? { node: before!, entry } : { node: part!, entry: entryAt(at, part!.sizes) };
}

/** The whole that contains this node as its changed part, when the gradient of the node came through the whole. */
export const wholeAround = (part: NodeRecord): NodeRecord | undefined =>
  part.grad ? undefined : part.pass.nodes.find((node) => node.inputs[1] === part && hasChangedPart(node) && node.grad?.isHeld);
