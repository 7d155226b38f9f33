/** Checks what a worker says of a file of tensors: see schema.ts. */
import * as v from 'valibot';
import { summarySchema } from './schema.js';
import type { TensorFile } from './tensorFile.js';

const text = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <const S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(5000));

export const tensorFileSchema = v.object({
  tensors: list(v.object({ name: text, shape: v.array(count), dtype: text, value: summarySchema })),
  more: count,
  beside: list(v.object({ name: text, text })),
}) satisfies v.GenericSchema<unknown, TensorFile>;
