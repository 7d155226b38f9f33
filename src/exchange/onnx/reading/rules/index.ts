/** Every ONNX operation that can be read here. */
import type { Rules } from '../node.js';
import { elementwise } from './elementwise.js';
import { indexing } from './indexing.js';
import { layers } from './layers.js';
import { recurrent } from './recurrent.js';
import { shapes } from './shapes.js';

export const rules: Rules = { ...elementwise, ...layers, ...shapes, ...indexing, ...recurrent };
