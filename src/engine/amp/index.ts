/** `torch.amp`. */
export { autocast, is_autocast_available } from './autocast.js';
export { GradScaler } from './gradScaler.js';
