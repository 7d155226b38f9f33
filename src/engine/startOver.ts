/**
 * What a program sets for all that comes after it, in one place: so that the same process can run it once more and get
 * the same numbers. Whatever else the engine keeps between operations are results that it would find again.
 */
import { forgetAutocast } from './amp/autocast.js';
import { forgetLevels } from './autograd/dualLevels.js';
import { isAnomalyEnabled, setAnomaly, withGradMode } from './autograd/gradMode.js';
import { getDefaultDevice, setDefaultDevice } from './backends/registry.js';
import { getDefaultDType, setDefaultDType } from './dtype.js';
import { defaultGenerator } from './random/generator.js';
import { printOptions } from './repr/options.js';

/** What modules of their own remember, and what it was when they were loaded. */
const keepers: { keep: () => () => void; asLoaded: () => void }[] = [];

/** For what may be loaded later: how it keeps what a program can set. @param keep remembers, and returns what restores */
export const startsOver = (keep: () => () => void): void => void keepers.push({ keep, asLoaded: keep() });

/** Remembers how things stand. @returns what runs a program as if it were the first one: for as long as `body`, or what it promises, takes */
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
    // Those that were loaded since have been set by nobody but programs.
    keepers.forEach(({ asLoaded }, i) => (restores[i] ?? asLoaded)());
    return withGradMode(true, body, false);
  };
}
