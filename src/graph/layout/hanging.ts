import type { Item, Net } from './frames.js';
import { layerOf } from './paths.js';
import type { Entry } from './place.js';

/**
 * Places every loose item beside the path that leads to the operation that uses it, so that its line and the flow do
 * not cross below. A loose item whose operation is not in sight is placed on the right.
 */
export function withHanging(entries: Entry[], hanging: Entry[]): Entry[] {
  if (hanging.length === 0) return entries;
  const known = new Map<Item | Net, Entry>(entries.map((entry) => [entry.item ?? entry.net!, entry]));
  const left = new Map<Entry, Entry[]>();
  const right = new Map<Entry, Entry[]>();
  const rest: Entry[] = [];
  const last = entries.at(-1)?.desired ?? 0;
  for (const entry of hanging) {
    const item = entry.item!;
    const beside = item.hangsOn && leadingTo(item.hangsOn, item.layer, known);
    if (Number.isNaN(entry.desired)) entry.desired = beside?.desired ?? last;
    if (!beside) rest.push(entry);
    else {
      const side = isBefore(item) ? left : right;
      const list = side.get(beside);
      if (list) list.push(entry);
      else side.set(beside, [entry]);
    }
  }
  const inOrder = (list: Entry[] | undefined) => (list ?? []).sort((a, b) => byUse(a.item!, b.item!));
  return [...entries.flatMap((entry) => [...inOrder(left.get(entry)), entry, ...inOrder(right.get(entry))]), ...inOrder(rest)];
}

const byUse = (a: Item, b: Item): number =>
  (a.hangsOn?.order ?? a.order) - (b.hangsOn?.order ?? b.order) || a.hangsBy - b.hangsBy || a.order - b.order;

/** The entry in this layer that is on the path to an operation. */
function leadingTo(operation: Item, layer: number, known: Map<Item | Net, Entry>): Entry | null {
  for (let net = operation.main; net; net = net.from?.main ?? null) {
    const entry = known.get(net) ?? (net.from && known.get(net.from));
    if (entry) return entry;
    if (layerOf(net) < layer) return null;
  }
  return null;
}

/** Whether a loose item is on the left: the side of most of its uses. */
function isBefore(item: Item): boolean {
  let balance = 0;
  for (const net of item.outs)
    for (const [target, { input }] of net.targets) {
      const { hangsOn, hangsBy } = target.loose ? target : { hangsOn: target, hangsBy: input };
      if (hangsOn) balance += servesLeft(hangsOn, hangsBy) ? 1 : -1;
    }
  return balance > 0 || (balance === 0 && item.hangsOn !== null && servesLeft(item.hangsOn, item.hangsBy));
}

/**
 * Whether an argument of an operation comes from the left: the side depends on the argument. But when one tensor leads
 * to several operations, those on the left take their arguments from the left.
 */
function servesLeft(operation: Item, input: number): boolean {
  const { main } = operation;
  if (!main) return false;
  let balance = 0;
  for (const target of main.targets.keys())
    if (target !== operation && target.layer === operation.layer && target.main === main)
      balance += target.order < operation.order ? 1 : -1;
  return balance === 0 ? input < main.targets.get(operation)!.input : balance < 0;
}
