const focusable = 'button, input, select, textarea, a[href], [tabindex], vscode-button, vscode-dropdown, vscode-option';

/**
 * A click anywhere in the panel moves the focus into the panel: to the clicked element if it takes keys, else to the
 * graph. Cytoscape prevents the browser from doing this, and then the graph's keys would go to the source.
 */
export function takeFocus(root: HTMLElement, stage: HTMLElement): void {
  root.addEventListener('mousedown', ({ target }) => {
    const taker = (target as Element).closest<HTMLElement>(focusable);
    if (!taker || taker === stage) stage.focus({ preventScroll: true });
    else if (!document.hasFocus()) taker.focus({ preventScroll: true });
  });
}
