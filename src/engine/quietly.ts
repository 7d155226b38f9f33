import { withGradMode } from './autograd/gradMode.js';
import { unobserved } from './tensor/observe.js';

/**
 * Runs `body` without recording it for gradients and without showing it to the observer: what
 * initialisers, optimizers and the loading of states do to parameters belongs to no graph. That
 * they write is still heard of (observe.ts).
 */
export const quietly = <T>(body: () => T): T => withGradMode(false, () => unobserved(body));
