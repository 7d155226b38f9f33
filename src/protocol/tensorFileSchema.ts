/** Checks what a worker says of a file of tensors: see schema.ts. */
import * as v from 'valibot';
import { summarySchema } from './schema.js';
import type { TensorFile } from './tensorFile.js';

const text = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const most = v.maxLength<unknown[], number>(5000);

export const tensorFileSchema = v.object({
  tensors: v.pipe(v.array(v.object({ name: text, shape: v.array(count), dtype: text, value: summarySchema })), most),
  more: count,
  beside: v.pipe(v.array(v.object({ name: text, text })), most),
}) satisfies v.GenericSchema<unknown, TensorFile>;
