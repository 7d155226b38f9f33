/** The options of a dataclass and of its fields. */
import type { Class } from '../program/classes.js';
import type { Context } from './context.js';

/** True when the dataclass decorator gives this option this value. */
export const isSet = (of: Class, option: string, value = true): boolean =>
  of.node.decorator_list.some(
    (one) =>
      one.nodeType === 'Call' &&
      one.keywords.some(({ arg, value: given }) => arg === option && given.nodeType === 'Constant' && given.value === value),
  );

/** True for a field with `field(…, repr=False)`. */
export const isHidden = (of: Class, name: string, c: Context): boolean =>
  of.lineage().some(({ node }) =>
    node.body.some((one) => {
      if (one.nodeType !== 'AnnAssign' || one.target.nodeType !== 'Name' || one.target.id !== name) return false;
      const { value } = one;
      if (value?.nodeType !== 'Call' || c.path(value.func) !== 'dataclasses.field') return false;
      return value.keywords.some(({ arg, value: given }) => arg === 'repr' && given.nodeType === 'Constant' && given.value === false);
    }),
  );
