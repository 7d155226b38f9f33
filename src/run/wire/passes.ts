/**
 * The file that a process writes its passes to: a frame for each, as on the pipe (frames.ts). The message about a pass
 * says only where its frame begins. So a host holds only what it shows: data that came through a pipe would stay
 * in its memory for long, and much of that memory would never go back to the system.
 */

/** The most bytes of one frame. No pass is larger. */
export const MOST_FRAME = 2 ** 28;
/** The most bytes of the file. Passes after that are sent. */
export const MOST_ALL = 2 ** 30;
