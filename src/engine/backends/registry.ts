import type { Device } from '../device.js';
import { deviceOf } from '../device.js';
import { RuntimeError } from '../errors.js';
import type { Backend } from './backend.js';
import { cpu } from './cpu/index.js';

/** Which backend works on which device. */

const backends = new Map<Device, Backend>([[cpu.device, cpu]]);

/** Makes a device usable: tensors can be on it from now on. */
export const registerBackend = (backend: Backend): void => void backends.set(backend.device, backend);

/** @throws RuntimeError for a device that nothing works on */
export function backendOf(device: Device): Backend {
  if (device === cpu.device) return cpu;
  const found = backends.get(device);
  if (!found)
    throw new RuntimeError(
      `Could not run on device '${String(device)}': no backend is registered for it; use one of ${[...backends.keys()].join(', ')}.`,
    );
  return found;
}

/** Where what the CPU computes is. */
export const host: Device = deviceOf('cpu');

let defaultDevice = host;

/** Where tensors are made that nothing else decides on, as `torch.get_default_device`. */
export const getDefaultDevice = (): Device => defaultDevice;

/** `torch.set_default_device`. @throws RuntimeError for a device that nothing works on */
export function setDefaultDevice(device: Device): void {
  defaultDevice = backendOf(device).device;
}
