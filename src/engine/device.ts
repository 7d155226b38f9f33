import { AssertionError, RuntimeError, TypeError_ } from './errors.js';
import type { ErrorDetail } from './errors/detail.js';

/** The device types that PyTorch knows, and `webgl`. A type in this list need not have a backend. */
const types =
  'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone';
const known = new Set([...types.split(', '), 'webgl']);

const made = new Map<string, Device>();

/** The place of a tensor's elements, as `torch.device`. There is one object for each device, so `===` compares devices. */
export class Device {
  /** @internal */
  constructor(
    /** `cpu`, `cuda`, … */
    readonly type: string,
    /** The number of the device among those of its type; null when no number was given. */
    readonly index: number | null,
  ) {}

  /** `cpu`, `cuda:0` */
  toString(): string {
    return this.index === null ? this.type : `${this.type}:${this.index}`;
  }
}

/** @internal */
export function deviceOf(type: string, index: number | null = null): Device {
  const name = index === null ? type : `${type}:${index}`;
  let found = made.get(name);
  if (!found) made.set(name, (found = new Device(type, index)));
  return found;
}

/** Lets tests add a device type for their backends. @internal */
export const addDeviceType = (type: string): void => void known.add(type);

/**
 * `torch.device('cpu')`, `torch.device('cuda:0')`, `torch.device('cuda', 0)`.
 * @throws RuntimeError for a text that is no device name
 */
export function device(type: string | Device, index?: number): Device {
  if (type instanceof Device) return type;
  if (typeof (type as unknown) !== 'string')
    throw new TypeError_("device() received an invalid combination of arguments: write torch.device('cpu')");
  if (type === '') throw new RuntimeError('Device string must not be empty');
  const [, name, number] = /^([a-z_]+)(?::(0|[1-9]\d*))?$/.exec(type) ?? [];
  if (name === undefined || (number !== undefined && index !== undefined)) throw new RuntimeError(`Invalid device string: '${type}'`);
  if (!known.has(name)) throw new RuntimeError(`Expected one of ${types} device type at start of device string: ${name}`);
  return deviceOf(name, index ?? (number === undefined ? null : Number(number)));
}

/** PyTorch's errors for hardware that it does not find. */
const absent: Record<string, (detail: ErrorDetail) => Error> = {
  cuda: (detail) =>
    new RuntimeError(
      'Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx',
      detail,
    ),
  mps: (detail) => new RuntimeError('PyTorch is not linked with support for mps devices', detail),
  xpu: (detail) => new AssertionError('Torch not compiled with XPU enabled', detail),
};

/** PyTorch's error for hardware that it does not find; null for a device of another type. */
export const absence = ({ type }: Device): Error | null => absent[type]?.({ kind: 'device', type }) ?? null;
