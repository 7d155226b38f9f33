/** The tools that a language model can call. Each answers with a text, and with the same as data. */
import fs from 'node:fs/promises';
import * as z from 'zod';
import { comparisonOf, sentenceOf } from '../../exchange/comparison/comparison.js';
import { startingPosition } from '../../graph/run.js';
import { graphFormats } from '../../exchange/pictures/formats/index.js';
import { pictureOf } from '../../exchange/pictures/pictureOf.js';
import { runReport } from '../../insight/results/toolText.js';
import type { Pass, Run } from '../../protocol/trace.js';
import { checkEntry, nodeOf, told } from '../explain.js';
import type { Models } from './models.js';

export interface Answer {
  text: string;
  data: Record<string, unknown>;
  /** A picture beside the text. */
  svg?: string;
}

export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  input: Shape;
  answer(given: z.infer<z.ZodObject<Shape>>): Promise<Answer>;
}

const tool = <const Shape extends z.ZodRawShape>(one: Tool<Shape>): Tool => one;

const file = z.string().describe('Path of the model file (*.tl.ts), absolute or relative to the folder that is served.');
const pass = z.int().min(1).optional().describe('The pass, counted from 1. Default: the last one with gradients.');
const which = z.enum(['value', 'grad']).default('value').describe('Its value, or the gradient that backward() brought.');
const node = z.string().describe("A node: its id in the answer of 'run', or the name of a variable or parameter (w, fc1.weight).");

/** The most elements of a tensor in an answer. */
const MOST_ELEMENTS = 4096;

