import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { op } from './op.js';

/** The letters of each operand and of the result. An ellipsis is replaced by upper-case letters. */
function parseEquation(equation: string, tensors: readonly Tensor[]): { operands: string[]; output: string } {
  const clean = equation.replace(/\s+/g, '');
  const [left, right] = clean.split('->') as [string, string | undefined];
  const parts = left.split(',');
  if (/[^A-Za-z.,]/.test(left) || (right !== undefined && /[^A-Za-z.]/.test(right))) {
    const bad = /[^A-Za-z.,>-]/.exec(clean)?.[0] ?? '';
    throw new RuntimeError(
      `einsum(): invalid subscript given at index ${clean.indexOf(bad)} in the equation string, subscripts must be in [a-zA-Z]`,
    );
  }
  if (parts.length !== tensors.length) {
    throw new RuntimeError(
      parts.length > tensors.length
        ? 'einsum(): fewer operands were provided than specified in the equation'
        : 'einsum(): more operands were provided than specified in the equation',
    );
  }
  let ellipsis = 0;
  parts.forEach((p, i) => {
    const named = p.replace('...', '').length;
    if (p.replace('...', '').includes('.') && p.indexOf('...') === p.lastIndexOf('...')) {
      throw new RuntimeError(`einsum(): found '.' for operand ${i} that is not part of any ellipsis`);
    }
    const rank = tensors[i].sizes.length;
    if (p.indexOf('...') !== p.lastIndexOf('...')) {
      throw new RuntimeError(`einsum(): found '.' for operand ${i} for which an ellipsis was already found`);
    }
    if (p.includes('...') && named > rank) {
      throw wrongShape(
        `einsum(): the number of subscripts in the equation (${named}) is more than the number of dimensions (${rank}) for operand ${i}`,
      );
    }
    if (p.includes('...')) ellipsis = Math.max(ellipsis, rank - named);
    else if (named !== rank) {
      throw wrongShape(
        `einsum(): the number of subscripts in the equation (${named}) does not match the number of dimensions (${rank}) for operand ${i} and no ellipsis was given`,
      );
    }
  });
  const dots = Array.from({ length: ellipsis }, (_, i) => String.fromCharCode(0x3b1 + i)).join('');
  const operands = parts.map((p, i) => {
    const own = tensors[i].sizes.length - p.replace('...', '').length;
    return p.replace('...', dots.slice(dots.length - own));
  });
  if (right !== undefined) return { operands, output: right.replace('...', dots) };
  const letters = operands.join('').split('');
  const once = [...new Set(letters)].filter((c) => !dots.includes(c) && letters.filter((l) => l === c).length === 1).sort();
  return { operands, output: dots + once.join('') };
}

/**
 * Takes the diagonal of dims that share a letter, then orders the dims as in `letters` (size 1 where a letter is
 * absent).
 */
function aligned(t: Tensor, subscripts: string, letters: string): Tensor {
  let x = t;
  let own = subscripts;
  for (const c of new Set(subscripts)) {
    while (own.indexOf(c) !== own.lastIndexOf(c)) {
      const [i, j] = [own.indexOf(c), own.lastIndexOf(c)];
      if (x.sizes[i] !== x.sizes[j]) {
        throw wrongShape(`einsum(): subscript ${c} is repeated for operand 0 but the sizes don't match, ${x.sizes[j]} != ${x.sizes[i]}`);
      }
      x = x.diagonal(0, i, j);
      own = own.slice(0, i) + own.slice(i + 1, j) + own.slice(j + 1) + c;
    }
  }
  x = x.permute([...letters].filter((c) => own.includes(c)).map((c) => own.indexOf(c)));
  [...letters].forEach((c, i) => {
    if (!own.includes(c)) x = x.unsqueeze(i);
  });
  return x;
}

/**
 * Sums over letters of two aligned operands: first over letters of one operand only, then over shared letters by a
 * batched product.
 */
