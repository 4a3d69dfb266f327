import type { auditCalls } from '../../shared/contract/audit.ts';
import type { Handlers } from '../store/context.ts';
import { outsideType } from '../store/log/restricted.ts';
import type { ReadableLog } from '../store/log/transaction.ts';
import { auditLine, kindOfThreadIn } from './lines.ts';

type Queries = Pick<Handlers<typeof auditCalls>, 'page' | 'check'>;

// A line of a restricted concern says when somebody wrote in it. Those who read it find that in the concern itself.
const shown = ['type <> ?', outsideType] as const;

/** Conditions of the filter that were given, over the columns that `Chain` compares with the signed lines. */
function conditions({ from, to, who, what }: Parameters<Queries['page']>[0]) {
  const given = [
    shown,
    from === null ? null : (["json_extract(line, '$.h.at') >= ?", from] as const),
    to === null ? null : (["json_extract(line, '$.h.at') <= ?", to] as const),
    who === undefined ? null : (['actor = ?', who] as const),
    what === undefined ? null : (['type = ?', what] as const),
  ].filter((one) => one !== null);
  const where = `WHERE ${given.map(([sql]) => sql).join(' AND ')}`;
  return { where, values: given.map(([, value]) => value) };
}

function withheldIn(log: ReadableLog): number {
  return log.prepare<[string], number>('SELECT count(*) FROM event WHERE type = ?').pluck().get(outsideType) ?? 0;
}

export const auditQueries: Queries = {
  page(input, { register, store }) {
    const { where, values } = conditions(input);
    const total =
      store.log
        .prepare<unknown[], number>(`SELECT count(*) FROM event ${where}`)
        .pluck()
        .get(...values) ?? 0;
    const lines = store.log
      .prepare<unknown[], string>(`SELECT line FROM event ${where} ORDER BY n DESC LIMIT ? OFFSET ?`)
      .pluck()
      .all(...values, input.limit, input.before ?? 0);
    const kindOfThread = kindOfThreadIn(store.log);
    return {
      total,
      withheld: withheldIn(store.log),
      lines: lines.map((line) => auditLine(line, register, kindOfThread)),
      logs: store.logs.map(({ own: { log }, size: entries }) => ({ log, entries })),
      checked: store.checks.last,
      atUnlock: store.atUnlock,
    };
  },
  async check(_input, context) {
    const { entries, root } = await context.store.checks.inParts(
      (done, total) => context.progress('Checking entries', done, total),
      context.others,
    );
    return { entries, root };
  },
};
