import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useLive } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { Wave } from './wave-page.tsx';

type Group = Answer<'GET /api/v1/waves/{id}/quota'>['groups'][number];

/** "12 more wanted", or since when there are enough and what was cancelled then. */
function standing(t: Translate, { target, answered, full }: Group, inField: boolean): string {
  if (full === null) {
    if (answered < target) return t('quota.to_go', { count: target - answered });
    return t(inField ? 'quota.enough' : 'quota.enough_over');
  }
  const when = sayMoment(full.at);
  const what = [
    ...(full.messages > 0 ? [t('quota.messages', { count: full.messages })] : []),
    ...(full.calls > 0 ? [t('quota.calls', { count: full.calls })] : []),
  ];
  return what.length === 0 ? t('quota.full', { when }) : t('quota.full_and', { when, what: what.join(', ') });
}

const columns = (t: Translate, inField: boolean): Column<Group>[] => [
  { key: 'group', head: t('quota.group'), cell: ({ name }) => name },
  { key: 'target', head: t('quota.target'), figures: true, cell: ({ target }) => sayNumber(target) },
  { key: 'answered', head: t('quota.answered'), figures: true, cell: ({ answered }) => sayNumber(answered) },
  { key: 'stands', head: t('quota.stands'), cell: (group) => standing(t, group, inField) },
];

/** The groups of a quota: answers against target, and where nobody is asked any more. Nothing where the sample is drawn another way. */
export function Quota({ wave }: { wave: Wave }) {
  return wave.sampling?.method === 'quota' ? <Groups wave={wave} /> : null;
}

function Groups({ wave }: { wave: Wave }) {
  const t = useT();
  const query = useLive('GET /api/v1/waves/{id}/quota', { params: { id: wave.id } });
  const title = t('quota.title');
  const inField = wave.status === 'open' || wave.status === 'paused';
  return (
    <section aria-labelledby="quota" className="stack">
      <h2 id="quota">{title}</h2>
      <p>{t('quota.about')}</p>
      <Loaded query={query} what={t('quota.what')}>
        {({ groups }) => (
          <DataTable
            caption={title}
            captionUnseen
            columns={columns(t, inField)}
            rows={groups}
            rowKey={({ name }) => name}
          />
        )}
      </Loaded>
    </section>
  );
}
