/** The reason why a part of a pass cannot be written, as a sentence. */
export class NoRule extends Error {}
