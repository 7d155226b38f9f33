/**
 * The file that a process writes its passes to: text after text, each after its length in four bytes. The message about
 * a pass says only where its text begins. So a host holds only what it shows: data that came through a pipe would stay
 * in its memory for long, and much of that memory would never go back to the system.
 */
export const LENGTH_BYTES = 4;
/** The most bytes of one text. No pass is larger. */
export const MOST_TEXT = 2 ** 28;
/** The most bytes of the file. Texts after that are sent. */
export const MOST_ALL = 2 ** 30;
