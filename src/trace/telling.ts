/**
 * Code that is needed only when somebody asks for an explanation, or when a run fails. Where it saves time, it is
 * loaded only then.
 */
export { explain } from './explaining/explain.js';
export { fieldOf } from './explaining/field.js';
export { explainFailure } from './failures/explain.js';
