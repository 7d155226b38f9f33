/**
 * The plugin under Node. The server looks for plugins in the node_modules of the extension. There stands only this folder's
 * package.json. Its `main` leads to dist/, both in a checkout and in the packaged extension.
 */
import path from 'node:path';
import { pluginFor } from './plugin.js';

export = pluginFor(path.join(__dirname, 'types').replaceAll('\\', '/'));
