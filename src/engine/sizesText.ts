/** `[2, 3]`, as error messages write a size. */
export const showSizes = (sizes: readonly number[]): string => `[${sizes.join(', ')}]`;
