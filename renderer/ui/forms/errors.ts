import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { fieldId } from './field.tsx';

export interface Complaint {
  /** The id of the field that it is about; null when it is about none. */
  readonly target: string | null;
  readonly message: string;
}

type Branch = Readonly<Record<string, unknown>>;

function isBranch(value: unknown): value is Branch {
  // Errors hold the elements they belong to: those are not to be walked through.
  return typeof value === 'object' && value !== null && !(value instanceof Node);
}

function complaintsBelow(errors: Branch, path: readonly string[]): readonly Complaint[] {
  if (typeof errors['message'] === 'string' && errors['message'] !== '') {
    const names = path.filter((name) => name !== 'root');
    return [{ target: path[0] === 'root' ? null : fieldId(names.join('.')), message: errors['message'] }];
  }
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, value]) => (isBranch(value) ? complaintsBelow(value, [...path, key]) : []));
}

// A resolver answers in the order of its schema; people read in the order of the page.
function byPlaceOnPage(one: Complaint, other: Complaint): number {
  const [first, second] = [one, other].map(({ target }) => (target ? document.getElementById(target) : null));
  if (!first || !second || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Every error of a form, in the order of the page. */
export function complaintsOf<T extends FieldValues>(of: UseFormReturn<T>): readonly Complaint[] {
  return [...complaintsBelow(of.formState.errors, [])].sort(byPlaceOnPage);
}

/** The type of errors that are one complaint about several fields: an answer to any of them answers all. */
export const together = 'together';

function namesOf(errors: Branch, wanted: (error: Branch) => boolean, path: readonly string[] = []): readonly string[] {
  if (typeof errors['message'] === 'string') return wanted(errors) ? [path.join('.')] : [];
  return Object.entries(errors).flatMap(([key, value]) =>
    key !== 'ref' && isBranch(value) ? namesOf(value, wanted, [...path, key]) : [],
  );
}

function isShown(name: string): boolean {
  return document.getElementById(fieldId(name)) !== null;
}

/** Takes back what was said of fields that another answer takes off the page: nobody could answer those. */
function clearHidden<T extends FieldValues>(of: UseFormReturn<T>): void {
  const shown = namesOf(of.control._formState.errors, () => true).filter(isShown);
  if (shown.length === 0) return;
  // After the page has followed the answer.
  setTimeout(() => {
    const hidden = shown.filter((name) => !isShown(name));
    if (hidden.length > 0) of.clearErrors(hidden as Path<T>[]); // `as`: names under which the form holds errors.
  });
}

/** Takes back what was said of a field that has been answered since, and of the group that it is a part of. */
export function clearAnswered<T extends FieldValues>(of: UseFormReturn<T>, name: string | undefined): void {
  if (name === undefined) return;
  const parts = name.split('.');
  for (const last of parts.keys()) {
    const path = parts.slice(0, last + 1).join('.') as Path<T>; // `as`: a name of the form, or of a group in it.
    const { error } = of.getFieldState(path);
    if (error?.message === undefined) continue;
    const names =
      error.type === together ? namesOf(of.control._formState.errors, ({ type }) => type === together) : [path];
    of.clearErrors(names as Path<T>[]); // `as`: names under which the form holds errors.
  }
  clearHidden(of);
}

const boxes = 'input:not([type="hidden"]), select, textarea, button';

/** Focuses a field, or the first box of a group, with its label in view. */
export function focusField(target: string): void {
  const holder = document.getElementById(target);
  const box = holder?.matches(boxes) ? holder : (holder?.querySelector<HTMLElement>(boxes) ?? holder);
  if (!box) return;
  // What is folded away takes no focus.
  for (let fold = box.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const label = box.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${box.id}"]`);
  (label ?? box).scrollIntoView();
  box.focus({ preventScroll: true });
}
