// How long the tests wait before they give up. Tests wait for states. These times are last resorts: even a busy machine
// never reaches them, unless it is stuck. `$TL_PATIENCE` multiplies all of them.
const factor = Number(process.env['TL_PATIENCE'] ?? 1);

/** In milliseconds. @param {number} seconds */
export const lastResort = (seconds) => seconds * 1000 * factor;

/** For one state of another program. */
export const STATE_MS = lastResort(240);
/** For one test, or one step of a journey. */
export const TEST_MS = lastResort(900);
/** For a whole suite. */
export const SUITE_MS = lastResort(2700);
