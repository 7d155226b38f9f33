import type { Theme } from '../../src/present/theme.js';
import type { Shown } from './shown.js';

/** A place in the panel's frame, see frame.ts. */
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

/** What has changed since the last update. An absent part has not changed. */
export interface Change {
  /** The host reported another status of the run, or a changed source. */
  readonly status?: true;
  /** Another run, or another pass of the same run. */
  readonly pass?: true;
  /** The graph has a new layout. The item or box `keep` stays where it is on the screen. */
  readonly layout?: { readonly keep: string | null; readonly animate: boolean };
  /** Numbers, colours and marks changed in the same picture. */
  readonly numbers?: true;
  readonly selection?: true;
  /** The search, the hidden nodes or the comparison changed. */
  readonly focus?: true;
  readonly settings?: true;
  /** The numbers of the source changed, or one of them moved. */
  readonly knobs?: true;
  /** Another pass is in place. A replay continues in it. */
  readonly replay?: true;
}

/**
 * A part of the panel. It receives what is shown and what has changed, and shows it. It reports the user's actions
 * through the events that its constructor received. To add a view: a file, a line in views.ts, and a style sheet beside
 * the file.
 */
export interface View {
  /** The elements of the view, by their places. */
  readonly elements: Partial<Record<Place, Element>>;
  /** Updates the elements. Does nothing if no part of the change concerns the view. */
  update(shown: Shown, change: Change): void;
  /** Called when the theme has changed. Elements styled by the page's style sheet need no update. */
  restyle?(theme: Theme, shown: Shown): void;
  /** Ends the view's timers and observers. */
  dispose(): void;
}
