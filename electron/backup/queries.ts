import type { backupCalls } from '../../shared/contract/backup.ts';
import type { Handlers } from '../store/context.ts';
import { backupStatus } from './status.ts';

export const backupQueries: Handlers<Pick<typeof backupCalls, 'show'>> = {
  show: (_input, context) => backupStatus(context),
};
