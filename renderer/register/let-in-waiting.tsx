import { useState } from 'react';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Banner } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** Who forgot their passphrase and waits for a second colleague. @param mine only those whom I can confirm */
export function LetInWaiting({ mine = false }: { readonly mine?: boolean }) {
  const { register, nameOf } = useSignedIn();
  const saving = useSaving();
  const [confirmed, setConfirmed] = useState<StaffId | null>(null);
  const waiting = register.waitingToBeLetIn.filter(({ mayConfirm }) => mayConfirm || !mine);
  const confirm = async (staff: StaffId): Promise<void> => {
    setConfirmed(null);
    if ((await saving.save(() => log.register.confirmKeys({ staff }))) !== undefined) setConfirmed(staff);
  };
  return (
    <>
      {confirmed !== null && (
        <Banner kind="success" heading={`${nameOf(confirmed)} can unlock the log with the new passphrase now.`}>
          <p>What they read comes back as colleagues who read it sign in.</p>
        </Banner>
      )}
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      {waiting.length > 0 && (
        <Card title="Waiting to be let in again" flush>
          <WorkList>
            {waiting.map(({ staff, letInBy, mayConfirm }) => (
              <WorkRow
                key={staff}
                title={`${nameOf(staff)} forgot their passphrase and typed a new one`}
                meta={
                  mayConfirm
                    ? `Let in by ${nameOf(letInBy)}. Confirm it only if you have seen ${nameOf(staff)} yourself: the new passphrase then opens all that they read.`
                    : `Let in by ${nameOf(letInBy)}. A second colleague confirms it: a practice manager, supervisor or safeguarding lead.`
                }
                action={
                  mayConfirm && (
                    <Button small aria-disabled={saving.busy || undefined} onClick={() => void confirm(staff)}>
                      Confirm<VisuallyHidden> that {nameOf(staff)} is let in again</VisuallyHidden>
                    </Button>
                  )
                }
              />
            ))}
          </WorkList>
        </Card>
      )}
    </>
  );
}
