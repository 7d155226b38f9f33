/** The engine alone, as a module for Node: `torch`. */
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { useJoiner } from '../../engine/backends/cpu/wasm/wide.js';
import { sweep } from './garbage.node.js';
import { canJoinVectors, joinVectors, wantsNarrow } from '../client/vectors.node.js';

const now = () => performance.now();
reside({ sweep, now });
if (canJoinVectors && !wantsNarrow()) useJoiner({ joinVectors, now });

export * from '../../engine/index.js';
