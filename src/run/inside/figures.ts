import { ValueError } from '../../engine/errors.js';
import { once } from '../../engine/library.js';
import type { Pyplot } from '../../engine/pyplot/pyplot.js';
import { closeWriters, showFiguresBy, showWriters, writingFailed } from '../../engine/tensorboard/shown.js';
import type { Figure, FigureData } from '../../protocol/figure.js';
import type { Tracer } from '../../trace/tracer.js';
import type { Platform } from './platform.js';

/**
 * The figures of a run. Tells of each figure when its place in the source is known, with the pass after which it was
 * shown.
 */
export class Figures {
  private plt: Pyplot | null = null;
  /** What 'tensor-lens/pyplot' exports. */
  readonly api: () => object;

  constructor(tracer: Pick<Tracer, 'whenReturned'>, tell: (figure: Figure) => void, part: Platform['part']) {
    const show = (data: FigureData) => {
      // The host ends a run whose figure is not as it must be. What is wrong with it is said here, at the place.
      const wrong = part().wrongIn(data);
      if (wrong !== null) throw new ValueError(`A figure cannot be drawn: its '${wrong}' was given a value of another kind`);
      tracer.whenReturned((source, pass) => tell({ ...data, pass, source }));
    };
    showFiguresBy(show);
    this.api = once(() => {
      const plt = new (part().Pyplot)(show);
      this.plt = plt;
      return Object.freeze({ __esModule: true, plt, default: plt });
    });
  }

  /** Writes what the program added, when the program is done. */
  close(): void {
    closeWriters();
  }

  /**
   * @throws the error that kept a file of a writer from being written. To be called when no writing goes on any more
   */
  check(): void {
    const failed = writingFailed();
    if (failed instanceof Error) throw failed;
  }

  /** Shows what was plotted but not shown, when the run is over. A figure that cannot be shown any more is dropped. */
  finish(): void {
    try {
      showWriters();
      this.plt?.finish();
    } catch {
      // The figure is too large, and nobody waits for it.
    }
  }
}
