/** `torch.nn.attention`: which kernel attention takes. There is one here, so that asking for another changes nothing. */

export const SDPBackend = Object.freeze({
  ERROR: -1,
  MATH: 0,
  FLASH_ATTENTION: 1,
  EFFICIENT_ATTENTION: 2,
  CUDNN_ATTENTION: 3,
  OVERRIDEABLE: 4,
});

/** Runs `body`, as `with sdpa_kernel(backends):`. */
export function sdpa_kernel<T>(_backends: number | readonly number[], body: () => T): T {
  return body();
}
