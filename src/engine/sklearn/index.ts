/** The exports of 'tensor-lens/sklearn'. */
export * as datasets from './datasets.js';
