import { NativeSelect } from '@mantine/core';
import type { Answer } from '../../../shared/api.ts';
import { Go, useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Said } from '../../parts/said.tsx';
import { useList, useLive } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { labelOf } from '../groups/who-words.ts';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Person = Answer<'GET /api/v1/waves/{id}/people'>['items'][number];

const columns = (t: Translate, wave: Wave): Column<Person>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) =>
      residentId === null ? name : <Go to={`/residents/${residentId}?wave=${wave.id}`}>{name}</Go>,
  },
  { key: 'address', head: t('people.address'), cell: ({ address }) => address },
  { key: 'outcome', head: t('fieldwork.outcome'), cell: ({ label }) => <Said>{label}</Said> },
  { key: 'last', head: t('people.last'), cell: ({ last }) => (last === null ? '' : sayMoment(last)) },
];

function OutcomeFilter({ wave, chosen, onChoose }: { wave: Wave; chosen: string; onChoose: (code: string) => void }) {
  const t = useT();
  const work = useLive('GET /api/v1/waves/{id}/fieldwork', { params: { id: wave.id } });
  const outcomes = work.data?.dispositions ?? [];
  return (
    <NativeSelect
      className="filter"
      label={t('fieldwork.outcome')}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: t('people.all') },
        ...outcomes.map(({ code, label, count }) => ({ value: code, label: `${label} (${sayNumber(count)})` })),
      ]}
    />
  );
}

/** "Sheltered housing", from `tenure:sheltered`. */
function groupName(cell: string): string {
  const colon = cell.indexOf(':');
  const [field, code] = [cell.slice(0, colon), cell.slice(colon + 1)];
  return labelOf(field, { code, label: code });
}

function People({ wave }: { wave: Wave }) {
  const t = useT();
  const [disposition, choose] = useQueryParam('disposition');
  const [cell] = useQueryParam('cell');
  const [cell2] = useQueryParam('cell2');
  const given = (text: string) => (text === '' ? undefined : text);
  const list = useList('GET /api/v1/waves/{id}/people', {
    params: { id: wave.id },
    query: { disposition: given(disposition), cell: given(cell), cell2: given(cell2) },
  });
  return (
    <>
      {cell === '' ? null : (
        <p>
          {t('people.of_group', { group: [cell, cell2].filter(Boolean).map(groupName).join(', ') })}{' '}
          <Go to={`/waves/${wave.id}/people`}>{t('people.everybody')}</Go>
        </p>
      )}
      <OutcomeFilter wave={wave} chosen={disposition} onChoose={choose} />
      <Listed list={list} what={t('people.what')} empty={<p>{t('people.none')}</p>}>
        {(items) => (
          <DataTable
            caption={t('people.caption')}
            columns={columns(t, wave)}
            rows={items}
            rowKey={({ residentId, name, address }) => residentId ?? `${name} ${address}`}
          />
        )}
      </Listed>
    </>
  );
}

/** The people of a wave, by what came of asking them. */
export default function PeopleRoom() {
  return (
    <WavePage wave={useWave()} tab="people">
      {(wave) => <People wave={wave} />}
    </WavePage>
  );
}
