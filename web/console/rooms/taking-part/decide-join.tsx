import '../groups/groups.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { GroupChoice } from './fields.tsx';
import { type Chosen, FindResident } from './find-resident.tsx';

type Request = Answer<'GET /api/v1/join-requests'>['items'][number];

function Suggested({ request, onChoose }: { request: Request; onChoose: (person: Chosen) => void }) {
  const t = useT();
  if (request.matches.length === 0) return <p>{t('forward.nobody')}</p>;
  return (
    <ul className="needs">
      {request.matches.map(({ residentId, name, address, byAddress }) => (
        <li key={residentId}>
          <span>
            {name}, {address} ({t(byAddress ? 'forward.by_address' : 'forward.by_postcode')})
          </span>
          <Button onClick={() => onChoose({ id: residentId, name })}>{t('forward.is', { name })}</Button>
        </li>
      ))}
    </ul>
  );
}

/** Says which resident somebody is: one of those suggested, or one found by hand. */
export function Match({ request }: { request: Request }) {
  const t = useT();
  const [person, setPerson] = useState<Chosen | null>(null);
  const [groupId, setGroupId] = useState('');
  const match = useChange('POST /api/v1/join-requests/{id}/match');
  const name = person?.name ?? '';
  const body = { residentId: person?.id ?? '', groupId: groupId || null };
  const done = () => announce(t('forward.matched', { name }));
  return (
    <>
      <h3>{t('forward.may_be')}</h3>
      <Suggested request={request} onChoose={setPerson} />
      <FindResident chosen={null} onChoose={setPerson} />
      <ConfirmDialog
        open={person !== null}
        title={t('forward.match_title', { who: request.name, name })}
        act={t('forward.match_act')}
        busy={match.isPending}
        onDo={() => match.mutate({ params: { id: request.id }, body }, { onSuccess: done })}
        onLeave={() => setPerson(null)}
      >
        <p>{t('forward.match_what')}</p>
        <GroupChoice value={groupId} onChange={setGroupId} />
        <ErrorNote error={match.error} />
      </ConfirmDialog>
    </>
  );
}

/** Declines somebody kindly, after one question. */
export function Decline({ request: { id, name } }: { request: Request }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const decline = useChange('POST /api/v1/join-requests/{id}/decline');
  const done = () => announce(t('forward.declined', { name }));
  return (
    <p className="gap">
      <Button onClick={() => setOpen(true)}>{t('forward.decline', { name })}</Button>
      <ConfirmDialog
        open={open}
        title={t('forward.decline_title', { name })}
        act={t('forward.decline_act')}
        busy={decline.isPending}
        onDo={() => decline.mutate({ params: { id }, body: {} }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <p>{t('forward.decline_what')}</p>
        <ErrorNote error={decline.error} />
      </ConfirmDialog>
    </p>
  );
}
