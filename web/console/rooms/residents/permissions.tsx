import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Given } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Said } from '../../parts/said.tsx';
import { useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { type Resident, ResidentPage } from './resident-page.tsx';

type Cell = Resident['permissions'][number];
type How = Given<'PUT /api/v1/residents/{id}/permissions'>['body']['how'];
const ways: readonly How[] = ['telephone', 'letter', 'email', 'in_person'];

interface Changing {
  change: (cell: Cell, allowed: boolean) => void;
}

/** Yes or no of one purpose by one way. */
function Allowed({ cell, change }: { cell: Cell } & Changing) {
  const t = useT();
  const name = t('permissions.cell', { purpose: t(`purpose.${cell.purpose}`), way: wordOf('channel', cell.channel) });
  return (
    <NativeSelect
      aria-label={name}
      value={cell.allowed ? 'yes' : 'no'}
      onChange={(event) => change(cell, event.currentTarget.value === 'yes')}
      data={[
        { value: 'yes', label: t('permissions.yes') },
        { value: 'no', label: t('permissions.no') },
      ]}
    />
  );
}

const columns = (t: Translate, changing: Changing): Column<Cell>[] => [
  {
    key: 'what',
    head: t('permissions.what'),
    cell: ({ purpose, channel }) =>
      t('permissions.cell', { purpose: t(`purpose.${purpose}`), way: wordOf('channel', channel) }),
  },
  { key: 'allowed', head: t('permissions.allowed'), cell: (cell) => <Allowed cell={cell} {...changing} /> },
  {
    key: 'said',
    head: t('permissions.said'),
    cell: ({ said }) =>
      said === null
        ? t('permissions.unsaid')
        : t('permissions.said_by', { by: said.by, day: sayDay(said.at), how: wordOf('mode', said.how) }),
  },
];

function Matrix({ resident }: { resident: Resident }) {
  const t = useT();
  const [how, setHow] = useState<How>('telephone');
  const permit = useChange('PUT /api/v1/residents/{id}/permissions');
  const change = ({ purpose, channel }: Cell, allowed: boolean) =>
    permit.mutate(
      { params: { id: resident.id }, body: { purpose, channel, allowed, how } },
      { onSuccess: () => announce(t('resident.saved')) },
    );
  return (
    <>
      <NativeSelect
        className="filter"
        label={t('permissions.how')}
        value={how}
        onChange={(event) => setHow(ways.find((way) => way === event.currentTarget.value) ?? 'telephone')}
        data={ways.map((way) => ({ value: way, label: wordOf('mode', way) }))}
      />
      <DataTable
        caption={t('permissions.caption')}
        columns={columns(t, { change })}
        rows={resident.permissions}
        rowKey={({ purpose, channel }) => `${purpose} ${channel}`}
      />
      <ErrorNote error={permit.error} />
    </>
  );
}

/** What a resident allows, by purpose and way; what is stopped, and the do-not-contact list, stand above it. */
export default function ResidentPermissions() {
  const t = useT();
  return (
    <ResidentPage part="resident.permissions">
      {(resident) => (
        <section aria-labelledby="permissions">
          <h2 id="permissions">{t('resident.permissions')}</h2>
          {resident.stops.length > 0 ? (
            <div className="note note-warn">
              <p>{t('permissions.above')}</p>
              <ul>
                {resident.stops.map(({ sentence, at }) => (
                  <li key={sentence + at}>
                    <Said>{sentence}</Said> ({sayDay(at)})
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <Matrix key={resident.id} resident={resident} />
        </section>
      )}
    </ResidentPage>
  );
}
