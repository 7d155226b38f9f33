/** The entry of the browser's worker, in which texts are read. */
import { portOf } from '../../protocol/rpc.js';
import { serveReader } from '../serveReader.js';

serveReader(portOf(globalThis));