/** @param pages the folder with a page for each diagnostic; null when there is none */
export const toolsOf = (models: Models, pages: string | null): readonly Tool[] => [
  tool({
    name: 'run',
    title: 'Run a model',
    description:
      "Runs a Tensor Lens model file (*.tl.ts: TypeScript with PyTorch's names) and tells: status, error with its place, printed output, loss of every pass, what every name held (shape, dtype, statistics of value and gradient), diagnostics, and the nodes of the last pass.",
    input: {
      file,
      mode: z.enum(['forward', 'backward']).default('backward').describe("'forward' stops before the first backward()."),
      passes: z.int().min(0).default(0).describe('End after so many passes. 0: run to the end.'),
    },
    answer: ({ file: given, mode, passes }) =>
      models.run(given, { forward: mode === 'forward', passes }, ({ run, unwritten }) => {
        const report = JSON.parse(runReport(run)) as Record<string, unknown>;
        const data = { ...report, nodes: nodesOf(shownPass(run)), ...(unwritten.length > 0 && { not_written: unwritten }) };
        return Promise.resolve({ text: JSON.stringify(data), data });
      }),
  }),
  tool({
    name: 'read_tensor',
    title: 'Read a tensor',
    description: 'Runs a model and reads the numbers of one tensor, or of its gradient, with its shape and dtype.',
    input: { file, node, which, pass },
    answer: ({ file: given, ...asked }) =>
      models.run(given, { keep: keepOf(asked.pass) }, async ({ run, handle }) => {
        const found = nodeOf(run, { node: asked.node, pass: asked.pass ?? shownNumber(run), which: asked.which });
        const tensor = await handle?.tensor({ pass: found.pass.index, node: found.node.id, which: asked.which });
        if (!tensor) throw new Error(`'${asked.node}' is no longer kept: it takes too much memory.`);
        const { shape, dtype, data, text } = tensor;
        const isWhole = data.length <= MOST_ELEMENTS;
        const name = found.node.label ?? found.node.id;
        return {
          text: `${asked.which === 'grad' ? `gradient of ${name}` : name}, pass ${found.pass.index + 1}:\n${text}`,
          data: { name, which: asked.which, pass: found.pass.index + 1, shape, dtype, elements: data.length, ...(isWhole && { data }) },
        };
      }),
  }),
  tool({
    name: 'explain_number',
    title: 'Explain a number',
    description: 'Tells which entries of other tensors, times which factors, add up to one entry of a value or of a gradient.',
    input: { file, node, which, pass, entry: z.array(z.int().min(0)).default([]).describe('Its index, one number for each dim.') },
    answer: ({ file: given, entry, ...asked }) =>
      models.run(given, { keep: keepOf(asked.pass) }, async ({ run, handle }) => {
        const found = nodeOf(run, { node: asked.node, pass: asked.pass ?? shownNumber(run), which: asked.which });
        checkEntry(found.node, { entry });
        const explanation = await handle?.explain({ pass: found.pass.index, node: found.node.id, which: asked.which, entry });
        if (!explanation) throw new Error(`What '${asked.node}' was computed from is no longer kept: it takes too much memory.`);
        return { text: told(found.pass, found.node, { entry, which: asked.which }, explanation), data: { ...explanation } };
      }),
  }),
  tool({
    name: 'explain_diagnostics',
    title: 'Explain what is wrong',
    description:
      'Runs a model and explains every mistake and every warning that it has: what it means, why it happens, and how it is mended.',
    input: { file, code: z.string().optional().describe('Only diagnostics of this code, such as shape-mismatch.') },
    answer: ({ file: given, code }) =>
      models.run(given, {}, async ({ run }) => {
        const found = run.diagnostics.filter((one) => code === undefined || one.code === code);
        const codes = [...new Set(found.map((one) => one.code))];
        const texts = await Promise.all(codes.map(async (one) => [one, await pageOf(pages, one)] as const));
        const list = found.map((one) => `${one.severity} ${one.code}${place(one.source)}: ${one.message}`);
        const error = run.error && found.length === 0 ? [`${run.error.name}: ${run.error.message}`] : [];
        const explained = texts.flatMap(([, text]) => (text === null ? [] : [text]));
        return {
          text: [...error, ...list, ...explained].join('\n\n') || 'The run has no diagnostics.',
          data: { status: run.status, error: run.error, diagnostics: found, pages: Object.fromEntries(texts) },
        };
      }),
  }),
  tool({
    name: 'compare',
    title: 'Compare two models',
    description: 'Runs two models and tells where their numbers part first (pass, operation, entry), and which changed line made it so.',
    input: { a: file, b: file },
    answer: async ({ a, b }) => {
      const all = { maxPasses: 1_000_000 };
      const [first, second] = [await runOf(models, a, all), await runOf(models, b, all)];
      const [textA, textB] = await Promise.all([first, second].map(({ file: path }) => fs.readFile(path, 'utf8')));
      const found = comparisonOf({
        a: { name: first.file, run: first, text: textA! },
        b: { name: second.file, run: second, text: textB! },
      });
      return { text: sentenceOf(found), data: { ...found } };
    },
  }),
  tool({
    name: 'graph',
    title: 'Picture of the graph',
    description: 'Runs a model and draws the computation graph of a pass: as an SVG picture, and as Mermaid text.',
    input: { file, pass, theme: z.enum(['light', 'dark']).default('light') },
    answer: ({ file: given, pass: wanted, theme }) =>
      models.run(given, { keep: keepOf(wanted) }, ({ run }) => {
        const shown = wanted === undefined ? shownPass(run) : run.passes.find(({ index }) => index === wanted - 1);
        if (!shown) throw new Error(run.error?.message ?? `There is no pass ${wanted ?? 1}: the run had ${run.pass_count}.`);
        const picture = pictureOf(shown, { file: run.file, theme, direction: 'TB' });
        const write = (id: string) => graphFormats.find((format) => format.id === id)!.write(picture);
        const mermaid = write('mermaid');
        return Promise.resolve({
          text: mermaid,
          data: {
            pass: shown.index + 1,
            loss: shown.loss,
            nodes: nodesOf(shown),
            edges: shown.edges.map(({ from, to }) => ({ from, to })),
            mermaid,
          },
          svg: write('svg'),
        });
      }),
  }),
];

const runOf = (models: Models, given: string, options: { maxPasses: number }): Promise<Run> =>
  models.run(given, options, ({ run }) => Promise.resolve(run));

const keepOf = (given: number | undefined): number | undefined => (given === undefined ? undefined : given - 1);

const shownPass = (run: Run): Pass | undefined => run.passes[startingPosition(run)];

/** The number of the shown pass, from 1; null when there is none. */
const shownNumber = (run: Run): number | null => {
  const shown = shownPass(run);
  return shown ? shown.index + 1 : null;
};

const nodesOf = (shown: Pass | undefined): object[] =>
  (shown?.nodes ?? []).map(({ id, label, kind, op, module, shape, dtype, source, value, grad }) => ({
    id,
    label,
    kind,
    op,
    module,
    shape,
    dtype,
    line: source?.line ?? null,
    value: { mean: value.mean, min: value.min, max: value.max, ...(value.data && { data: value.data }) },
    grad: grad && { mean: grad.mean, norm: grad.norm, ...(grad.data && { data: grad.data }) },
  }));

const place = (source: { line: number; column: number } | null): string => (source ? ` at ${source.line}:${source.column}` : '');

async function pageOf(pages: string | null, code: string): Promise<string | null> {
  if (pages === null || !/^[\w-]+$/.test(code)) return null;
  return fs.readFile(`${pages}/${code}.md`, 'utf8').catch(() => null);
}
