/** PyTorch's operations by their names, each with how ONNX says it. */
import type { Rules } from '../call.js';
import { arithmeticRules } from './arithmetic.js';
import { elementwise } from './elementwise.js';
import { indexing } from './indexing.js';
import { learning } from './learning.js';
import { products } from './products.js';
import { reductions } from './reductions.js';
import { views } from './views.js';
import { windowRules } from './windows.js';

export const rules: Rules = {
  ...elementwise,
  ...arithmeticRules,
  ...views,
  ...reductions,
  ...products,
  ...windowRules,
  ...indexing,
  ...learning,
};
