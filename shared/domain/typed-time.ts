type TypedTime = { readonly time: string } | { readonly problem: string };

const words: Readonly<Record<string, string>> = { midday: '12:00', noon: '12:00', midnight: '00:00' };
const pattern = /^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?\s*(?<half>am|pm)?$/;
const twoDigits = (count: number): string => String(count).padStart(2, '0');

function hourOf(typed: string, half: string | undefined): number {
  const hour = Number(typed);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** The time that somebody typed (`4:25pm`, `16.25`, `0912`, `midday`) as `HH:MM`; never a guess between morning and afternoon. */
export function readTime(typed: string): TypedTime {
  const plain = typed.trim().toLowerCase().replaceAll('.m', 'm').replace(/m\.$/, 'm');
  if (plain === '') return { problem: 'Enter the time, such as 4:25pm' };
  const word = words[plain];
  if (word !== undefined) return { time: word };
  const { hour: typedHour = '', minute = '00', half } = pattern.exec(plain)?.groups ?? {};
  const hour = hourOf(typedHour, half);
  if (typedHour === '' || !(hour < 24) || Number(minute) > 59) return { problem: 'Enter a real time, such as 4:25pm' };
  const either = half === undefined && !typedHour.startsWith('0') && hour >= 1 && hour <= 11;
  return either
    ? { problem: 'Enter am or pm with the time, such as 4:25pm' }
    : { time: `${twoDigits(hour)}:${minute}` };
}
