import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import type { Tensor } from '../../../src/engine/index.js';

interface Case {
  dtype: 'float32' | 'float64' | 'complex64';
  shape: [number, number];
  a: number[];
  svd: number[][];
  eigh?: number[][];
  eig?: number[][];
}

/** A matrix of random numbers: the values, and of each vector the entry in the middle. */
interface Large extends Record<'u' | 's' | 'v', number[]> {
  dtype: 'float32' | 'float64';
  shape: [number, number];
  values?: number[];
  vectors?: number[];
}

/** What PyTorch computed: makeVectors.py. */
const { cases, large } = JSON.parse(fs.readFileSync(new URL('./vectors.json', import.meta.url), 'utf8')) as {
  cases: Case[];
  large: Large[];
};

function matrixOf({ dtype, shape, a }: Case): Tensor {
  if (dtype !== 'complex64') return torch.tensor(a, { dtype: torch[dtype] }).view(shape);
  return torch.view_as_complex(torch.tensor(a, { dtype: torch.float32 }).view([...shape, 2]));
}

const numbers = (t: Tensor): number[] => (t.is_complex() ? torch.view_as_real(t.resolve_conj()) : t).flatten().tolist() as number[];

/** Whether all numbers are the same but for rounding: a sign or an order that is another one is not. */
function expectAlike(parts: readonly Tensor[], wanted: readonly number[][]): void {
  parts.forEach((part, i) => {
    const found = numbers(part);
    expect(found.length).toBe(wanted[i]!.length);
    wanted[i]!.forEach((x, at) => expect(Math.abs(found[at]! - x), `part ${i} at ${at}: ${found[at]} for ${x}`).toBeLessThan(2e-3));
  });
}

const named = cases.map((one) => [`${one.dtype}[${one.shape.join(', ')}]`, one] as const);
const having = (part: 'eig' | 'eigh') => named.filter(([, one]) => one[part]);

describe('vectors have the signs and the order that PyTorch gives them', () => {
  it.each(named)('singular vectors of %s', (_, one) => {
    const { U, S, Vh } = torch.linalg.svd(matrixOf(one));
    expectAlike([U, S, Vh], one.svd);
  });

  it.each(having('eigh'))('eigenvectors of the symmetric part of %s', (_, one) => {
    const a = matrixOf(one);
    const { eigenvalues, eigenvectors } = torch.linalg.eigh(a.add(a.mH));
    expectAlike([eigenvalues, eigenvectors], one.eigh!);
  });

  it.each(having('eig'))('eigenvectors of %s', (_, one) => {
    const { eigenvalues, eigenvectors } = torch.linalg.eig(matrixOf(one));
    expectAlike([eigenvalues, eigenvectors], one.eig!);
  });

  it.each(large.map((one) => [`${one.dtype}[${one.shape.join(', ')}]`, one] as const))('vectors of a large %s', (_, one) => {
    const [m, n] = one.shape;
    torch.manual_seed(m + n);
    const a = torch.randn(m, n, { dtype: torch[one.dtype] });
    const { U, S, Vh } = torch.linalg.svd(a, false);
    expectAlike([U.select(0, m >> 1), S, Vh.select(1, n >> 1)], [one.u, one.s, one.v]);
    if (!one.values || !one.vectors) return;
    const { eigenvalues, eigenvectors } = torch.linalg.eigh(a.add(a.mT));
    expectAlike([eigenvalues, eigenvectors.select(0, m >> 1)], [one.values, one.vectors]);
  });

  it('refuses what is not finite, in the words of PyTorch', () => {
    const a = torch.tensor([[[1, 2], [3, 4]], [[1, NaN], [3, 4]]]); // prettier-ignore
    const said = 'linalg.svd: (Batch element 1): The algorithm failed to converge because the input matrix contained non-finite values.';
    expect(() => torch.linalg.svd(a)).toThrow(said);
    expect(() => torch.linalg.svdvals(a[1]!)).toThrow(said.replace('(Batch element 1): ', ''));
  });
});

describe('factors multiply to the matrix', () => {
  it.each([
    [40, 40],
    [60, 35],
    [30, 64],
    [5, 0],
    [0, 4],
  ])('%i × %i', (m, n) => {
    // prettier-ignore
    torch.manual_seed(m);
    const a = torch.randn(m, n, { dtype: torch.float64 });
    const { U, S, Vh } = torch.linalg.svd(a, false);
    expect(U.mul(S).matmul(Vh).sub(a).norm().item()).toBeLessThan(1e-12);
    expect(
      U.mH
        .matmul(U)
        .sub(torch.eye(S.numel(), { dtype: torch.float64 }))
        .norm()
        .item(),
    ).toBeLessThan(1e-12);
    const full = torch.linalg.svd(a);
    expect(
      full.U.mH
        .matmul(full.U)
        .sub(torch.eye(m, { dtype: torch.float64 }))
        .norm()
        .item(),
    ).toBeLessThan(1e-12);
    expect(
      full.Vh.matmul(full.Vh.mH)
        .sub(torch.eye(n, { dtype: torch.float64 }))
        .norm()
        .item(),
    ).toBeLessThan(1e-12);
  });

  it.each([1, 2, 7, 30, 80])('eigenvectors of %i rows turn with their eigenvalues', (n) => {
    torch.manual_seed(n);
    const a = torch.randn(n, n, { dtype: torch.float64 });
    const { eigenvalues, eigenvectors } = torch.linalg.eig(a);
    const turned = a.to(torch.complex128).matmul(eigenvectors);
    expect(turned.sub(eigenvectors.mul(eigenvalues)).abs().max().item()).toBeLessThan(1e-10);
  });

  it.each([26, 60, 130])(
    'eigenvectors of a symmetric matrix of %i rows turn with their eigenvalues and stand upright on each other',
    (n) => {
      torch.manual_seed(n);
      const draw = torch.randn(n, n >> 1, { dtype: torch.float64 });
      for (const a of [draw.matmul(draw.mT), torch.eye(n, { dtype: torch.float64 }), torch.ones(n, n, { dtype: torch.float64 })]) {
        const { eigenvalues, eigenvectors } = torch.linalg.eigh(a);
        expect(a.matmul(eigenvectors).sub(eigenvectors.mul(eigenvalues)).abs().max().item()).toBeLessThan(1e-10);
        expect(
          eigenvectors.mT
            .matmul(eigenvectors)
            .sub(torch.eye(n, { dtype: torch.float64 }))
            .abs()
            .max()
            .item(),
        ).toBeLessThan(1e-11);
      }
    },
  );

  it('finds matrices of lower rank, with repeated and with vanishing values', () => {
    for (const a of [
      torch.ones(4, 6),
      torch.zeros(3, 2),
      torch.eye(5),
      torch.arange(12).to(torch.float32).view(3, 4),
      torch.zeros(30, 28),
      torch.ones(40, 30),
      torch.eye(50),
      torch.arange(900).to(torch.float32).view(30, 30).div(900),
      torch.diag(torch.arange(40).sub(20).to(torch.float32)),
    ]) {
      const { U, S, Vh } = torch.linalg.svd(a, false);
      expect(U.mul(S).matmul(Vh).sub(a).abs().max().item()).toBeLessThan(1e-5);
    }
  });
});
