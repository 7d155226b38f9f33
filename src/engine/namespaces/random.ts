/** `torch.random`. */
import { defaultGenerator } from '../random/generator.js';

/** Runs `body` and then restores the state of the random numbers from before it, as `with torch.random.fork_rng():`. */
export function fork_rng<T>(body: () => T): T {
  const before = defaultGenerator.get_state();
  const kept = { ...before, engine: { ...before.engine, state: [...before.engine.state] } };
  try {
    return body();
  } finally {
    defaultGenerator.set_state(kept);
  }
}

/** Seeds the random numbers, as `torch.random.manual_seed`. */
export const manual_seed = (seed: number): typeof defaultGenerator => defaultGenerator.manual_seed(seed);
export const initial_seed = (): number => defaultGenerator.initial_seed();
export const get_rng_state = (): unknown => defaultGenerator.get_state();
export const set_rng_state = (state: unknown): void => {
  defaultGenerator.set_state(state as ReturnType<typeof defaultGenerator.get_state>);
};
