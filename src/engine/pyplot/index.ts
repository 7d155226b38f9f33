/** The exports of 'tensor-lens/pyplot'. Each run has its own, see `Pyplot`. */
import type { Pyplot } from './pyplot.js';

/** Figures, with matplotlib's names: `plt.plot(losses, { label: 'loss' })`, `const [fig, ax] = plt.subplots()`. */
export declare const plt: Pyplot;

export type { Artist, Axes } from './axes.js';
export type { AxesGrid, Figure } from './figure.js';
