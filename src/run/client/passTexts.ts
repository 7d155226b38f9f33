import { withDigest } from '../../graph/digest.js';
import type { PassHead } from '../../protocol/runnerApi.js';
import { numberOf } from '../../protocol/scalars.js';
import { isOf, passSchema } from '../../protocol/schema.js';
import type { Pass, Range } from '../../protocol/trace.js';

const EMPTY = { nodes: [], edges: [], backward_order: [] };
/** The fields that are in the text of a pass. They are nearly all of its data. */
const HEAVY = ['nodes', 'edges', 'backward_order', 'held', 'steps'] as const;
type Body = Pick<Pass, (typeof HEAVY)[number]>;

/**
 * Passes as a run sent them: heads, and texts that are read only when somebody looks at the pass. A view of a run shows
 * one pass or two. The other passes, which may be large, never become objects.
 */
export class PassTexts {
  /** The place of the operation that failed. Only the host can find it. */
  failedAt: Range | null = null;
  /** The bodies that were read last, because the same pass is usually read again and again. */
  private readonly recent: Body[] = [];

  /** @param unreadable called for a text that is no valid pass. Such a pass is then shown without nodes */
  constructor(private readonly unreadable: () => void) {}

  /** @param text returns null when the text cannot be read any more */
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
