import { withGradMode } from './autograd/gradMode.js';
import { unobserved } from './tensor/observe.js';

/**
 * Runs `body` without recording it for gradients and without showing it to the observer: what initialisers, optimizers
 * and the loading of states do to parameters belongs to no graph. The observer is still told about writes to a storage
 * (observe.ts).
 */
export const quietly = <T>(body: () => T): T => withGradMode(false, () => unobserved(body));
