/** The providers of help with the library, a bundle of its own under Node, loaded when the first of them is asked. */
export { ApiHovers } from './apiHovers.js';
export { ApiSignatures } from './apiSignatures.js';
export { ArgumentCompletions } from './argumentCompletions.js';
export { Library } from './library.js';
export { MemberCompletions } from './memberCompletions.js';
