import type { Answer } from '../../../shared/api.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ListedTable } from '../../parts/listed-table.tsx';
import { useList } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';

type Mine = Answer<'GET /api/v1/referrals/mine'>['items'][number];

/** What came of a referral, with the group and the note. */
export const outcomeWords = (t: Translate, { outcome, groupName, outcomeNote }: Mine): string =>
  [t(`referrals.came.${outcome ?? 'open'}`), groupName, outcomeNote].filter(Boolean).join('. ');

const columns = (t: Translate): Column<Mine>[] => [
  { key: 'name', head: t('people.name'), cell: ({ name }) => name },
  { key: 'on', head: t('part.on'), cell: ({ createdAt }) => sayDay(createdAt) },
  { key: 'outcome', head: t('referrals.outcome'), cell: (mine) => outcomeWords(t, mine) },
  { key: 'by', head: t('part.by'), cell: ({ decidedBy }) => decidedBy ?? '' },
];

/** Whom I referred, and what came of it. */
export function MyReferrals() {
  const t = useT();
  const list = useList('GET /api/v1/referrals/mine', { query: {} });
  return (
    <ListedTable
      title={t('referrals.mine')}
      list={list}
      what={t('referrals.mine_what')}
      empty={<Empty>{t('referrals.mine_none')}</Empty>}
      columns={columns(t)}
    />
  );
}
