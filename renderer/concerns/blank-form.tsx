import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { PdfOutcome } from '../../shared/contract/window.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import { usePrintKeys } from '../printing/print-record.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { BlankSheet } from './blank-sheet.tsx';

const outcomes: Readonly<Record<PdfOutcome, string>> = {
  saved: 'Saved as PDF. Print as many as you need.',
  'no-place-chosen': 'Not saved.',
  'no-space': 'Not saved: the disk is full. Free some space or choose another place, then try again.',
  'not-writable': 'Not saved: nothing can be written there. Choose another place, then try again.',
  failed: 'Not saved: the form could not be printed. Your records are not affected. Try again.',
};

/** A form to take along where there is no computer. Holds nothing of the log, so the audit log has nothing to say about it. */
export function BlankForm() {
  const [printing, setPrinting] = useState(false);
  const [outcome, setOutcome] = useState<PdfOutcome | null>(null);
  const [today] = useState(() => dayInEngland(new Date()));
  const print = async (): Promise<void> => {
    if (printing) return;
    setOutcome(null);
    // The sheet has to be on the page before it is printed.
    flushSync(() => setPrinting(true));
    try {
      setOutcome(await window.practiceLog.window.savePdf(`blank form for a concern ${today}.pdf`));
    } catch {
      setOutcome('failed');
    } finally {
      setPrinting(false);
    }
  };
  usePrintKeys(() => void print());
  return (
    <Page
      title="Blank form to print"
      caption="Raise a concern"
      after="For a place without a computer. It holds nothing that anybody wrote."
      actions={
        <Button onClick={() => void print()} aria-disabled={printing || undefined} aria-keyshortcuts="Control+P">
          {printing ? 'Saving as PDF' : 'Print or save PDF'}
        </Button>
      }
      back={
        <Link to="/concerns/new" className="nhsuk-back-link">
          Back to raise a concern
        </Link>
      }
    >
      <div role="status">
        {outcome === null ? null : <Banner title="Print or save PDF" heading={outcomes[outcome]} />}
      </div>
      <div className="layout layout--form">
        <Card>
          <BlankSheet />
        </Card>
        <div className="sticky-col">
          <DangerNow />
          <Guide title="When you have filled one in">
            <p>Phone the safeguarding lead. Paper tells nobody.</p>
            <p>
              Then type it in: <Link to="/concerns/new">raise a concern</Link> and say that it was written on paper
              first. It will be called a late entry.
            </p>
            <p>Give the paper to the safeguarding lead by hand. Do not leave it in a tray.</p>
          </Guide>
        </div>
      </div>
      {printing && createPortal(<BlankSheet />, document.body)}
    </Page>
  );
}
