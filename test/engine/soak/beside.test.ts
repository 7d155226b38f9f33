import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setFileAccess } from '../../../src/engine/files/access.js';
import { wrongIn } from '../../../src/protocol/figure.js';
import { rooms, soakBeside } from './beside.js';

const parts = Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
const PART = 250;
/** A call that takes longer counts as endless. The limit allows for a busy machine. */
const WITHIN_MS = 20_000;

const nothing = () => Promise.reject(new Error('ENOENT'));
beforeAll(() => setFileAccess({ read: nothing, write: () => Promise.resolve(), shipped: nothing }));
afterAll(() => setFileAccess(null));

describe.each(rooms(wrongIn).map((room) => [room.name, room] as const))('random calls of %s', (_, room) => {
  it.each(Array.from({ length: Math.min(parts, 20) }, (__, part) => part + 1))(
    'part %i: each is answered, or refused in a sentence',
    (part) => {
      expect(soakBeside(room, part, PART, WITHIN_MS)).toEqual([]);
    },
  );
});
