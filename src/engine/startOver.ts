/**
 * What a program sets for all that comes after it, in one place: so that the same process can run it once more and get
 * the same numbers. Whatever else the engine keeps between operations are results that it would find again.
 */
import { forgetAutocast } from './amp/autocast.js';
import { forgetLevels } from './autograd/dualLevels.js';
import { isAnomalyEnabled, setAnomaly, withGradMode } from './autograd/gradMode.js';
import { getDefaultDevice, setDefaultDevice } from './backends/registry.js';
import { setValidatesByDefault } from './distributions/distribution.js';
import { getDefaultDType, setDefaultDType } from './dtype.js';
import { keepPythonRandom } from './python/random.js';
import { defaultGenerator } from './random/generator.js';
import { printOptions } from './repr/options.js';

/** Remembers how things stand. @returns what runs a program as if it were the first one: for as long as `body`, or what it promises, takes */
export function remember(): <T>(body: () => Promise<T>) => Promise<T> {
  const [device, dtype, anomaly] = [getDefaultDevice(), getDefaultDType(), isAnomalyEnabled()];
  const validates = setValidatesByDefault(true);
  setValidatesByDefault(validates);
  const printed = { ...printOptions };
  const { engine, ...generator } = defaultGenerator.get_state();
  const drawn = { ...engine, state: [...engine.state] };
  const restorePython = keepPythonRandom();
  return (body) => {
    setDefaultDevice(device);
    setDefaultDType(dtype);
    setAnomaly(anomaly);
    forgetAutocast();
    forgetLevels();
    setValidatesByDefault(validates);
    Object.assign(printOptions, printed);
    defaultGenerator.set_state({ ...generator, engine: { ...drawn, state: [...drawn.state] } });
    restorePython();
    return withGradMode(true, body, false);
  };
}
