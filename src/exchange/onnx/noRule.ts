/** Why something of a pass cannot be written, as a sentence. */
export class NoRule extends Error {}
