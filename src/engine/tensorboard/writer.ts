import { TypeError_, ValueError } from '../errors.js';
import { writeBytes } from '../files/access.js';
import { readArguments } from '../nn/arguments.js';
import { methodsSay } from '../saying.js';
import { unobserved } from '../tensor/observe.js';
import { Figure } from '../pyplot/figure.js';
import { flat, given, type Plottable } from '../pyplot/numbers.js';
import { Boards } from './boards.js';
import { eventOf, versionEvent, type Value } from './events.js';
import { histogramOf } from './histogram.js';
import { pngOf } from './png.js';
import { recordFile } from './records.js';
import { failed, open, showFigure } from './shown.js';

/** The position of an entry: its step, and its time. */
export interface StepOptions {
  global_step?: number | null;
  /** Seconds since 1970. Default: now */
  walltime?: number | null;
}

interface WriterOptions {
  log_dir?: string | null;
  comment?: string;
}

const STEP = 'int|float? global_step=None';
const TIME = 'float? walltime=None';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const seconds = (): number => Date.now() / 1000;

function folderOfNow(comment: string): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-');
  return `runs/${months[now.getMonth()]}${two(now.getDate())}_${time}_tensor-lens${comment}`;
}

/**
 * `torch.utils.tensorboard.SummaryWriter`: what is added becomes a figure of the run. It also goes to an event file
 * that TensorBoard reads, in `log_dir` beside the model, when the writer is flushed or closed or the program ends.
 */
export class SummaryWriter {
  static readonly signature =
    "SummaryWriter(str? log_dir=None, str comment='', int? purge_step=None, int max_queue=10, int flush_secs=120, str filename_suffix='')";

  readonly log_dir: string;
  readonly #suffix: string;
  readonly #began = seconds();
  /** The records of each file, by its folder. */
  readonly #files = new Map<string, Uint8Array[]>();
  readonly #unwritten = new Set<string>();
  readonly #boards = new Boards();

  constructor(...args: (string | number | null | WriterOptions)[]) {
    const a = readArguments(SummaryWriter.signature, args) as { log_dir: string | null; comment: string; filename_suffix: string };
    this.log_dir = a.log_dir === null || a.log_dir === '' ? folderOfNow(a.comment) : a.log_dir;
    this.#suffix = a.filename_suffix;
    open.add(this);
  }

  get_logdir(): string {
    return this.log_dir;
  }

  /** A number at a step: `add_scalar('loss', loss, step)`. */
  add_scalar(tag: string, scalar_value: Plottable, ...more: (number | null | StepOptions)[]): void {
    const signature = `add_scalar(str tag, any scalar_value, ${STEP}, ${TIME}, bool new_style=False, bool double_precision=False)`;
    const { global_step, walltime } = read(signature, [tag, scalar_value, ...more]);
    const value = single(scalar_value);
    this.#boards.scalar(tag, tag, global_step ?? 0, value);
    this.#add(this.log_dir, { tag, scalar: value }, global_step, walltime);
  }

  /** Several numbers of one plot: `add_scalars('loss', { train, val }, step)`. */
  add_scalars(main_tag: string, tag_scalar_dict: Readonly<Record<string, Plottable>>, ...more: (number | null | StepOptions)[]): void {
    const signature = `add_scalars(str main_tag, dict tag_scalar_dict, ${STEP}, ${TIME})`;
    const { global_step, walltime } = read(signature, [main_tag, tag_scalar_dict, ...more]);
    for (const [tag, scalar] of Object.entries(tag_scalar_dict)) {
      const value = single(scalar);
      this.#boards.scalar(main_tag, tag, global_step ?? 0, value);
      this.#add(`${this.log_dir}/${main_tag.replaceAll('/', '_')}_${tag}`, { tag: main_tag, scalar: value }, global_step, walltime);
    }
  }

  /** The distribution of numbers: `add_histogram('fc1.weight', net.fc1.weight, step)`. */
  add_histogram(
    tag: string,
    values: Plottable,
    ...more: (number | string | null | (StepOptions & { bins?: string | number | number[] }))[]
  ): void {
    const signature = `add_histogram(str tag, any values, ${STEP}, any bins='tensorflow', ${TIME}, int? max_bins=None)`;
    const { global_step, walltime, bins } = read(signature, [tag, values, ...more]);
    const numbers = flat(detached(values));
    const wanted = typeof bins === 'number' ? bins : typeof bins === 'string' || bins == null ? null : flat(bins as Plottable);
    const histogram = histogramOf(numbers, wanted);
    this.#boards.histogram(tag, numbers, global_step ?? null);
    this.#add(this.log_dir, { tag, histogram }, global_step, walltime);
  }

