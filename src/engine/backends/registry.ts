import type { Device } from '../device.js';
import { absence, deviceOf } from '../device.js';
import { float32, float64, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import type { Backend } from './backend.js';
import { cpu } from './cpu/index.js';

/** Which backend works on which device. */

const backends = new Map<Device, Backend>([[cpu.device, cpu]]);

/** Makes a device usable: tensors can be on it from now on. */
export const registerBackend = (backend: Backend): void => void backends.set(backend.device, backend);

/** `webgl` is the first one, `webgl:0`. */
const found = (device: Device): Backend | undefined =>
  backends.get(device) ?? (device.index === null ? backends.get(deviceOf(device.type, 0)) : undefined);

export const hasBackend = (device: Device): boolean => found(device) !== undefined;

/** @throws RuntimeError for a device without a backend */
export function backendOf(device: Device): Backend {
  if (device === cpu.device) return cpu;
  const backend = found(device);
  if (!backend)
    throw (
      absence(device) ??
      new RuntimeError(
        `Could not run on device '${String(device)}': no backend is registered for it; use one of ${[...backends.keys()].join(', ')}.`,
      )
    );
  return backend;
}

/** The most exact floating-point dtype of the device: float64, or float32 where there is no float64. */
export const widest = (device: Device): DType => (backendOf(device).dtypes.has(float64) ? float64 : float32);

/** The device of the CPU's results. */
export const host: Device = deviceOf('cpu');

let defaultDevice = host;

/** The device of new tensors when nothing else decides it, as `torch.get_default_device`. */
export const getDefaultDevice = (): Device => defaultDevice;

/** `torch.set_default_device`. @throws RuntimeError for a device without a backend */
export function setDefaultDevice(device: Device): void {
  defaultDevice = backendOf(device).device;
}
