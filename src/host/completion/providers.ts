/** The providers of help with the library: a bundle of their own under Node, which is loaded at the first request. */
export { ApiHovers } from './apiHovers.js';
export { ApiSignatures } from './apiSignatures.js';
export { ArgumentCompletions } from './argumentCompletions.js';
export { Library } from './library.js';
export { MemberCompletions } from './memberCompletions.js';
