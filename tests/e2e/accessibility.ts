import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Findings that we know and let stand, each with its reason. Nothing else is let through on any screen.
 *
 * - `target-size` of a control that is half scrolled under a sticky bar: scrolling clears it (ui.md 13).
 */
const allowed = new Map<string, string>([]);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = [
  { width: 1280, height: 800 },
  { width: 320, height: 700 },
] as const;

async function findings(page: Page): Promise<readonly string[]> {
  // Legacy mode stays in this page: the app's window opens no other.
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
  return violations
    .filter(({ id }) => !allowed.has(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

/** Nothing for axe to find and nothing that scrolls sideways, at a desk and at 320 px (400 % of 1280). */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    // A control that is half scrolled under a sticky bar counts as too small; scrolling clears it (ui.md 13).
    await page.evaluate(() => scrollTo(0, 0));
    expect(await findings(page), `${screen} at ${size.width} px`).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${screen} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(sizes[0]);
}
