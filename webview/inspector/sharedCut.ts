import { firstCut, type Cut } from './slices.js';

/** One cut for the value and the gradient. It stays from pass to pass while the shape is the same. */
export class SharedCut {
  private shape = '';
  private current: Cut = firstCut([]);
  private readonly listeners = new Set<() => void>();

  /** Called for another node or another pass. The old listeners are gone. */
  begin(shape: readonly number[]): void {
    this.listeners.clear();
    if (this.shape === shape.join()) return;
    this.shape = shape.join();
    this.current = firstCut(shape);
  }

  get cut(): Readonly<Cut> {
    return this.current;
  }

  change(cut: Cut): void {
    this.current = cut;
    for (const listener of this.listeners) listener();
  }

  listen(listener: () => void): void {
    this.listeners.add(listener);
  }
}
