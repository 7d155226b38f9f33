/** The ONNX rules for PyTorch's operations, by name. */
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

/** A view and its copy (`view_copy`) are the same in ONNX. */
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
