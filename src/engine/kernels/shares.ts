/** The share of `size` elements that output `i` of `count` reads in adaptive pooling: from shareStart to before shareEnd. */
export const shareStart = (i: number, size: number, count: number): number => Math.floor((i * size) / count);
export const shareEnd = (i: number, size: number, count: number): number => Math.ceil(((i + 1) * size) / count);
