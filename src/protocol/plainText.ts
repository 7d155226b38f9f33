/** Prepares texts of a model for a terminal. */

const OTHERS =
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  /\x1b\](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)|\x1b(?!\[[\d;]*m)(?:\[[\d;?]*[ -/]*[@-~]?)?|[\0-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g;

/** The text without terminal commands, except colours, which are harmless and may be intended. */
export const forTerminal = (text: string): string => text.replace(OTHERS, '');
