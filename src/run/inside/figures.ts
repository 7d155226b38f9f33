import { Pyplot } from '../../engine/pyplot/pyplot.js';
import type { Figure, FigureData } from '../../protocol/figure.js';
import type { Tracer } from '../../trace/tracer.js';

/** The figures of a run: tells of each when its place in the source is known, and after which pass it was shown. */
export class Figures {
  private readonly plt: Pyplot;
  /** What 'tensor-lens/pyplot' exports. */
  readonly api: object;

  constructor(tracer: Pick<Tracer, 'whenReturned'>, tell: (figure: Figure) => void) {
    const show = (data: FigureData) => tracer.whenReturned((source, pass) => tell({ ...data, pass, source }));
    this.plt = new Pyplot(show);
    this.api = Object.freeze({ __esModule: true, plt: this.plt, default: this.plt });
  }

  /** The program is done: what it plotted and did not show is shown. A figure that cannot be shown any more is none. */
  finish(): void {
    try {
      this.plt.finish();
    } catch {
      // Too large, and nobody waits for it.
    }
  }
}
