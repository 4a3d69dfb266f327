import { useQuery } from '@tanstack/react-query';
import { initialsOf } from '../shared/domain/person-name.ts';
import { looks } from './look.tsx';

// With what was looked at, so that it goes with the page at every lock.
const key = ['initials only'];

/** Whether lists name people by their initials, for rooms in which others see the screen (ui.md 9). */
export function useInitialsOnly(): boolean {
  const { data = false } = useQuery<boolean>({
    queryKey: key,
    queryFn: () => false,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

export function showInitialsOnly(only: boolean): void {
  looks.setQueryData<boolean>(key, only);
}

/** How a list or a result calls somebody now. Pages about one person, and choosing them, always say the whole name. */
export function shownName(name: string): string {
  return looks.getQueryData<boolean>(key) === true ? initialsOf(name) : name;
}

/** The same for a list that stands on the page while the switch is turned. */
export function useShownName(): (name: string) => string {
  return useInitialsOnly() ? initialsOf : (name) => name;
}
