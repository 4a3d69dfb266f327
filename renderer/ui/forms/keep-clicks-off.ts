// Longer than the slowest double click that Windows takes for one by default.
const doubleClick = 600;

let ends: ReturnType<typeof setTimeout> | undefined;

/**
 * A refused save moves everything below its errors: the second click of a double click would land on whatever comes to
 * lie under the mouse, and a link there loses what was typed.
 */
export function keepClicksOff(): void {
  const { style } = document.documentElement;
  style.pointerEvents = 'none';
  clearTimeout(ends);
  ends = setTimeout(() => {
    style.pointerEvents = '';
  }, doubleClick);
}
