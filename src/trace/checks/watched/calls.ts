/** Where in the source something happened is known once the call that did it returns. */
import { NO_SITE } from '../../recording/records.js';

export interface Call {
  site: number;
}

export class Calls {
  private awaiting: Call[] = [];

  /** The call that is at work, to be known later. */
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
