import { mergeConfig } from 'vitest/config';
import journeys from './vitest.config.mjs';

/** `npm run screens`: pictures of the panel in windows of several sizes and in all themes, for a person to look at. */
process.env['TL_PICTURES'] ??= 'themes';
const config = mergeConfig(journeys, {});
config.test.include = ['test/e2e/**/*.screens.ts'];
export default config;
