/** Where panes lie one below the other, the one that something happens in comes into view. */
export function showOnPhone(pane: HTMLElement | null): void {
  if (matchMedia('(width < 64rem)').matches) pane?.scrollIntoView();
}
