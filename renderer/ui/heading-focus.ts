/** When what somebody stood on is gone: to the heading of the page, once it is there. */
export function focusHeading(): void {
  setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus(), 0);
}
