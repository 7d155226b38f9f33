/** Texts of a model on their way to a terminal. */

const OTHERS =
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  /\x1b\](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)|\x1b(?!\[[\d;]*m)(?:\[[\d;?]*[ -/]*[@-~]?)?|[\0-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g;

/** Without what a terminal takes for commands, except for colours, which do no harm and may be wanted. */
export const forTerminal = (text: string): string => text.replace(OTHERS, '');
