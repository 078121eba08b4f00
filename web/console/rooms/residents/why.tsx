import { NativeSelect } from '@mantine/core';
import { GoButton, useQueryParam } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import { ResendOrLeave } from '../deliveries/resend-or-leave.tsx';
import { MarkPosted } from '../post/mark-posted.tsx';
import type { Resident } from './resident-page.tsx';

type Answered = NonNullable<Resident['why']>;

/** The button of the sentence: what mends it, by kind. */
function Mend({ action, resident }: { action: NonNullable<Answered['action']>; resident: Resident }) {
  const { kind, id, label } = action;
  if (kind === 'mark_posted' && id !== null) return <MarkPosted id={id} label={label} />;
  if (kind === 'resend_or_leave' && id !== null) return <ResendOrLeave id={id} name={resident.name} />;
  if (kind === 'mend_address') {
    return (
      <GoButton to={`/residents/${resident.id}/facts`}>
        <Said>{label}</Said>
      </GoButton>
    );
  }
  return (
    <p>
      <Said>{label}</Said>
    </p>
  );
}

/** "Why did she get nothing?", answered in a sentence for one wave; the newest unless another is chosen. */
export function Why({ resident }: { resident: Resident }) {
  const t = useT();
  const [, choose] = useQueryParam('wave');
  const { why, waves } = resident;
  if (why === null) return <p className="note note-info">{t('resident.no_wave')}</p>;
  return (
    <section aria-label={t('resident.why')} className="note note-info">
      <p className="why">
        <b>{why.waveName}:</b> <Said>{why.sentence}</Said>
      </p>
      {why.action ? <Mend action={why.action} resident={resident} /> : null}
      {waves.length > 1 ? (
        <NativeSelect
          label={t('resident.other_wave')}
          value={why.waveId}
          onChange={(event) => choose(event.currentTarget.value)}
          data={waves.map((wave) => ({ value: wave.id, label: wave.name }))}
        />
      ) : null}
    </section>
  );
}
