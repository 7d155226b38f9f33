/** What the trace says only when somebody asks, or a run fails: loaded then, where that is worth it. */
export { explain } from './explaining/explain.js';
export { fieldOf } from './explaining/field.js';
export { explainFailure } from './failures/explain.js';
