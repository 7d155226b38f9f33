/** The longest time between the two clicks of a double click, in milliseconds. It allows for slow clicks. */
const pairTime = 500;
/** The largest distance between the two clicks, in pixels. */
const pairDistance = 6;

export interface Click {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Recognizes double clicks at one place, even if something else is under the pointer at the second click. */
export class Clicks {
  private last: Click | null = null;

  /** True for the second of two clicks on one item. A third click counts as a first one. */
  isSecond(click: Click): boolean {
    const isSecond = this.last !== null && this.firstOf(click) !== null && this.last.id === click.id;
    this.last = isSecond ? null : click;
    return isSecond;
  }

  /**
   * The id of the item that was clicked at this place shortly before. Null when that click is too old or too far away.
   */
  firstOf({ x, y, at }: Omit<Click, 'id'>): string | null {
    const { last } = this;
    const isNear = last && Math.hypot(last.x - x, last.y - y) <= pairDistance && at - last.at <= pairTime;
    return isNear ? last.id : null;
  }

  forget(): void {
    this.last = null;
  }
}

/** The time for which the picture stays still after a click, so that a second click hits the same item. */
export const stillAfterClick = pairTime + 20;
