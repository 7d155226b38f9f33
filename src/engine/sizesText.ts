/** A size as error messages write it: `[2, 3]`. */
export const showSizes = (sizes: readonly number[]): string => `[${sizes.join(', ')}]`;
