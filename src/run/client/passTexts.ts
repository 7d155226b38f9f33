import { withDigest } from '../../graph/digest.js';
import type { PassHead } from '../../protocol/runnerApi.js';
import { isOf, numberOf, passSchema } from '../../protocol/schema.js';
import type { Pass, Range } from '../../protocol/trace.js';

const EMPTY = { nodes: [], edges: [], backward_order: [] };
/** What is in the text of a pass: nearly all of it. */
const HEAVY = ['nodes', 'edges', 'backward_order', 'held', 'steps'] as const;
type Body = Pick<Pass, (typeof HEAVY)[number]>;

/**
 * Passes as a run sent them: heads, and texts that are read when somebody looks. Who shows a run looks at one pass or
 * two of it, and the others, which may be large, never become objects.
 */
export class PassTexts {
  /** Where the operation stands that failed, which only the host can find out. */
  failedAt: Range | null = null;
  /** The one that was looked at last, for it is looked at again and again. */
  private readonly recent: Body[] = [];

  /** @param unreadable called for a text that is no pass: it is shown without nodes then */
  constructor(private readonly unreadable: () => void) {}

  /** @param text null when it cannot be had any more */
  pass({ loss, digest, ...head }: PassHead, text: () => string | null): Pass {
    let held: WeakRef<Body> | undefined;
    const body = (): Body => {
      let found = held?.deref();
      if (!found) held = new WeakRef((found = this.read(text)));
      return (this.recent[0] = found);
    };
    const pass = { ...head, loss: loss === null ? null : numberOf(loss) };
    for (const name of HEAVY) Object.defineProperty(pass, name, { get: () => body()[name], enumerable: true });
    return withDigest(pass as Pass, digest);
  }

  private read(text: () => string | null): Body {
    const body = parsed(text());
    if (!isOf(passSchema, body)) {
      this.unreadable();
      return EMPTY;
    }
    const { nodes } = body as Pass;
    if (this.failedAt) for (const node of nodes) if (node.kind === 'failed') node.source = this.failedAt;
    return body as Pass;
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
