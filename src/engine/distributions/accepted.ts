/** Defines the types "Distribution" and "Transform" for signatures. */
import { accept } from '../ops/signature.js';
import { Distribution } from './distribution.js';
import { Transform } from './transforms/transform.js';

accept('Distribution', (v) => v instanceof Distribution);
accept('Transform', (v) => v instanceof Transform);
accept('list[Transform]', (v) => Array.isArray(v) && v.every((e) => e instanceof Transform));
