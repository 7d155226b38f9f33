import { remember } from '../../engine/startOver.js';
import type { MovedEntry } from '../../protocol/numbers.js';
import type { RunRequest } from '../../protocol/runnerApi.js';
import type { Move } from '../../trace/recording/moves.js';
import type { Tracer } from '../../trace/tracer.js';
import { prepare, type Surroundings } from './evaluate.js';
import type { Platform } from './platform.js';
import { Timers } from './timers.js';

/** The program of a worker. It is read once, and can run any number of times, each time as if for the first time. */
export class Started {
  readonly timers: Timers;
  readonly asFirst = remember();
  private readonly scope: Platform['timers'];
  private run: ((surroundings: Surroundings) => Promise<void>) | null = null;
  /** The first use of each leaf whose entries were moved, by pass and node. */
  private readonly uses = new Map<string, Omit<Move, 'index' | 'value'> | null>();

  constructor(
    readonly request: RunRequest,
    private readonly platform: Platform,
  ) {
    this.scope = { ...platform.timers };
    this.timers = new Timers(this.scope);
  }

  /** @throws SyntaxError when V8 cannot parse the program */
  prepared(): (surroundings: Surroundings) => Promise<void> {
    const { realm, now } = this.platform;
    if (!this.run) {
      this.run = prepare(this.request.program, realm);
      realm.define({ ...this.scope, performance: realm.object({ now }) });
    }
    return this.run;
  }

  /**
   * Where to change which entries. An entry of a leaf that nothing uses changes nothing.
   * @param tracer of the last run
   */
  moves(entries: readonly MovedEntry[], tracer: Tracer): Move[] {
    return entries.flatMap(({ pass, node, index, value }) => {
      const name = `${pass} ${node}`;
      if (!this.uses.has(name)) this.uses.set(name, tracer.firstUse(pass, node));
      const use = this.uses.get(name);
      return use ? [{ ...use, index, value }] : [];
    });
  }
}
