/** Tells where in the source something happened. The place is known once the call that did it returns. */
import { NO_SITE } from '../../recording/records.js';

export interface Call {
  site: number;
}

export class Calls {
  private awaiting: Call[] = [];

  /** The call that is running now. Its site is filled in later. */
  current(): Call {
    const call = { site: NO_SITE };
    this.awaiting.push(call);
    return call;
  }

  returned(site: number): void {
    if (this.awaiting.length === 0) return;
    for (const call of this.awaiting) call.site = site;
    this.awaiting = [];
  }
}
