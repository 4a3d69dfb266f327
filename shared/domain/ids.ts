import { z } from '../zod.ts';

declare const brand: unique symbol;
/** 16 random bytes as 22 characters of unpadded base64url (RFC 4648 section 5), branded by what they name. */
type Id<Name extends string> = string & { readonly [brand]: Name };

export type StaffId = Id<'StaffId'>;
export type PersonId = Id<'PersonId'>;
export type PracticeId = Id<'PracticeId'>;
export type ThreadId = Id<'ThreadId'>;
export type EventId = Id<'EventId'>;
export type DraftId = Id<'DraftId'>;
export type KeyId = Id<'KeyId'>;
export type LogId = Id<'LogId'>;
export type DeviceId = Id<'DeviceId'>;
export type StoreId = Id<'StoreId'>;
export type AnyId = StaffId | PersonId | PracticeId | ThreadId | EventId | DraftId | KeyId | LogId | DeviceId | StoreId;

// The last character carries only two bits, so all but A, Q, g and w would be a second spelling of the same bytes.
const pattern = /^[A-Za-z0-9_-]{21}[AQgw]$/;

function id<T extends AnyId>() {
  return z.custom<T>((value) => typeof value === 'string' && pattern.test(value), 'Choose one from the list');
}

export const staffId = id<StaffId>();
export const personId = id<PersonId>();
export const practiceId = id<PracticeId>();
export const threadId = id<ThreadId>();
export const eventId = id<EventId>();
export const draftId = id<DraftId>();
export const keyId = id<KeyId>();
export const logId = id<LogId>();
export const deviceId = id<DeviceId>();
export const storeId = id<StoreId>();
