/** In a process the bridge comes before all of the engine, also before what the engine shares with the part. */
import './bridge.js';
export * from './part.js';
