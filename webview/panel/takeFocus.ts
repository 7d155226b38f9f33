const focusable = 'button, input, select, textarea, a[href], [tabindex], vscode-button, vscode-dropdown, vscode-option';

/**
 * A click anywhere in the panel brings the keyboard into it: to what was clicked, where that takes keys, else to the graph.
 * Cytoscape keeps the browser from doing so, and then the keys that are meant for the graph would go to the source.
 */
export function takeFocus(root: HTMLElement, stage: HTMLElement): void {
  root.addEventListener('mousedown', ({ target }) => {
    const taker = (target as Element).closest<HTMLElement>(focusable);
    if (!taker || taker === stage) stage.focus({ preventScroll: true });
    else if (!document.hasFocus()) taker.focus({ preventScroll: true });
  });
}
