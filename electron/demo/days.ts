import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';

/** A day counted from the one on which the demo is loaded, `D-3`, so that the demo never ages. */
export type Day = `D${'+' | '-'}${number}`;
/** A time on such a day, `D-3 09:40`. */
export type Moment = `${Day} ${number}:${number}`;

/** The same value with its days and times counted from the day of loading. Sentences name a day as `{D-3}`. */
export type Dated<T> = T extends IsoDate
  ? Day
  : T extends Instant
    ? Moment
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer One)[]
        ? readonly Dated<One>[]
        : { readonly [K in keyof T]: Dated<T[K]> };

/** What `Dated` was made of: real days and times again, and lists that a call takes. */
export type Real<T> = T extends Moment
  ? Instant
  : T extends Day
    ? IsoDate
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer One)[]
        ? Real<One>[]
        : { -readonly [K in keyof T]: Real<T[K]> };

const dayLength = 86_400_000;
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

function dayAt(today: IsoDate, day: string): IsoDate {
  const moved = Date.parse(`${today}T12:00:00.000Z`) + Number(day.slice(1)) * dayLength;
  return new Date(moved).toISOString().slice(0, 10) as IsoDate; // `as`: the first ten characters are the day.
}

export function momentAt(today: IsoDate, moment: string): Instant {
  const [day = '', time = ''] = moment.split(' ');
  return `${dayAt(today, day)}T${time}:00.000Z` as Instant; // `as`: put together in exactly this form.
}

function textAt(today: IsoDate, text: string): string {
  if (/^D[+-]\d+$/.test(text)) return dayAt(today, text);
  if (/^D[+-]\d+ \d\d:\d\d$/.test(text)) return momentAt(today, text);
  return text.replaceAll(/\{(D[+-]\d+)\}/g, (_, day: string) => inWords.format(new Date(dayAt(today, day))));
}

function valueAt(today: IsoDate, value: unknown): unknown {
  if (typeof value === 'string') return textAt(today, value);
  if (Array.isArray(value)) return value.map((one) => valueAt(today, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, valueAt(today, member)]));
}

/** Puts real days and times in, seen from `today`. */
export function dated<T>(value: T, today: IsoDate): Real<T> {
  return valueAt(today, value) as Real<T>; // `as`: `Real` says for types what `valueAt` does for values.
}
