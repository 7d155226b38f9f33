// How long the tests wait before they give up. Tests wait for states: these are last resorts, which a machine
// that is not stuck never meets, however busy it is. `$TL_PATIENCE` multiplies all of them.
const factor = Number(process.env['TL_PATIENCE'] ?? 1);

/** In milliseconds. @param {number} seconds */
export const lastResort = (seconds) => seconds * 1000 * factor;

/** For one state that another program comes to. */
export const STATE_MS = lastResort(240);
/** For one test, or one step of a journey. */
export const TEST_MS = lastResort(900);
/** For a whole suite. */
export const SUITE_MS = lastResort(2700);
