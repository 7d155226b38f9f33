/** A polynomial, the highest power first. */
export const polynomial = (x: number, coefficients: readonly number[]): number => {
  let r = 0;
  for (const c of coefficients) r = r * x + c;
  return r;
};
