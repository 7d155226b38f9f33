import { complexOps } from './complex/index.js';
import { composed } from './composed.js';
import { contiguous_format } from '../layout.js';
import * as kind from './kind.js';
import type { Tensor } from '../tensor/tensor.js';
import { familyOp, op, type Op } from './op.js';
import { copyIn } from './pointwise.js';
import { views } from './views/index.js';

/** Copies of what a view shows: `torch.permute_copy` and similar operations, each built from the entry of its view. */

const seen = [
  'as_strided',
  'expand',
  'permute',
  'select',
  'split',
  'split_with_sizes',
  'squeeze',
  't',
  'transpose',
  'unbind',
  'unfold',
  'unsqueeze',
  'view',
  'view_as_complex',
  'view_as_real',
];

const inRows = (x: Tensor): Tensor => copyIn(contiguous_format, x);

const copying = ({ signature, name, doc, formula, gradient, gradFnName, forward, differentiable, conjugates = false }: Op): Op =>
  familyOp({
    signature: signature.replace(name, `${name}_copy`),
    kind: kind.copy(),
    doc: `${doc} In memory of its own.`,
    formula,
    ...(gradient === undefined ? {} : { gradient }),
    conjugates,
    gradFn: `${gradFnName}_copy`,
    variants: ['function'],
    forward(...values) {
      const found = forward!(...values);
      return Array.isArray(found) ? found.map((t) => inRows(t)) : inRows(found);
    },
    backward: Object.fromEntries(differentiable.map((d) => [d.name, d.formula])),
  });

export const viewCopies: Op[] = [
  ...[...views, ...complexOps, ...composed]
    .filter((o) => seen.includes(o.name) && o.forward && !/^view\.dtype/.test(o.signature))
    .map(copying),
  op({
    signature: 'detach_copy(Tensor input)',
    kind: kind.copy({ cuts: true }),
    doc: 'The same elements in memory of its own, without history.',
    formula: 'out = input, without its history',
    variants: ['function'],
    forward: inRows,
  }),
  op({
    signature: 'alias_copy(Tensor input)',
    kind: kind.copy(),
    doc: 'The same elements in memory of its own.',
    formula: 'out = input',
    gradient: 'input: g',
    gradFn: 'AliasBackward0_copy',
    variants: ['function'],
    forward: inRows,
    backward: { input: (g) => g },
  }),
];
