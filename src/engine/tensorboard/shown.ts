/**
 * Where the figures of writers go, and what happens to the writers when a run ends. This file is loaded before the
 * writers.
 */
import type { FigureData } from '../pyplot/data.js';

type Show = (figure: FigureData) => void;

let show: Show | null = null;

/** Sends figures to `next` from now on; null turns that off. */
export const showFiguresBy = (next: Show | null): void => void (show = next);

export const showFigure = (figure: FigureData): void => show?.(figure);

/** Writers that are not closed. */
export const open = new Set<{ close(): void; show(): void }>();
/** Errors that occurred while files were written. */
export const failed: unknown[] = [];

/** The program has finished: everything that was added is shown and written to its file. */
export function closeWriters(): void {
  for (const writer of open) writer.close();
}

/** The program has stopped early: everything that was added is shown, and nothing more is written to files. */
export function showWriters(): void {
  for (const writer of open) writer.show();
}

/** The first error of writing a file; null when all files are written. Called when all writing has ended. */
export const writingFailed = (): unknown => failed[0] ?? null;
