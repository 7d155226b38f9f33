import { once } from '../../engine/library.js';
import type { Pyplot } from '../../engine/pyplot/pyplot.js';
import { closeWriters, showFiguresBy, showWriters, writingFailed } from '../../engine/tensorboard/shown.js';
import type { Figure, FigureData } from '../../protocol/figure.js';
import type { Tracer } from '../../trace/tracer.js';
import type { Platform } from './platform.js';

/** The figures of a run: tells of each when its place in the source is known, and after which pass it was shown. */
export class Figures {
  private plt: Pyplot | null = null;
  /** What 'tensor-lens/pyplot' exports. */
  readonly api: () => object;

  constructor(tracer: Pick<Tracer, 'whenReturned'>, tell: (figure: Figure) => void, part: Platform['part']) {
    const show = (data: FigureData) => tracer.whenReturned((source, pass) => tell({ ...data, pass, source }));
    showFiguresBy(show);
    this.api = once(() => {
      const plt = new (part().Pyplot)(show);
      this.plt = plt;
      return Object.freeze({ __esModule: true, plt, default: plt });
    });
  }

  /** The program is done: what it added is written. */
  close(): void {
    closeWriters();
  }

  /** @throws what kept a file of a writer from being written. Called when nothing is under way any more */
  check(): void {
    const failed = writingFailed();
    if (failed instanceof Error) throw failed;
  }

  /** The run is over: what was plotted and not shown is shown. A figure that cannot be shown any more is none. */
  finish(): void {
    try {
      showWriters();
      this.plt?.finish();
    } catch {
      // Too large, and nobody waits for it.
    }
  }
}
