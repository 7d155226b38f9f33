import { mergeConfig } from 'vitest/config';
import journeys from './vitest.config.mjs';

/** `npm run screens`: pictures of the panel in windows of several sizes, in all themes, to be looked at. */
process.env['TL_PICTURES'] ??= 'themes';
const config = mergeConfig(journeys, {});
config.test.include = ['test/e2e/**/*.screens.ts'];
export default config;
