/**
 * Checks every message from the process of a run before it is used: a model that has escaped its sandbox can send
 * anything. The compiler checks that the schemas equal the types of trace.ts and runnerApi.ts.
 */
import * as v from 'valibot';
import type { Field } from './field.js';
import type { Explanation } from './explanation.js';
import type { figureSchema } from './figure.js';
import { type Figure } from './figure.js';
import type { OperationDoc } from './operations.js';
import type { FinishedRun, NamedLoss, PassHead, Progress } from './runnerApi.js';
import { isScalar } from './scalars.js';
import type { TestResult } from './testing.js';
import type { Pass, Scalar, Summary, TensorData } from './trace.js';

/** The limits for the characters of a name, of a sentence, and of a printed text. */
const NAME = 10_000;
const TEXT = 200_000;
/** The limit for the characters of a snapshot. */
const SNAPSHOT = 2_000_000;
/** The limit for the items of a list. */
const MANY = 300_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const name = text(NAME);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <const S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MANY));
const orNull = <const S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const optional = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number';

/** A long list of numbers. Each number is checked by a function, without a schema for each. */
const every = <T>(is: (value: unknown) => value is T) => v.custom<T[]>((value) => Array.isArray(value) && allAre(value, is));

/** Array's own `every` makes an object for each number when it calls back: tens of megabytes for a large run. */
function allAre<T>(values: readonly unknown[], is: (value: unknown) => value is T): boolean {
  for (let i = 0; i < values.length; i++) if (!is(values[i])) return false;
  return true;
}
const numbers = every(isNumber);

const range = v.object({ file: name, line: count, column: count, endLine: count, endColumn: count });
export const summarySchema = v.object({
  min: orNull(v.number()),
  max: orNull(v.number()),
  mean: orNull(v.number()),
  std: orNull(v.number()),
  norm: orNull(v.number()),
  nan: count,
  inf: count,
  numel: count,
  histogram: orNull(v.object({ min: v.number(), max: v.number(), counts: numbers })),
  thumbnail: orNull(v.object({ rows: count, cols: count, data: name })),
  data: optional(every(isScalar)),
  text: optional(text(TEXT)),
}) satisfies v.GenericSchema<unknown, Summary>;

const node = v.object({
  id: name,
  key: name,
  kind: v.picklist(['input', 'parameter', 'constant', 'op', 'failed']),
  op: name,
  grad_fn: orNull(name),
  label: orNull(name),
  module: name,
  module_types: list(name),
  attributes: text(TEXT),
  shape: numbers,
  dtype: name,
  requires_grad: v.boolean(),
  in_graph: v.boolean(),
  source: orNull(range),
  bytes: v.number(),
  time_ms: optional(v.number()),
  backward_ms: optional(v.number()),
  saved: optional(list(v.object({ name, bytes: count, storage: count, node: orNull(name) }))),
  silent: optional(v.object({ silent: count, units: count, samples: count })),
  value: summarySchema,
  grad: orNull(summarySchema),
});

const edge = v.object({
  from: name,
  to: name,
  input: count,
  argument: optional(name),
  broadcast: optional(numbers),
  grad: optional(orNull(summarySchema)),
});

export const passSchema = v.object({
  index: count,
  backward: v.boolean(),
  root: orNull(name),
  loss: orNull(v.number()),
  nodes: list(node),
  edges: list(edge),
  backward_order: list(name),
  held: optional(v.record(name, name)),
}) satisfies v.GenericSchema<unknown, Pass>;

export const passHeadSchema = v.object({
  index: count,
  backward: v.boolean(),
  root: orNull(name),
  loss: orNull(v.custom<Scalar>(isScalar)),
  digest: v.object({ sources: list(range), dtypes: list(name), call: orNull(range), failed: v.boolean() }),
}) satisfies v.GenericSchema<unknown, PassHead>;

const binding = v.object({
  name,
  source: range,
  site: optional(count),
  count,
  shape: numbers,
  dtype: name,
  requires_grad: v.boolean(),
  grad_fn: orNull(name),
  node: orNull(name),
  key: orNull(name),
  pass: v.number(),
  text: text(TEXT),
  value: summarySchema,
  grad: orNull(summarySchema),
  grad_text: orNull(text(TEXT)),
});

export const bindingsSchema = list(binding);

