/**
 * The file that a process writes its passes to: text after text, each after its length in four bytes. What it sends of a
 * pass is where its text begins. So a host holds only what it shows: what came through a pipe stays in its memory for long,
 * and much of that never goes back to the system.
 */
export const LENGTH_BYTES = 4;
/** Bytes of one text, which is larger than any pass. */
export const MOST_TEXT = 2 ** 28;
/** Bytes of the file: what comes after them is sent. */
export const MOST_ALL = 2 ** 30;
