/** PyTorch's operations by their names, each with how ONNX says it. */
import type { Rules } from '../call.js';
import { arithmeticRules } from './arithmetic.js';
import { arranging } from './arranging.js';
import { distances } from './distances.js';
import { elementwise } from './elementwise.js';
import { indexing } from './indexing.js';
import { learning } from './learning.js';
import { products } from './products.js';
import { reductions } from './reductions.js';
import { views } from './views.js';
import { windowRules } from './windows.js';

/** What a view sees, in memory of its own, is the same to ONNX. */
const copies: Rules = Object.fromEntries(Object.entries(views).map(([name, rule]) => [`${name}_copy`, rule]));

export const rules: Rules = {
  ...elementwise,
  ...arithmeticRules,
  ...views,
  ...copies,
  ...reductions,
  ...products,
  ...windowRules,
  ...arranging,
  ...distances,
  ...indexing,
  ...learning,
};
