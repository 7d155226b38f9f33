/**
 * In a process the bridge is loaded before all of the engine, also before the code that the engine shares with the
 * part.
 */
import './bridge.js';
export * from './part.js';
