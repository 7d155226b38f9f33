/** The engine alone, as a module for Node: `torch`. */
import { reside } from '../../engine/backends/cpu/wasm/slices.js';
import { useJoiner } from '../../engine/backends/cpu/wasm/wide.js';
import { wantsNarrow } from '../client/narrow.node.js';
import { sweep } from './garbage.node.js';
import { canJoinVectors, joinVectors } from './joining.node.js';

const now = () => performance.now();
reside({ sweep, now });
if (canJoinVectors && !wantsNarrow()) useJoiner({ joinVectors, now });

export * from '../../engine/index.js';
