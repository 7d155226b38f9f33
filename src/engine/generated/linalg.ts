// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * The p-norm of vectors.
 *
 * `out = (Σ_dim |input|^ord)^(1/ord)`
 *
 * PyTorch: `torch.linalg.vector_norm(Tensor input, Scalar ord=2, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
 */
export const vector_norm = fn('linalg.vector_norm') as {
  (input: Tensor, options?: { ord?: number | boolean; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; ord?: number | boolean; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * A norm of matrices: 'fro', 'nuc', ±1, ±2 or ±inf.
 *
 * `out = ‖input‖_ord`
 *
 * PyTorch: `torch.linalg.matrix_norm(Tensor input, Scalar|str ord='fro', int[] dim=[-2, -1], bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
 */
export const matrix_norm = fn('linalg.matrix_norm') as {
  (input: Tensor, options?: { ord?: number | boolean | string; dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, dim: number | readonly number[], keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; ord?: number | boolean | string; dim?: number | readonly number[]; axis?: number | readonly number[]; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * A norm of vectors or matrices, by how many dims there are.
 *
 * `out = ‖input‖_ord`
 *
 * PyTorch: `torch.linalg.norm(Tensor input, Scalar|str? ord=None, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)`
 */
export const norm = fn('linalg.norm') as {
  (input: Tensor, options?: { ord?: number | boolean | string | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; ord?: number | boolean | string | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; keepdim?: boolean; keepdims?: boolean; dtype?: DType | null; out?: Tensor | null }): Tensor;
};

/**
 * The solution of triangular systems; what is on the other side of the diagonal is not looked at.
 *
 * `A · out = B, or out · A = B from the right`
 *
 * Gradient: `A: −A⁻ᵀ · g · outᵀ, within the triangle;  B: A⁻ᵀ · g`
 *
 * PyTorch: `torch.linalg.solve_triangular(Tensor A, Tensor B, *, bool upper, bool left=True, bool unitriangular=False, Tensor? out=None)`
 */
export const solve_triangular = fn('linalg.solve_triangular') as {
  (A: Tensor, B: Tensor, options?: { upper?: boolean; left?: boolean; unitriangular?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Cholesky factors, and for each matrix the order of the first minor that is not positive, or 0.
 *
 * `A = L · Lᵀ`
 *
 * Gradient: `A: L⁻ᵀ · Φ(Lᵀ · g) · L⁻¹, made symmetric; Φ takes the lower triangle and half the diagonal`
 *
 * PyTorch: `torch.linalg.cholesky_ex(Tensor A, *, bool upper=False, bool check_errors=False, Tensor[]? out=None) -> (Tensor L, Tensor info)`
 */
export const cholesky_ex = fn('linalg.cholesky_ex') as {
  (A: Tensor, options?: { upper?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { L: Tensor; info: Tensor };
  (options: { A: Tensor; upper?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { L: Tensor; info: Tensor };
};

/**
 * The Cholesky factor of positive definite matrices.
 *
 * `A = out · outᵀ, or outᵀ · out where upper`
 *
 * PyTorch: `torch.linalg.cholesky(Tensor A, *, bool upper=False, Tensor? out=None)`
 */
export const cholesky = fn('linalg.cholesky') as {
  (A: Tensor, options?: { upper?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; upper?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * Both factors of matrices in one, what rows were exchanged, and where the first zero on the diagonal of U is.
 *
 * `A = P · L · U`
 *
 * Gradient: `A: P · L⁻ᵀ · [tril(Lᵀ · gL, −1) + triu(gU · Uᵀ)] · U⁻ᵀ`
 *
 * PyTorch: `torch.linalg.lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False, Tensor[]? out=None) -> (Tensor LU, Tensor pivots, Tensor info)`
 */
export const lu_factor_ex = fn('linalg.lu_factor_ex') as {
  (A: Tensor, options?: { pivot?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LU: Tensor; pivots: Tensor; info: Tensor };
  (options: { A: Tensor; pivot?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LU: Tensor; pivots: Tensor; info: Tensor };
};

/**
 * Both factors of matrices in one, and what rows were exchanged.
 *
 * `A = P · L · U`
 *
 * PyTorch: `torch.linalg.lu_factor(Tensor A, *, bool pivot=True, Tensor[]? out=None) -> (Tensor LU, Tensor pivots)`
 */
export const lu_factor = fn('linalg.lu_factor') as {
  (A: Tensor, options?: { pivot?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LU: Tensor; pivots: Tensor };
  (options: { A: Tensor; pivot?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LU: Tensor; pivots: Tensor };
};

/**
 * A permutation, a lower and an upper triangle whose product is the matrix.
 *
 * `A = P · L · U`
 *
 * PyTorch: `torch.linalg.lu(Tensor A, *, bool pivot=True, Tensor[]? out=None) -> (Tensor P, Tensor L, Tensor U)`
 */
export const lu = fn('linalg.lu') as {
  (A: Tensor, options?: { pivot?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
  (options: { A: Tensor; pivot?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { P: Tensor; L: Tensor; U: Tensor };
};

/**
 * The factors of symmetric matrices in one, what rows were exchanged, and where the first zero of D is.
 *
 * `A = L · D · Lᵀ`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch.linalg.ldl_factor_ex(Tensor A, *, bool hermitian=False, bool check_errors=False, Tensor[]? out=None) -> (Tensor LD, Tensor pivots, Tensor info)`
 */
export const ldl_factor_ex = fn('linalg.ldl_factor_ex') as {
  (A: Tensor, options?: { hermitian?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LD: Tensor; pivots: Tensor; info: Tensor };
  (options: { A: Tensor; hermitian?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LD: Tensor; pivots: Tensor; info: Tensor };
};

/**
 * The factors of symmetric matrices in one, and what rows were exchanged.
 *
 * `A = L · D · Lᵀ`
 *
 * PyTorch: `torch.linalg.ldl_factor(Tensor A, *, bool hermitian=False, Tensor[]? out=None) -> (Tensor LD, Tensor pivots)`
 */
export const ldl_factor = fn('linalg.ldl_factor') as {
  (A: Tensor, options?: { hermitian?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LD: Tensor; pivots: Tensor };
  (options: { A: Tensor; hermitian?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { LD: Tensor; pivots: Tensor };
};

/**
 * The solutions of systems whose LDL factors are given.
 *
 * `L · D · Lᵀ · out = B`
 *
 * Gradient: `none: PyTorch has no derivative of it`
 *
 * PyTorch: `torch.linalg.ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False, Tensor? out=None)`
 */
export const ldl_solve = fn('linalg.ldl_solve') as {
  (LD: Tensor, pivots: Tensor, B: Tensor, options?: { hermitian?: boolean; out?: Tensor | null }): Tensor;
  (LD: Tensor, pivots: Tensor, options: { B: Tensor; hermitian?: boolean; out?: Tensor | null }): Tensor;
  (LD: Tensor, options: { pivots: Tensor; B: Tensor; hermitian?: boolean; out?: Tensor | null }): Tensor;
  (options: { LD: Tensor; pivots: Tensor; B: Tensor; hermitian?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The inverses of square matrices, and for each where a zero pivot broke it, or 0.
 *
 * `inverse = A⁻¹`
 *
 * Gradient: `A: −A⁻ᵀ · g · A⁻ᵀ`
 *
 * PyTorch: `torch.linalg.inv_ex(Tensor A, *, bool check_errors=False, Tensor[]? out=None) -> (Tensor inverse, Tensor info)`
 */
export const inv_ex = fn('linalg.inv_ex') as {
  (A: Tensor, options?: { check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { inverse: Tensor; info: Tensor };
  (options: { A: Tensor; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { inverse: Tensor; info: Tensor };
};

/**
 * The inverses of square matrices.
 *
 * `out = A⁻¹`
 *
 * PyTorch: `torch.linalg.inv(Tensor A, *, Tensor? out=None)`
 */
export const inv = fn('linalg.inv') as {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The solutions of systems of linear equations, and for each where a zero pivot broke it, or 0.
 *
 * `A · result = B`
 *
 * Gradient: `B: A⁻ᵀ · g;  A: −A⁻ᵀ · g · resultᵀ`
 *
 * PyTorch: `torch.linalg.solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor[]? out=None) -> (Tensor result, Tensor info)`
 */
export const solve_ex = fn('linalg.solve_ex') as {
  (A: Tensor, B: Tensor, options?: { left?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { result: Tensor; info: Tensor };
  (options: { A: Tensor; B: Tensor; left?: boolean; check_errors?: boolean; out?: readonly Tensor[] | null }): Tensor[] & { result: Tensor; info: Tensor };
};

/**
 * The solutions of systems of linear equations.
 *
 * `A · out = B, or out · A = B from the right`
 *
 * PyTorch: `torch.linalg.solve(Tensor A, Tensor B, *, bool left=True, Tensor? out=None)`
 */
export const solve = fn('linalg.solve') as {
  (A: Tensor, B: Tensor, options?: { left?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; left?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The solutions of systems whose LU factors are given.
 *
 * `P · L · U · out = B`
 *
 * PyTorch: `torch.linalg.lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False, Tensor? out=None)`
 */
export const lu_solve = fn('linalg.lu_solve') as {
  (LU: Tensor, pivots: Tensor, B: Tensor, options?: { left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (LU: Tensor, pivots: Tensor, options: { B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (LU: Tensor, options: { pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
  (options: { LU: Tensor; pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The inverse by `tensordot`: the first `ind` dims are rows, the others columns.
 *
 * `tensordot(out, A, ind) = identity`
 *
 * PyTorch: `torch.linalg.tensorinv(Tensor A, int ind=2, *, Tensor? out=None)`
 */
export const tensorinv = fn('linalg.tensorinv') as {
  (A: Tensor, options?: { ind?: number; out?: Tensor | null }): Tensor;
  (A: Tensor, ind: number, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; ind?: number; out?: Tensor | null }): Tensor;
};

/**
 * The solution of a system by `tensordot`: the last dims of `A` are those of the result.
 *
 * `tensordot(A, out) = B`
 *
 * PyTorch: `torch.linalg.tensorsolve(Tensor A, Tensor B, int[]? dims=None, *, Tensor? out=None)`
 */
export const tensorsolve = fn('linalg.tensorsolve') as {
  (A: Tensor, B: Tensor, options?: { dims?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
  (A: Tensor, B: Tensor, dims: number | readonly number[] | null, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; B: Tensor; dims?: number | readonly number[] | null; out?: Tensor | null }): Tensor;
};

/**
 * The determinants of square matrices.
 *
 * `out = det(A)`
 *
 * Gradient: `A: g · out · A⁻ᵀ`
 *
 * PyTorch: `torch.linalg.det(Tensor A, *, Tensor? out=None)`
 */
export const det = fn('linalg.det') as {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The signs of the determinants of square matrices, and the logarithms of their sizes.
 *
 * `logabsdet = ln |det(A)|`
 *
 * Gradient: `A: g · A⁻ᵀ, of logabsdet`
 *
 * PyTorch: `torch.linalg.slogdet(Tensor A, *, Tensor[]? out=None) -> (Tensor sign, Tensor logabsdet)`
 */
export const slogdet = fn('linalg.slogdet') as {
  (A: Tensor, options?: { out?: readonly Tensor[] | null }): Tensor[] & { sign: Tensor; logabsdet: Tensor };
  (options: { A: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { sign: Tensor; logabsdet: Tensor };
};

/**
 * An orthogonal matrix and an upper triangle whose product is the matrix.
 *
 * `A = Q · R`
 *
 * Gradient: `A: [gQ + Q · sym(gR · Rᵀ − Qᵀ · gQ)] · R⁻ᵀ`
 *
 * PyTorch: `torch.linalg.qr(Tensor A, str mode='reduced', *, Tensor[]? out=None) -> (Tensor Q, Tensor R)`
 */
export const qr = fn('linalg.qr') as {
  (A: Tensor, options?: { mode?: string; out?: readonly Tensor[] | null }): Tensor[] & { Q: Tensor; R: Tensor };
  (A: Tensor, mode: string, options?: { out?: readonly Tensor[] | null }): Tensor[] & { Q: Tensor; R: Tensor };
  (options: { A: Tensor; mode?: string; out?: readonly Tensor[] | null }): Tensor[] & { Q: Tensor; R: Tensor };
};

/**
 * The first columns of a product of reflections, whose directions stand below the diagonal.
 *
 * `out = Π (1 − tau[i] · v[i] · v[i]ᵀ)`
 *
 * PyTorch: `torch.linalg.householder_product(Tensor A, Tensor tau, *, Tensor? out=None)`
 */
export const householder_product = fn('linalg.householder_product') as {
  (A: Tensor, tau: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; tau: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Eigenvalues of symmetric matrices in increasing order, and their eigenvectors as columns; one triangle is looked at.
 *
 * `A = V · diag(L) · Vᵀ`
 *
 * Gradient: `A: V · (diag(gL) + (Vᵀ · gV) / (L[j] − L[i])) · Vᵀ, made symmetric`
 *
 * PyTorch: `torch.linalg.eigh(Tensor A, str UPLO='L', *, Tensor[]? out=None) -> (Tensor eigenvalues, Tensor eigenvectors)`
 */
export const eigh = fn('linalg.eigh') as {
  (A: Tensor, options?: { UPLO?: string; out?: readonly Tensor[] | null }): Tensor[] & { eigenvalues: Tensor; eigenvectors: Tensor };
  (A: Tensor, UPLO: string, options?: { out?: readonly Tensor[] | null }): Tensor[] & { eigenvalues: Tensor; eigenvectors: Tensor };
  (options: { A: Tensor; UPLO?: string; out?: readonly Tensor[] | null }): Tensor[] & { eigenvalues: Tensor; eigenvectors: Tensor };
};

/**
 * Eigenvalues of symmetric matrices in increasing order; one triangle is looked at.
 *
 * `A · v = out · v`
 *
 * PyTorch: `torch.linalg.eigvalsh(Tensor A, str UPLO='L', *, Tensor? out=None)`
 */
export const eigvalsh = fn('linalg.eigvalsh') as {
  (A: Tensor, options?: { UPLO?: string; out?: Tensor | null }): Tensor;
  (A: Tensor, UPLO: string, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; UPLO?: string; out?: Tensor | null }): Tensor;
};

/**
 * The symmetric square roots of symmetric positive definite matrices.
 *
 * `out · out = A`
 *
 * Gradient: `A: X of X · out + out · X = g, made symmetric`
 *
 * PyTorch: `torch.linalg.matrix_sqrth(Tensor A)`
 */
export const matrix_sqrth = fn('linalg.matrix_sqrth') as {
  (A: Tensor): Tensor;
  (options: { A: Tensor }): Tensor;
};

/**
 * The complex eigenvalues of square matrices, and their eigenvectors as columns.
 *
 * `A · V = V · diag(L)`
 *
 * Gradient: `A: V⁻ᴴ · (diag(gL) + (Vᴴ · gV − Vᴴ · V · diag(re Vᴴ · gV)) / conj(L[j] − L[i])) · Vᴴ`
 *
 * PyTorch: `torch.linalg.eig(Tensor A, *, Tensor[]? out=None) -> (Tensor eigenvalues, Tensor eigenvectors)`
 */
export const eig = fn('linalg.eig') as {
  (A: Tensor, options?: { out?: readonly Tensor[] | null }): Tensor[] & { eigenvalues: Tensor; eigenvectors: Tensor };
  (options: { A: Tensor; out?: readonly Tensor[] | null }): Tensor[] & { eigenvalues: Tensor; eigenvectors: Tensor };
};

/**
 * The complex eigenvalues of square matrices.
 *
 * `A · v = out · v`
 *
 * PyTorch: `torch.linalg.eigvals(Tensor A, *, Tensor? out=None)`
 */
export const eigvals = fn('linalg.eigvals') as {
  (A: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The singular values of matrices in decreasing order, with their vectors.
 *
 * `A = U · diag(S) · Vh`
 *
 * Gradient: `A: U · diag(gS) · Vh, and what flows from U and Vh`
 *
 * PyTorch: `torch.linalg.svd(Tensor A, bool full_matrices=True, *, str? driver=None, Tensor[]? out=None) -> (Tensor U, Tensor S, Tensor Vh)`
 */
export const svd = fn('linalg.svd') as {
  (A: Tensor, options?: { full_matrices?: boolean; driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; Vh: Tensor };
  (A: Tensor, full_matrices: boolean, options?: { driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; Vh: Tensor };
  (options: { A: Tensor; full_matrices?: boolean; driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { U: Tensor; S: Tensor; Vh: Tensor };
};

/**
 * The singular values of matrices in decreasing order.
 *
 * `A = U · diag(out) · Vᵀ`
 *
 * PyTorch: `torch.linalg.svdvals(Tensor A, *, str? driver=None, Tensor? out=None)`
 */
export const svdvals = fn('linalg.svdvals') as {
  (A: Tensor, options?: { driver?: string | null; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; driver?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * An orthogonal and a symmetric positive factor of matrices with no fewer rows than columns.
 *
 * `A = U · H`
 *
 * PyTorch: `torch.linalg.polar(Tensor A) -> (Tensor U, Tensor H)`
 */
export const polar = fn('linalg.polar') as {
  (A: Tensor): Tensor[] & { U: Tensor; H: Tensor };
  (options: { A: Tensor }): Tensor[] & { U: Tensor; H: Tensor };
};

/**
 * The pseudoinverses of matrices.
 *
 * `out = V · diag(1 / S) · Uᵀ, without singular values that are negligible`
 *
 * Gradient: `A: as PyTorch's pinv_backward`
 *
 * PyTorch: `torch.linalg.pinv(Tensor A, *, Tensor|float? atol=None, Tensor|float? rtol=None, bool hermitian=False, Tensor? out=None)`
 */
export const pinv = fn('linalg.pinv') as {
  (A: Tensor, options?: { atol?: Tensor | number | null; rtol?: Tensor | number | null; hermitian?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; atol?: Tensor | number | null; rtol?: Tensor | number | null; hermitian?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * How many singular values of matrices are not negligible.
 *
 * `out = #(S > max(atol, rtol · S[0]))`
 *
 * PyTorch: `torch.linalg.matrix_rank(Tensor A, *, Tensor|float? atol=None, Tensor|float? rtol=None, bool hermitian=False, Tensor? out=None)`
 */
export const matrix_rank = fn('linalg.matrix_rank') as {
  (A: Tensor, options?: { atol?: Tensor | number | null; rtol?: Tensor | number | null; hermitian?: boolean; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; atol?: Tensor | number | null; rtol?: Tensor | number | null; hermitian?: boolean; out?: Tensor | null }): Tensor;
  (A: Tensor, tol: Tensor | number, options?: { hermitian?: boolean }): Tensor;
  (A: Tensor, tol: Tensor | number, hermitian: boolean): Tensor;
  (options: { A: Tensor; tol: Tensor | number; hermitian?: boolean }): Tensor;
};

/**
 * The solutions of least length of systems of linear equations that may have too many or too few equations.
 *
 * `solution = argmin ‖input · X − b‖`
 *
 * Gradient: `through the pseudoinverse`
 *
 * PyTorch: `torch.linalg.lstsq(Tensor input, Tensor b, float? rcond=None, *, str? driver=None, Tensor[]? out=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)`
 */
export const lstsq = fn('linalg.lstsq') as {
  (input: Tensor, b: Tensor, options?: { rcond?: number | null; driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; residuals: Tensor; rank: Tensor; singular_values: Tensor };
  (input: Tensor, b: Tensor, rcond: number | null, options?: { driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; residuals: Tensor; rank: Tensor; singular_values: Tensor };
  (options: { input: Tensor; b: Tensor; rcond?: number | null; driver?: string | null; out?: readonly Tensor[] | null }): Tensor[] & { solution: Tensor; residuals: Tensor; rank: Tensor; singular_values: Tensor };
};

/**
 * How much matrices magnify errors: by singular values, or by another norm.
 *
 * `out = ‖A‖ · ‖A⁻¹‖`
 *
 * PyTorch: `torch.linalg.cond(Tensor A, Scalar|str? p=None, *, Tensor? out=None)`
 */
export const cond = fn('linalg.cond') as {
  (A: Tensor, options?: { p?: number | boolean | string | null; out?: Tensor | null }): Tensor;
  (A: Tensor, p: number | boolean | string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { A: Tensor; p?: number | boolean | string | null; out?: Tensor | null }): Tensor;
};

/**
 * The exponentials of square matrices.
 *
 * `out = Σ Aᵏ / k!`
 *
 * Gradient: `A: the upper right block of e^[Aᵀ g; 0 Aᵀ]`
 *
 * PyTorch: `torch.linalg.matrix_exp(Tensor A)`
 */
export const matrix_exp = fn('linalg.matrix_exp') as {
  (A: Tensor): Tensor;
  (options: { A: Tensor }): Tensor;
};

/**
 * Powers of square matrices; of their inverses, where negative.
 *
 * `out = Aⁿ`
 *
 * PyTorch: `torch.linalg.matrix_power(Tensor A, int n, *, Tensor? out=None)`
 */
export const matrix_power = fn('linalg.matrix_power') as {
  (A: Tensor, n: number, options?: { out?: Tensor | null }): Tensor;
  (A: Tensor, options: { n: number; out?: Tensor | null }): Tensor;
  (options: { A: Tensor; n: number; out?: Tensor | null }): Tensor;
};

/**
 * The product of several matrices, in the order that is least work; the first and the last may be vectors.
 *
 * `out = Π tensors`
 *
 * PyTorch: `torch.linalg.multi_dot(Tensor[] tensors, *, Tensor? out=None)`
 */
export const multi_dot = fn('linalg.multi_dot') as {
  (tensors: readonly Tensor[], options?: { out?: Tensor | null }): Tensor;
  (options: { tensors: readonly Tensor[]; out?: Tensor | null }): Tensor;
};

/**
 * The product of vectors, matrices, or batches of matrices; another name of `matmul`.
 *
 * `out = input @ other`
 *
 * PyTorch: `torch.linalg.matmul(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const matmul = fn('linalg.matmul') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Inner products along a dim.
 *
 * `out = Σ_dim conj(x) · y`
 *
 * PyTorch: `torch.linalg.vecdot(Tensor x, Tensor y, *, int dim=-1, Tensor? out=None)`
 */
export const vecdot = fn('linalg.vecdot') as {
  (x: Tensor, y: Tensor, options?: { dim?: number; axis?: number; out?: Tensor | null }): Tensor;
  (options: { x: Tensor; y: Tensor; dim?: number; axis?: number; out?: Tensor | null }): Tensor;
};

/**
 * The diagonals of matrices; another name of `diagonal`, of the last two dims.
 *
 * `out[…, i] = A[…, i, i + offset]`
 *
 * PyTorch: `torch.linalg.diagonal(Tensor A, *, int offset=0, int dim1=-2, int dim2=-1)`
 */
export const diagonal = fn('linalg.diagonal') as {
  (A: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  (options: { A: Tensor; offset?: number; dim1?: number; dim2?: number }): Tensor;
};

/**
 * Powers of vectors, increasing along the last dim.
 *
 * `out[…, i, j] = x[…, i]ʲ`
 *
 * PyTorch: `torch.linalg.vander(Tensor x, *, int? N=None)`
 */
export const vander = fn('linalg.vander') as {
  (x: Tensor, options?: { N?: number | null }): Tensor;
  (options: { x: Tensor; N?: number | null }): Tensor;
};

/**
 * The cross product of vectors of three.
 *
 * `out = input × other`
 *
 * PyTorch: `torch.linalg.cross(Tensor input, Tensor other, *, int dim=-1, Tensor? out=None)`
 */
export const cross = fn('linalg.cross') as {
  (input: Tensor, other: Tensor, options?: { dim?: number; axis?: number; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; dim?: number; axis?: number; out?: Tensor | null }): Tensor;
};
