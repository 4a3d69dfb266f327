import type { auditCalls } from '../../shared/contract/audit.ts';
import type { Handlers } from '../store/context.ts';
import { auditLine, kindOfThreadIn } from './lines.ts';

type Queries = Pick<Handlers<typeof auditCalls>, 'page' | 'check'>;

/** Conditions of the filter that were given, over the columns that `Chain` compares with the signed lines. */
function conditions({ from, to, who, what }: Parameters<Queries['page']>[0]) {
  const given = [
    from === null ? null : (["json_extract(line, '$.h.at') >= ?", from] as const),
    to === null ? null : (["json_extract(line, '$.h.at') <= ?", to] as const),
    who === undefined ? null : (['actor = ?', who] as const),
    what === undefined ? null : (['type = ?', what] as const),
  ].filter((one) => one !== null);
  const where = given.length === 0 ? '' : `WHERE ${given.map(([sql]) => sql).join(' AND ')}`;
  return { where, values: given.map(([, value]) => value) };
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
