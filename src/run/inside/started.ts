import { remember } from '../../engine/startOver.js';
import type { MovedEntry } from '../../protocol/numbers.js';
import type { RunRequest } from '../../protocol/runnerApi.js';
import type { Move } from '../../trace/recording/moves.js';
import type { Tracer } from '../../trace/tracer.js';
import { prepare, type Surroundings } from './evaluate.js';
import type { Platform } from './platform.js';
import { Timers } from './timers.js';

/** The program of a worker: read once, and run as if for the first time as often as it is asked for. */
export class Started {
  readonly timers: Timers;
  readonly asFirst = remember();
  private readonly scope: Platform['timers'];
  private run: ((surroundings: Surroundings) => Promise<void>) | null = null;
  /** Where the entries that were moved are used first, by pass and node. */
  private readonly uses = new Map<string, Omit<Move, 'index' | 'value'> | null>();

  constructor(
    readonly request: RunRequest,
    private readonly platform: Platform,
  ) {
    this.scope = { ...platform.timers };
    this.timers = new Timers(this.scope);
  }

  /** @throws SyntaxError for what V8 cannot read */
  prepared(): (surroundings: Surroundings) => Promise<void> {
    const { realm, now } = this.platform;
    if (!this.run) {
      this.run = prepare(this.request.program, realm);
      realm.define({ ...this.scope, performance: realm.object({ now }) });
    }
    return this.run;
  }

  /** Where to change which entries. One of a leaf that nothing uses changes nothing. @param tracer of the run before */
  moves(entries: readonly MovedEntry[], tracer: Tracer): Move[] {
    return entries.flatMap(({ pass, node, index, value }) => {
      const name = `${pass} ${node}`;
      if (!this.uses.has(name)) this.uses.set(name, tracer.firstUse(pass, node));
      const use = this.uses.get(name);
      return use ? [{ ...use, index, value }] : [];
    });
  }
}
