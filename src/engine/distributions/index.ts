/** `torch.distributions`. */
import './accepted.js';
import { isClass } from '../python/calling.js';
import { methodsSay } from '../saying.js';
import * as families from './families.js';
import * as transformations from './transforms/index.js';

export * as constraints from './constraints.js';
export * as transforms from './transforms/index.js';
export * from './transforms/index.js';
export { biject_to, transform_to } from './constraintRegistry.js';
export { kl_divergence, register_kl } from './kl/index.js';
export * from './families.js';

type Class = Parameters<typeof methodsSay>[number];
methodsSay(
  ...([...Object.values(families), ...Object.values(transformations)] as (object | Class)[]).filter((one): one is Class => isClass(one)),
);
