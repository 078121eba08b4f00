import type { Answer } from '../../../shared/api.ts';
import { Go, useParam, useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useList } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import { useCheck } from './plan.ts';

type Person = Answer<'GET /api/v1/waves/{id}/check/people'>['items'][number];

const columns = (t: Translate): Column<Person>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => <Go to={`/residents/${residentId}`}>{name}</Go>,
  },
  { key: 'address', head: t('people.address'), cell: ({ address }) => address },
];

/** The people behind one number of a plan. */
export default function PlanPeople() {
  const t = useT();
  const id = useParam('id');
  const [reason] = useQueryParam('reason');
  const found = useCheck(id).data?.out.find(({ code }) => code === reason);
  const title = reason === '' ? t('who.people_in') : t('who.left_out');
  const list = useList('GET /api/v1/waves/{id}/check/people', {
    params: { id },
    query: { reason: reason === '' ? undefined : reason },
  });
  return (
    <Page title={title} state={found ? <Said>{found.label}</Said> : null}>
      <p className="back">
        <Go to={`/waves/${id}/plan/who`}>{t('plan.task.who')}</Go>
      </p>
      <Listed list={list} what={t('who.people_what')} empty={<p>{t('who.nobody_here')}</p>}>
        {(items) => (
          <DataTable
            caption={title}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ residentId }) => residentId}
          />
        )}
      </Listed>
    </Page>
  );
}