function contract(a: Tensor, b: Tensor, sumOut: readonly number[]): Tensor {
  if (sumOut.length === 0) return a.mul(b);
  const only = (x: Tensor, y: Tensor) => sumOut.filter((d) => x.sizes[d] !== 1 && y.sizes[d] === 1);
  const [onlyA, onlyB] = [only(a, b), only(b, a)];
  const x = onlyA.length > 0 ? a.sum(onlyA, true) : a;
  const y = onlyB.length > 0 ? b.sum(onlyB, true) : b;
  const dims = [...x.sizes.keys()];
  const summed = sumOut.filter((d) => x.sizes[d] !== 1 && y.sizes[d] !== 1);
  const rest = dims.filter((d) => !sumOut.includes(d));
  const batch = rest.filter((d) => x.sizes[d] !== 1 && y.sizes[d] !== 1);
  const left = rest.filter((d) => !batch.includes(d) && y.sizes[d] === 1);
  const right = rest.filter((d) => !batch.includes(d) && !left.includes(d));
  const ones = sumOut.filter((d) => !summed.includes(d));
  const size = (t: Tensor, ds: readonly number[]) => numel(ds.map((d) => t.sizes[d]));
  const p = x.permute([...batch, ...left, ...summed, ...right, ...ones]).reshape([size(x, batch), size(x, left), size(x, summed)]);
  const q = y.permute([...batch, ...summed, ...right, ...left, ...ones]).reshape([size(y, batch), size(y, summed), size(y, right)]);
  const order = [...batch, ...left, ...right, ...sumOut];
  const out = p
    .bmm(q)
    .reshape(order.map((d) => (sumOut.includes(d) ? 1 : Math.max(x.sizes[d], y.sizes[d]) && (x.sizes[d] === 1 ? y.sizes[d] : x.sizes[d]))));
  return out.permute(dims.map((d) => order.indexOf(d)));
}

function einsumOf(equation: string, tensors: readonly Tensor[]): Tensor {
  if (tensors.length === 0) throw new RuntimeError('einsum(): must provide at least one operand');
  const { operands, output } = parseEquation(equation, tensors);
  const sizes = new Map<string, number>();
  operands.forEach((subscripts, k) =>
    [...subscripts].forEach((c, d) => {
      const n = tensors[k].sizes[d];
      const known = sizes.get(c) ?? 1;
      if (known !== 1 && n !== 1 && known !== n) {
        throw wrongShape(
          `einsum(): subscript ${c} has size ${n} for operand ${k} which does not broadcast with previously seen size ${known}`,
        );
      }
      sizes.set(c, known === 1 ? n : known);
    }),
  );
  for (const c of output) {
    if (!sizes.has(c)) throw new RuntimeError(`einsum(): output subscript ${c} does not appear in the equation for any input operand`);
    if (output.indexOf(c) !== output.lastIndexOf(c))
      throw new RuntimeError(`einsum(): output subscript ${c} appears more than once in the output`);
  }
  const hidden = [...sizes.keys()].filter((c) => !output.includes(c)).join('');
  const letters = output + hidden;
  const parts = tensors.map((t, k) => aligned(t, operands[k], letters));
  /** The last operand that has this letter: after it, the letter is summed over. */
  const lastUse = (d: number) => operands.reduce((last, s, k) => (s.includes(letters[d]) ? k : last), 0);
  const hiddenDims = [...hidden].map((_, i) => output.length + i);
  const first = hiddenDims.filter((d) => lastUse(d) === 0 && parts[0].sizes[d] !== 1);
  let result = first.length > 0 ? parts[0].sum(first, true) : parts[0];
  for (let k = 1; k < parts.length; k++) {
    result = contract(
      result,
      parts[k],
      hiddenDims.filter((d) => lastUse(d) === k),
    );
  }
  return hidden.length === 0 ? result : result.reshape(result.sizes.slice(0, output.length));
}

export const einsum = op({
  signature: 'einsum(str equation, Tensor... operands)',
  kind: kind.product(),
  doc: "Sums of products by Einstein's convention: dims by letters, those that the result lacks summed out.",
  formula: 'out = Σ Π operands, by the equation',
  compose: einsumOf,
});
