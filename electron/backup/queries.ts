import type { backupCalls } from '../../shared/contract/backup.ts';
import type { Handlers } from '../store/context.ts';
import { backupStatus, backupSummary } from './status.ts';

export const backupQueries: Handlers<Pick<typeof backupCalls, 'show' | 'summary'>> = {
  show: (_input, context) => backupStatus(context),
  summary: (_input, context) => backupSummary(context),
};
