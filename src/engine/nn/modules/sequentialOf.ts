import type { Module } from '../module.js';
import { Sequential as Base } from './container.js';

/** The class `Sequential`; one that is made of modules by name has them as its fields, each with its own type. */
export const Sequential = Base as (new <Named extends Readonly<Record<string, Module>>>(named: Named) => Base & Named) & typeof Base;
export type Sequential = Base;