const diagnostic = v.object({
  severity: v.picklist(['error', 'warning', 'info']),
  code: name,
  message: text(TEXT),
  advice: optional(text(TEXT)),
  source: orNull(range),
  related: optional(list(v.object({ message: text(TEXT), source: range }))),
  fixes: optional(
    list(
      v.object({
        ...{ title: name, callees: list(name), operand: v.number(), append: text(TEXT) },
        ...{ instead: optional(text(TEXT)), named: optional(text(TEXT)) },
        ...{ each: optional(v.literal(true)), first: optional(v.literal(true)) },
      }),
    ),
  ),
});

/**
 * The description of an operation. Only its texts are checked: a forged description can do no more than show a wrong
 * text.
 */
const operation = v.custom<OperationDoc>((value) =>
  v.is(v.object({ signature: name, doc: name, formula: name, kind: v.looseObject({}) }), value),
);

const error = { name, message: text(TEXT), source: orNull(range), explanation: optional(count), stack: optional(text(2 * TEXT)) };

export const testResultSchema = v.object({
  name,
  status: v.picklist(['passed', 'failed', 'skipped']),
  ms: v.number(),
  error: orNull(v.object({ ...error, expected: optional(text(SNAPSHOT)), actual: optional(text(SNAPSHOT)) })),
  snapshots: list(v.object({ name, state: v.picklist(['same', 'new', 'changed']), text: text(SNAPSHOT) })),
}) satisfies v.GenericSchema<unknown, TestResult>;

const measured = every(isNumberOrNull);
const health = v.object({
  name,
  source: orNull(range),
  shape: numbers,
  passes: numbers,
  grad: measured,
  used: measured,
  weight: measured,
  update: measured,
});

export const finishedRunSchema = v.object({
  tensorLens: v.literal(1),
  file: name,
  mode: v.picklist(['forward', 'backward']),
  status: v.picklist(['ok', 'error', 'timeout', 'cancelled']),
  error: orNull(v.object(error)),
  kept: numbers,
  bindings: bindingsSchema,
  operations: optional(v.record(v.string(), operation)),
  diagnostics: list(diagnostic),
  health: optional(list(health)),
  elapsed_ms: v.number(),
  peak_bytes: v.number(),
  backend: name,
  card: optional(v.object({ renderer: name, isSoftware: v.boolean(), isLost: optional(v.boolean()) })),
  partial: optional(v.boolean()),
}) satisfies v.GenericSchema<unknown, FinishedRun>;

export const progressSchema = v.object({ passes: count, loss: orNull(v.number()), operations: count }) satisfies v.GenericSchema<
  unknown,
  Progress
>;

export const namedLossesSchema = list(v.tuple([name, count, v.custom<Scalar>(isScalar)])) satisfies v.GenericSchema<
  unknown,
  NamedLoss<Scalar>[]
>;

export const tensorSchema = v.object({ shape: numbers, dtype: name, data: every(isScalar), text: v.string() }) satisfies v.GenericSchema<
  unknown,
  TensorData
>;

const scalar = v.custom<Scalar>(isScalar);
const entryOf = { node: orNull(name), entry: numbers };

export const explanationSchema = v.object({
  value: scalar,
  op: name,
  source: orNull(range),
  sum: scalar,
  terms: list(
    v.object({
      ...entryOf,
      number: scalar,
      factor: orNull(scalar),
      contribution: scalar,
      with: optional(v.object(entryOf)),
      through: optional(v.picklist(['mean', 'deviation'])),
    }),
  ),
  rest: scalar,
  rest_count: count,
  depends: optional(v.literal(true)),
}) satisfies v.GenericSchema<unknown, Explanation>;

const ends = v.tuple([v.number(), v.number()]);
export const fieldSchema = v.object({
  rows: count,
  columns: count,
  x: ends,
  y: ends,
  values: every(isNumberOrNull),
  classes: optional(count),
  points: list(v.tuple([v.number(), v.number(), orNull(v.number())])),
  here: optional(count),
}) satisfies v.GenericSchema<unknown, Field>;

export const linesSchema = list(text(TEXT));

/** Checks the other direction: the schemas accept everything that the types allow. */
type Takes<Schema extends v.GenericSchema, Type extends v.InferInput<Schema>> = Type;
/** Nobody uses this type: it must only compile. @public */
export type TypesAreTaken = [
  Takes<typeof passSchema, Pass>,
  Takes<typeof finishedRunSchema, FinishedRun>,
  Takes<typeof progressSchema, Progress>,
  Takes<typeof tensorSchema, TensorData>,
  Takes<typeof explanationSchema, Explanation>,
  Takes<typeof fieldSchema, Field>,
  Takes<typeof figureSchema, Figure>,
];

/** True when a message fits its schema. */
export const isOf = <const S extends v.GenericSchema>(schema: S, value: unknown): boolean => v.is(schema, value);
