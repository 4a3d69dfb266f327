import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readBundle } from '../../../electron/audit/bundle.ts';
import type { Demo } from '../../../electron/demo/build.ts';
import { network, staff } from '../../../electron/demo/data/staff.ts';
import { loadDemo } from '../../../electron/demo/load.ts';
import { must } from '../../../electron/demo/perform.ts';
import { handlers, projections } from '../../../electron/features.ts';
import { makeDemonstration } from '../../../electron/store/demonstration.ts';
import { readLine } from '../../../electron/store/log/header.ts';
import type { MistakeReport } from '../../../electron/store/report.ts';
import { Router } from '../../../electron/store/router.ts';
import type { StorePlace } from '../../../electron/store/unlock.ts';
import { contract, type LogClient } from '../../../shared/contract/index.ts';
import { findBrowserForTests } from '../find-browser.ts';
import { heading, line, Progress, plain } from './page.ts';
import { judge } from './verify.ts';
import { walk } from './walk.ts';

/** What stands in report.json. */
interface DemoReport {
  readonly events: number;
  readonly threads: number;
  readonly people: number;
  readonly staff: number;
  readonly export: string;
  readonly verified: boolean;
  readonly seconds: number;
  /** Pictures of screens in `screens/`; none where no browser was found. */
  readonly screens: number;
  readonly passphrases: Readonly<Record<string, string>>;
}

type Made = Pick<DemoReport, 'events' | 'threads' | 'export' | 'verified'>;

const note = (mistake: MistakeReport): void => console.error(JSON.stringify(mistake));

async function build(place: StorePlace): Promise<Demo> {
  const progress = new Progress();
  const onProgress = (what: string, done: number, total: number): void => progress.show(what, done, total);
  try {
    return await makeDemonstration(place, (workshop) => loadDemo({ place: workshop, report: note, onProgress }));
  } finally {
    progress.end();
  }
}

/** Records in the log, the register among them; the whole log is in the export. */
function countThreads(file: string): number {
  const entries = readBundle(readFileSync(file)).get('entries.jsonl') ?? new Uint8Array();
  const lines = Buffer.from(entries).toString().trimEnd().split('\n');
  return new Set(lines.map((text) => readLine(text).header.thread).filter((thread) => thread !== null)).size;
}

async function exportAndVerify(log: LogClient, out: string): Promise<Made> {
  heading('The export, by J Sedley   anybody can check it, without this program and without us');
  const checked = await must(log.audit.check({}));
  line('log', `${checked.entries} entries read again from the disk, every signature and every link holds`);
  const { file, shown, withheld, root } = await must(
    log.audit.export({ from: null, to: null, why: 'To show what an export is', folder: out }),
  );
  line('export', `${shown} entries shown, ${withheld} withheld, root ${root}`);
  const judgements = judge(file);
  for (const { by, sentence } of judgements) line(by, sentence);
  if (judgements.length === 1) line('verify.py', 'not asked: there is no python3 here');
  const { total } = await must(log.audit.page({ from: null, to: null, limit: 1 }));
  return {
    events: total,
    threads: countThreads(file),
    export: basename(file),
    verified: judgements.every(({ holds }) => holds),
  };
}

function conclude(out: string, report: DemoReport): void {
  const { events, threads, people, export: file, verified, seconds } = report;
  const shown = (name: string): string => relative(process.cwd(), join(out, name)) || name;
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  heading(verified ? 'Done' : 'The export does not hold');
  line(
    'store',
    `${shown('store')}   ${events} entries in ${threads} records about ${people} people, all of them sealed`,
  );
  line('export', shown(file));
  line('check it', `npm run verify -- ${shown(file)}`);
  if (report.screens > 0) line('screens', shown('screens'));
  line('report', `${shown('report.json')}   with the passphrases of the ${report.staff} invented members of staff`);
  line('witness', `${shown(join('profile', 'witness.json'))}   the newest entry seen, against roll-back`);
  line('time', `${seconds} s`);
  plain('\n  Everybody here is invented. Nothing real belongs into this log.\n');
}

/** Pictures of every screen in each role, where there is a browser to take them with. */
async function photograph(place: StorePlace, folder: string): Promise<number> {
  heading('The screens   each role signs in to the app and visits its pages');
  const browser = findBrowserForTests();
  if (browser === undefined) {
    line('screens', 'no pictures: there is no Chromium here and none could be installed. Set CHROMIUM_PATH to one');
    return 0;
  }
  process.env['CHROMIUM_PATH'] = browser;
  const { buildAll } = await import('../build.ts');
  await buildAll();
  const { takeScreens } = await import('./screens.ts');
  const taken = await takeScreens(place, folder);
  line('screens', `${taken} pictures`);
  return taken;
}

/** @param out an empty folder of our own; @returns the exit code */
export async function runDemo(out: string): Promise<number> {
  const place = { folder: join(out, 'store'), profile: join(out, 'profile') };
  mkdirSync(place.profile);
  heading(`${network}, an invented network of four practices`);
  plain('  Building an encrypted log of its last seventy days, through the calls that the screens use.');
  const demo = await build(place);
  const router = new Router({ place, contract, handlers, projections, now: () => new Date(), report: note });
  let made: Made | undefined;
  await walk(router, demo, async (log) => {
    made = await exportAndVerify(log, out);
  });
  if (made === undefined) throw new Error('nothing was exported');
  const screens = await photograph(place, join(out, 'screens'));
  const passphrases = Object.fromEntries(Object.values(staff).map(({ name, passphrase }) => [name, passphrase]));
  // Counted from the start of the process.
  const seconds = Math.round(performance.now() / 100) / 10;
  conclude(out, { ...made, people: demo.cast.people.size, staff: demo.cast.staff.size, screens, seconds, passphrases });
  return made.verified ? 0 : 1;
}