  /** An image of numbers from 0 to 1, with dims channels, height, width, or as `dataformats` says. */
  add_image(tag: string, img_tensor: Plottable, ...more: (number | string | null | (StepOptions & { dataformats?: string }))[]): void {
    const signature = `add_image(str tag, any img_tensor, ${STEP}, ${TIME}, str dataformats='CHW')`;
    const { global_step, walltime, dataformats } = read(signature, [tag, img_tensor, ...more]);
    const { height, width, channels, data } = pictureOf(given(detached(img_tensor)), String(dataformats).toUpperCase());
    this.#boards.image(tag, { height, width, channels, data }, global_step ?? null);
    const bytes = Uint8Array.from(data, (one) => Math.round(255 * Math.min(1, Math.max(0, one))));
    const png = pngOf(width, height, channels, bytes);
    this.#add(this.log_dir, { tag, image: { height, width, channels, png } }, global_step, walltime);
  }

  add_text(tag: string, text_string: string, ...more: (number | null | StepOptions)[]): void {
    const { global_step, walltime } = read(`add_text(str tag, str text_string, ${STEP}, ${TIME})`, [tag, text_string, ...more]);
    this.#boards.text(tag, text_string, global_step ?? null);
    this.#add(this.log_dir, { tag, text: text_string }, global_step, walltime);
  }

  /**
   * A figure of pyplot, shown as a figure of this run. The file for TensorBoard does not get it: TensorBoard needs
   * pixels.
   */
  add_figure(tag: string, figure: Figure, ..._more: unknown[]): void {
    if (!(figure instanceof Figure)) throw new TypeError_('add_figure() takes a figure, such as the one that plt.figure() returns');
    const data = figure.written(tag, true);
    showFigure({ ...data, series: `figure ${tag}` });
    figure.isDirty = false;
  }

  /** Does nothing: the panel shows the graph. */
  add_graph(_model: unknown, ..._more: unknown[]): void {}

  /** Begins to write what was added. A run ends after all of it is written. */
  flush(): void {
    this.show();
    for (const folder of this.#unwritten) {
      const name = `events.out.tfevents.${Math.floor(this.#began)}.tensor-lens.0${this.#suffix}`;
      void writeBytes(`${folder}/${name}`, recordFile(this.#files.get(folder)!)).catch((error: unknown) => failed.push(error));
    }
    this.#unwritten.clear();
  }

  /** @internal Shows what was added since the last call. */
  show(): void {
    this.#boards.show();
  }

  close(): void {
    this.flush();
    open.delete(this);
  }

  #add(folder: string, value: Value, step: number | null, walltime: number | null): void {
    if (value.tag === '') throw new ValueError('A tag needs a name.');
    let records = this.#files.get(folder);
    if (!records) this.#files.set(folder, (records = [versionEvent(this.#began)]));
    records.push(eventOf(walltime ?? seconds(), step ?? 0, value));
    this.#unwritten.add(folder);
  }
}

methodsSay(SummaryWriter);

type Read = { global_step: number | null; walltime: number | null; bins?: unknown; dataformats?: unknown };

const read = (signature: string, args: unknown[]): Read => readArguments(signature, args) as unknown as Read;

/** The logged value without its history: logging changes nothing. */
const detached = (what: Plottable): Plottable => (typeof what === 'object' && 'detach' in what ? unobserved(() => what.detach()) : what);

function single(what: Plottable): number {
  const { data } = given(detached(what));
  if (data.length !== 1) throw new TypeError_('scalar should be 0D');
  return data[0];
}

/** An image with its channels last. */
function pictureOf(
  { shape, data }: { shape: number[]; data: number[] },
  formats: string,
): { height: number; width: number; channels: number; data: number[] } {
  if (shape.length !== formats.length)
    throw new ValueError(
      `size of input tensor and input format are different. tensor shape: (${shape.join(', ')}), input_format: ${formats}`,
    );
  if (!/^(?=.*H)(?=.*W)[HWC]{2,3}$/.test(formats)) throw new ValueError(`The picture has dims H, W and perhaps C, not '${formats}'.`);
  const sizeOf = (letter: string): number => (formats.includes(letter) ? shape[formats.indexOf(letter)] : 1);
  const [height, width, channels] = [sizeOf('H'), sizeOf('W'), sizeOf('C')];
  if (![1, 3, 4].includes(channels)) throw new ValueError(`A picture has 1, 3 or 4 channels, not ${channels}.`);
  const strideOf = (letter: string): number => {
    const at = formats.indexOf(letter);
    return at < 0 ? 0 : shape.slice(at + 1).reduce((a, b) => a * b, 1);
  };
  const [down, across, deep] = [strideOf('H'), strideOf('W'), strideOf('C')];
  const pixels: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) for (let c = 0; c < channels; c++) pixels.push(data[y * down + x * across + c * deep]);
  return { height, width, channels, data: pixels };
}
