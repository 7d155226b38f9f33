import { t } from '../../protocol/l10n.js';
import type { Platform } from './platform.js';

/** How often the size of all arrays is measured. */
const WEIGH_MS = 200;

/** Arrays that a model makes itself count like tensors. The engine checks their size only when it makes one. */
export class ArraysInUse {
  private weighed: number;
  /** Why the run was ended; null as long as arrays did not end it. */
  sentence: string | null = null;

  constructor(
    private readonly platform: Pick<Platform, 'now' | 'arrayBytes'>,
    private readonly limitBytes: number,
  ) {
    this.weighed = platform.now();
  }

  areFull(): boolean {
    const now = this.platform.now();
    if (now - this.weighed < WEIGH_MS || !this.platform.arrayBytes) return false;
    this.weighed = now;
    if (this.platform.arrayBytes(false) <= this.limitBytes) return false;
    const bytes = this.platform.arrayBytes(true);
    if (bytes <= this.limitBytes) return false;
    const MiB = 2 ** 20;
    this.sentence = t(
      'The run was ended: its arrays hold {0} MiB, and the limit for tensors and arrays is {1} MiB.',
      Math.round(bytes / MiB),
      Math.round(this.limitBytes / MiB),
    );
    return true;
  }
}
