/** The names of ways to compute, in PyTorch's order: operations are given their places. */

export const gridModes = ['bilinear', 'nearest', 'bicubic'] as const;
export const gridPaddings = ['zeros', 'border', 'reflection'] as const;
export const bagModes = ['sum', 'mean', 'max'] as const;

/** The place of a name in such a list; −1 when it is not there. */
export const placeOf = (names: readonly string[], name: string): number => names.indexOf(name);
