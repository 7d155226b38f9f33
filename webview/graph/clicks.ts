/** A second click within this time, in milliseconds, is one of two: people take their time. */
const pairTime = 500;
/** And no farther from the first than this, in pixels. */
const pairDistance = 6;

export interface Click {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Tells two clicks at one place from single ones, whatever has come under the pointer since the first. */
export class Clicks {
  private last: Click | null = null;

  /** Whether it is the second of two on one thing. A third begins anew. */
  isSecond(click: Click): boolean {
    const isSecond = this.last !== null && this.firstOf(click) !== null && this.last.id === click.id;
    this.last = isSecond ? null : click;
    return isSecond;
  }

  /** What was clicked just before at this place; null when that is too long ago or too far away. */
  firstOf({ x, y, at }: Omit<Click, 'id'>): string | null {
    const { last } = this;
    const isNear = last && Math.hypot(last.x - x, last.y - y) <= pairDistance && at - last.at <= pairTime;
    return isNear ? last.id : null;
  }

  forget(): void {
    this.last = null;
  }
}

/** How long a picture keeps still after a click, so that a second one meets what the first met. */
export const stillAfterClick = pairTime + 20;
