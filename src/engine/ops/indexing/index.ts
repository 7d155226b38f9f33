import type { Op } from '../op.js';
import { furtherIndexing } from './further.js';
import { gather, scatters } from './gather.js';
import { scatterReduce } from './scatterReduce.js';
import { masked, maskedFills } from './masked.js';
import { found } from './positions.js';
import { indexSelect, indexWrites } from './slices.js';
import { alias, indexPut, indexTensors } from './subscript.js';
import { diagonals, triangles } from './triangle.js';

/** Operations on elements by their position. */
export const indexing: Op[] = [
  indexTensors,
  indexPut,
  alias,
  indexSelect,
  ...indexWrites,
  gather,
  ...scatters,
  scatterReduce,
  ...maskedFills,
  ...masked,
  ...found,
  ...triangles,
  ...diagonals,
  ...furtherIndexing,
];
