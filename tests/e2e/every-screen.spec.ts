import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { settled, tours } from './tours.ts';

for (const { who, role, stops } of tours) {
  test(`every screen of the ${role} can be used by everybody, and none names a person outside`, async ({ app }) => {
    await expectAccessible(app.page, 'unlock');
    await app.unlock(who);
    for (const { name, go } of stops) {
      await go(app.page);
      await settled(app.page);
      await test.step(name, () => expectAccessible(app.page, `${role}: ${name}`));
      const title = await app.page.title();
      expect(title, `the title of ${name}`).not.toMatch(/Marsden|Abbotswell|Trent-Lacey|Leah|George|Olive/);
      expect(app.page.url(), `the address of ${name}`).not.toMatch(
        /Marsden|Abbotswell|Trent-Lacey|Leah|George|Olive|people|concern/,
      );
    }
  });
}
