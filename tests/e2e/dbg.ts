import { App } from './app.ts';

const t0 = performance.now();
const say = (s: string) => console.log(Math.round(performance.now() - t0), s);
const app = await App.open('/tmp/dbg-ud');
app.host.main.on('message', (m) => say(JSON.stringify(m)));
app.host.main.on('exit', (m) => say('main exit ' + m));
say('first page: ' + (await app.page.locator('h2').first().textContent()));
await app.toDemonstration();
say('demo made');
await app.page.screenshot({ path: '/tmp/unlock.png' });
await app.unlock('Amina Q.');
say('unlocked');
await app.page.screenshot({ path: '/tmp/today.png' });
await app.lock();
say('locked');
await app.page.screenshot({ path: '/tmp/locked.png' });
app.host.os({ os: 'quit' });
