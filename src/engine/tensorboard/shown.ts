/** Where the figures of writers go, and what is done with the writers when a run ends. It is there before the writers are loaded. */
import type { FigureData } from '../pyplot/data.js';

type Show = (figure: FigureData) => void;

let show: Show | null = null;

/** From now on figures go there; null takes that away again. */
export const showFiguresBy = (next: Show | null): void => void (show = next);

export const showFigure = (figure: FigureData): void => show?.(figure);

/** Writers that are not closed. */
export const open = new Set<{ close(): void; show(): void }>();
/** What kept files from being written. */
export const failed: unknown[] = [];

/** The program is done: what was added and not written is written and shown. */
export function closeWriters(): void {
  for (const writer of open) writer.close();
}

/** The program ended before it was done: what was added is shown, and nothing more is written. */
export function showWriters(): void {
  for (const writer of open) writer.show();
}

/** What kept a file from being written; null when all are there. Called when nothing is under way any more. */
export const writingFailed = (): unknown => failed[0] ?? null;
