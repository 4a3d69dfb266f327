import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Entries } from './entries.tsx';
import { FilterForm } from './filter-form.tsx';
import type { AuditFilters } from './filters.ts';
import { Integrity } from './integrity.tsx';
import { OverseersOnly } from './overseers-only.tsx';

function Shown() {
  const filters = useSearch({ from: '/audit' });
  const navigate = useNavigate();
  const apply = (search: AuditFilters): void => void navigate({ to: '/audit', search, replace: true });
  const { when, from, to } = filters;
  return (
    <Page
      title="Audit log"
      after="Who did what to which record, and when. It names staff, and nobody that a record is about."
      actions={
        <Link
          to="/audit/export"
          search={{ ...(when && { when }), ...(from && { from }), ...(to && { to }) }}
          className={buttonClass({ kind: 'primary', small: true })}
        >
          Export entries
        </Link>
      }
    >
      <Integrity />
      <div className="layout layout--filters">
        <FilterForm filters={filters} onApply={apply} />
        <Entries filters={filters} onFilters={apply} />
      </div>
    </Page>
  );
}

/** Everything that happened in the log, and that it is whole. */
export function AuditLog() {
  return (
    <OverseersOnly title="Audit log">
      <Shown />
    </OverseersOnly>
  );
}
