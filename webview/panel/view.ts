import type { Theme } from '../../src/present/theme.js';
import type { Shown } from './shown.js';

/** Where in the panel's frame something stands, see frame.ts. */
export type Place =
  | 'bar'
  | 'search'
  | 'banner'
  | 'before'
  | 'graph'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right'
  | 'over'
  | 'after'
  | 'passes'
  | 'spoken';

/** What is different since the views were updated last. What is absent is as it was. */
export interface Change {
  /** The host said something else of the run: its status, or that the source has changed. */
  readonly status?: true;
  /** Another run, or another pass of it. */
  readonly pass?: true;
  /** The graph was laid out anew. `keep` is an item or box that stays where it is on the screen. */
  readonly layout?: { readonly keep: string | null; readonly animate: boolean };
  /** Numbers, colours and marks in the same picture. */
  readonly numbers?: true;
  readonly selection?: true;
  /** What is looked for, left out or compared. */
  readonly focus?: true;
  readonly settings?: true;
  /** The numbers of the source, and what is moved of them. */
  readonly knobs?: true;
  /** Another pass is in place: a replay goes on in it. */
  readonly replay?: true;
}

/**
 * A part of the panel. It is given what is shown and what changed of that, and shows it; what the user
 * does with it, it tells by the events it was made with. To add one: a file, a line in views.ts, and a
 * style sheet beside it.
 */
export interface View {
  /** What it shows, by the place where that stands. */
  readonly elements: Partial<Record<Place, Element>>;
  /** Brings what it shows up to date. Does nothing where nothing of the change concerns it. */
  update(shown: Shown, change: Change): void;
  /** The theme is another one. What is styled by the page's style sheet needs nothing. */
  restyle?(theme: Theme, shown: Shown): void;
  /** Ends its timers and observers. */
  dispose(): void;
}
