/**
 * Everything that a program sets for the code after it, in one place. So the same process can run the program again and
 * get the same numbers. All else that the engine keeps between operations are results that it would compute again.
 */
import { forgetAutocast } from './amp/autocast.js';
import { forgetLevels } from './autograd/dualLevels.js';
import { isAnomalyEnabled, setAnomaly, withGradMode } from './autograd/gradMode.js';
import { getDefaultDevice, setDefaultDevice } from './backends/registry.js';
import { getDefaultDType, setDefaultDType } from './dtype.js';
import { defaultGenerator } from './random/generator.js';
import { printOptions } from './repr/options.js';

/**
 * Functions of other modules that keep their settings, and that restore the settings from when the module was loaded.
 */
const keepers: { keep: () => () => void; asLoaded: () => void }[] = [];

/**
 * Registers the settings of a module that may be loaded later. @param keep saves the settings, and returns a function
 * that restores them
 */
export const startsOver = (keep: () => () => void): void => void keepers.push({ keep, asLoaded: keep() });

/**
 * Saves the present settings. @returns a function that runs `body` with these settings, until the promise of `body`
 * settles
 */
export function remember(): <T>(body: () => Promise<T>) => Promise<T> {
  const [device, dtype, anomaly] = [getDefaultDevice(), getDefaultDType(), isAnomalyEnabled()];
  const printed = { ...printOptions };
  const { engine, ...generator } = defaultGenerator.get_state();
  const drawn = { ...engine, state: [...engine.state] };
  const restores = keepers.map(({ keep }) => keep());
  return (body) => {
    setDefaultDevice(device);
    setDefaultDType(dtype);
    setAnomaly(anomaly);
    forgetAutocast();
    forgetLevels();
    Object.assign(printOptions, printed);
    defaultGenerator.set_state({ ...generator, engine: { ...drawn, state: [...drawn.state] } });
    // Modules that were loaded after `remember` take the settings that they had when they were loaded: only programs
    // have changed them since.
    keepers.forEach(({ asLoaded }, i) => (restores[i] ?? asLoaded)());
    return withGradMode(true, body, false);
  };
}
