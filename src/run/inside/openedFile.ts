import { parse } from '../../engine/files/index.js';
import { RuntimeError } from '../../engine/errors.js';
import { setMemoryLimit } from '../../engine/memory.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import { t, useTranslations } from '../../protocol/l10n.js';
import type { OpenRequest, StoredTensor, TensorFile } from '../../protocol/tensorFile.js';
import type { TensorData } from '../../protocol/trace.js';
import { Snapshot } from '../../trace/recording/snapshot.js';
import { summaryOf, wholeTensor } from '../../trace/writing/summary.js';

/** The most tensors that are listed. A page with more of them would not be read by anybody. */
const MOST_TENSORS = 5000;
const MOST_BESIDE = 200;
const LONGEST_TEXT = 300;
/** The most elements that are sent one by one. A picture has far fewer pixels. */
const MOST_ELEMENTS = 2 ** 22;

/** What a worker knows of its memory: see platform.ts. */
interface Memory {
  arrayBytes?(collect: boolean): number;
  arrayMade?(owner: object, bytes: number): void;
}

/** A file that was opened to be looked at. No program runs. */
export class OpenedFile {
  readonly file: TensorFile;
  private readonly snapshots: Snapshot[] = [];

  /** @throws RuntimeError for a damaged file, and for one that holds no tensors */
  constructor(content: Uint8Array, { name, maxValues, tensorBytes, translations }: OpenRequest, { arrayBytes, arrayMade }: Memory) {
    useTranslations(translations);
    if (arrayBytes) setMemoryLimit({ limitBytes: tensorBytes, liveBytes: arrayBytes, ...(arrayMade && { made: arrayMade }) });
    const found = { tensors: [] as [string, Tensor][], beside: [] as TensorFile['beside'] };
    collect(parse(content, name), '', found);
    if (found.tensors.length === 0) throw new RuntimeError(t("'{0}' holds no tensors.", name));
    const listed = found.tensors.slice(0, MOST_TENSORS);
    const tensors = listed.map(([own, tensor]): StoredTensor => {
      const snapshot = new Snapshot(tensor.detach());
      this.snapshots.push(snapshot);
      return { name: own, shape: [...tensor.sizes], dtype: tensor.dtype.name, value: summaryOf(snapshot, maxValues) };
    });
    this.file = { tensors, more: found.tensors.length - listed.length, beside: found.beside };
  }

  /** @throws RuntimeError for a tensor with too many elements to send */
  tensor(index: number): TensorData | null {
    const snapshot = this.snapshots[index];
    if (!snapshot) return null;
    if (snapshot.numel > MOST_ELEMENTS)
      throw new RuntimeError(t('It has {0} elements, too many to show each: cells are means.', snapshot.numel));
    return wholeTensor(snapshot);
  }
}

interface Found {
  tensors: [name: string, tensor: Tensor][];
  beside: TensorFile['beside'];
}

/** Collects the tensors of lists and dicts with the way to each: `model.fc.weight`, `losses[0]`. */
function collect(value: unknown, name: string, found: Found): void {
  if (value instanceof Tensor) found.tensors.push([name, value]);
  else if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object' || one === null);
    if (isPlain) tell(value, name, found);
    else value.forEach((one, i) => collect(one, `${name}[${i}]`, found));
  } else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) collect(one, name === '' ? key : `${name}.${key}`, found);
  else tell(value, name, found);
}

function tell(value: unknown, name: string, { beside }: Found): void {
  if (beside.length >= MOST_BESIDE) return;
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  beside.push({ name, text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text });
}
