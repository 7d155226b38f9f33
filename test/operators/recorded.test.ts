/**
 * Every operator × {tensor, number} × {tensor, number} × dtypes × shapes, compared with what PyTorch computed (recorded
 * by record.py).
 */
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { run } from '../language/evaluate.js';

interface Written {
  shape: number[];
  dtype: string;
  data: (number | boolean | string)[];
}

interface Case {
  sign: string;
  operands: (number | boolean | Written)[];
  error?: [name: string, message: string];
  plain?: unknown;
  result?: Written;
  same?: boolean;
  grads?: (Written | null)[];
}

const { cases } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'recorded.json'), 'utf8')) as { cases: Case[] };
const signs = [...new Set(cases.map(({ sign }) => sign))];

const isInPlace = (sign: string): boolean => sign.endsWith('=') && !/^[<>=!]=$/.test(sign);

type Operate = (...operands: unknown[]) => unknown;

/** One function for each operator, compiled like a model file. */
async function compiled(): Promise<Record<string, Operate>> {
  const written = (sign: string) => {
    if (sign === 'bool') return '(a) => (a ? true : false)';
    if (isInPlace(sign)) return `(a, b) => { a ${sign} b; return a; }`;
    return `(...of) => (of.length === 1 ? ${sign === '~' ? '~' : '-'}of[0] : of[0] ${sign === '~' ? '&' : sign} of[1])`;
  };
  const text = signs.map((sign) => `  ${JSON.stringify(sign)}: ${written(sign)},`).join('\n');
  const { exports } = await run(`export const of: Record<string, (...of: any[]) => any> = {\n${text}\n};`);
  return exports['of'] as Record<string, Operate>;
}

const number = (value: number | boolean | string): number =>
  typeof value === 'string' ? Number(value.replace('inf', 'Infinity')) : Number(value);

function made(operand: Case['operands'][number]): number | boolean | torch.Tensor {
  if (typeof operand !== 'object') return operand;
  const dtype = (torch as unknown as Record<string, torch.dtype>)[operand.dtype]!;
  const tensor = torch.tensor(operand.data.map(number), { dtype }).reshape(operand.shape);
  return tensor.is_floating_point() ? tensor.requires_grad_() : tensor;
}

/** True when two lists of numbers agree, within the precision of the least exact dtype. */
function close(a: readonly number[], b: readonly number[], isDouble: boolean): boolean {
  const tolerance = isDouble ? 1e-12 : 2e-6;
  const same = (x: number, y: number) => Object.is(x, y) || x === y || Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(y));
  return a.length === b.length && a.every((x, i) => same(x, b[i]!));
}

function differs(tensor: unknown, written: Written, isDouble: boolean): string | null {
  if (!(tensor instanceof torch.Tensor)) return `no tensor but ${String(tensor)}`;
  if (tensor.dtype.name !== written.dtype) return `dtype ${tensor.dtype.name}, not ${written.dtype}`;
  if (String([...tensor.shape]) !== String(written.shape)) return `shape ${String([...tensor.shape])}, not ${String(written.shape)}`;
  const data = (tensor.detach().flatten().tolist() as (number | boolean)[]).map(Number);
  const expected = written.data.map(number);
  return close(data, expected, isDouble) ? null : `${String(data)}, not ${String(expected)}`;
}

function problem({ sign, operands, error, plain, result, same, grads }: Case, operate: Record<string, Operate>): string | null {
  const given = operands.map(made);
  const isDouble = !operands.some((operand) => typeof operand === 'object' && operand.dtype === 'float32') && result?.dtype !== 'float32';
  const used = [...given];
  // A leaf that requires a gradient cannot be changed in place. A copy with the same history can.
  if (isInPlace(sign) && used[0] instanceof torch.Tensor && used[0].requires_grad) used[0] = used[0].clone();
  let out: unknown;
  try {
    out = operate[sign]!(...used);
  } catch (thrown) {
    const { message } = thrown as Error;
    if (!error) return `threw ${message}`;
    return message === error[1] ? null : `says '${message}', not '${error[1]}'`;
  }
  if (error) return `does not throw '${error[1]}'`;
  if (plain !== undefined) return out === plain ? null : `is ${String(out)}, not ${String(plain)}`;
  const difference = differs(out, result!, isDouble);
  if (difference !== null) return difference;
  if (same !== undefined && (out === used[0]) !== same) return 'is not in place';
  if (!grads) return null;
  const tensor = out as torch.Tensor;
  tensor
    .mul(torch.arange(1, tensor.numel() + 1, { dtype: tensor.dtype }).reshape([...tensor.shape]))
    .sum()
    .backward();
  for (const [i, grad] of grads.entries()) {
    if (!grad) continue;
    const wrong = differs((given[i] as torch.Tensor).grad, grad, isDouble);
    if (wrong !== null) return `gradient ${i}: ${wrong}`;
  }
  return null;
}

const show = (operand: Case['operands'][number]): string =>
  typeof operand === 'object' ? `${operand.dtype}[${operand.shape.join(', ')}]` : String(operand);

it.each(signs)('%s is what PyTorch says', async (sign) => {
  const operate = await compiled();
  const wrong = cases.flatMap((one) => {
    const found = one.sign === sign ? problem(one, operate) : null;
    return found === null ? [] : [`${one.operands.map(show).join(` ${sign} `)}: ${found}`];
  });
  expect(wrong).toEqual([]);
});
