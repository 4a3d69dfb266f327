import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { bodyRegionWords } from '../../../shared/domain/body-regions.ts';
import type { RecordedBodyMap, RecordedChecklist } from '../../../shared/policy/concern-around.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import { clockTime, dateAndTime, longDate } from '../../words/dates.ts';
import { BodyFigure } from './body-figure.tsx';
import { saidWords, sawWords, scoredWords } from './words.ts';

function rowsFrom(rows: readonly (readonly [key: string, value: string | undefined])[]): readonly SummaryRow[] {
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value, typed: true }]));
}

function RecordedBy({ by, at }: Pick<RecordedChecklist, 'by' | 'at'>) {
  const { nameOf } = useSignedIn();
  return (
    <p className="small muted">
      Recorded by {nameOf(by)} on {dateAndTime(at)}
    </p>
  );
}

/** A checklist exactly as its scorer wrote it. Nothing here is worked out. */
function Checklist({ recorded }: { readonly recorded: RecordedChecklist }) {
  const { checklist, trained, total, level, judgement, next } = recorded;
  const rows = rowsFrom([
    ['Trained for it', saidWords[trained]],
    ['Total they wrote', total],
    ['Level in their words', level],
    ['Their judgement', judgement],
    ['What comes next', next],
  ]);
  return (
    <Card title={`Risk checklist: ${checklist}`}>
      <p>{scoredWords(recorded)}</p>
      <SummaryList rows={rows} />
      <RecordedBy {...recorded} />
    </Card>
  );
}

function seenWords({ on, time }: RecordedBodyMap): string {
  return time === undefined ? longDate(on) : `${longDate(on)}, ${clockTime(`${on}T${time}`)}`;
}

function markWords({ what, size, colour, shape }: RecordedBodyMap['regions'][number]): string {
  return [what, size, colour, shape].filter((part) => part !== undefined).join(', ');
}

interface MapProps {
  readonly map: RecordedBodyMap;
  /** Counted from 1, oldest first. */
  readonly number: number;
  readonly of: number;
}

function BodyMap({ map, number, of }: MapProps) {
  const { regions, saw, present, statement } = map;
  const rows = rowsFrom([
    ...regions.map((mark) => [bodyRegionWords(mark.region), markWords(mark)] as const),
    ['Seen', seenWords(map)],
    ['How', sawWords[saw]],
    ['Who was there', present],
    ['In the words of whoever recorded it', statement],
  ]);
  return (
    <Card title={of === 1 ? 'Body map' : `Body map ${number} of ${of}`}>
      <div className="body-map">
        <BodyFigure marked={regions.map(({ region }) => region)} />
        <SummaryList rows={rows} />
      </div>
      <RecordedBy {...map} />
    </Card>
  );
}

/** What was found, newest first: risk checklists as somebody scored them, and body maps. */
export function FoundCards({ page }: { readonly page: ConcernPage }) {
  const { checklists, bodyMaps } = page.state.around;
  return (
    <>
      {checklists.toReversed().map((recorded) => (
        <Checklist key={recorded.event} recorded={recorded} />
      ))}
      {bodyMaps
        .map((map, place) => <BodyMap key={map.event} map={map} number={place + 1} of={bodyMaps.length} />)
        .toReversed()}
    </>
  );
}

/** The ways to add to it, beside a concern. */
export function AroundSteps({ concern }: Pick<ConcernPage, 'concern'>) {
  return (
    <>
      <li>
        <Link to="/concerns/$concern/people" params={{ concern }}>
          Add somebody to this concern
        </Link>
      </li>
      <li>
        <Link to="/concerns/$concern/risk-checklist" params={{ concern }}>
          Record a risk checklist
        </Link>
      </li>
      <li>
        <Link to="/concerns/$concern/body-map" params={{ concern }}>
          Record a body map
        </Link>
      </li>
    </>
  );
}
