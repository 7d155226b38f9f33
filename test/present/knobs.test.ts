import { describe, expect, it } from 'vitest';
import { numberText, scaleOf, SLIDER_PLACES, stepped } from '../../src/present/knobs.js';

const rate = { kind: 'rate', text: '0.1', value: 0.1 } as const;
const size = { kind: 'size', text: '16', value: 16 } as const;
const seed = { kind: 'seed', text: '0', value: 0 } as const;

describe('a knob', () => {
  it('steps by the second digit of a rate, and by one of a whole number', () => {
    expect(stepped(rate, 0.1, 1)).toBe(0.11);
    expect(stepped(rate, 0.013, -1)).toBe(0.012);
    expect(stepped(size, 16, -1)).toBe(15);
    expect(stepped(seed, 0, 1)).toBe(1);
  });

  it('slides a rate over powers of ten and a size in even steps', () => {
    const half = SLIDER_PLACES / 2;
    expect(scaleOf(rate).toPlace(0.1)).toBe(half);
    expect(scaleOf(rate).toValue(half + SLIDER_PLACES / 4) / 0.1).toBeCloseTo(0.1 / scaleOf(rate).toValue(half - SLIDER_PLACES / 4), 1);
    expect(scaleOf(size).toValue(0)).toBe(1);
    expect(scaleOf(size).toValue(SLIDER_PLACES)).toBe(64);
    expect(Number.isInteger(scaleOf(size).toValue(133))).toBe(true);
    expect(scaleOf(seed).toValue(0)).toBe(0);
  });

  it('is written so that the text means the number', () => {
    expect(numberText(rate, 0.2, '{ lr: ')).toBe('0.2');
    expect(numberText(rate, -0.2, '{ lr: ')).toBe('-0.2');
    expect(numberText(rate, -0.2, 'y -')).toBe('(-0.2)');
    expect(numberText({ ...rate, text: '-0.1', value: -0.1 }, 0.3, 'y * ')).toBe('0.3');
  });
});
