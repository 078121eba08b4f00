import { type Column, DataTable } from '../../parts/data-table.tsx';
import { sayNumber, sayShare } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { type Compared, labelOf, nameOf } from './who-words.ts';

type Group = Compared['groups'][number];

const signs = { ok: '', amber: '!', red: '!!' };

function Ratio({ group: { ratio, signal } }: { group: Group }) {
  const t = useT();
  if (ratio === null) return null;
  const words = signal === 'ok' ? '' : t(`board.${ratio < 1 ? 'low' : 'high'}_${signal}`);
  return (
    <>
      {ratio.toFixed(2)} <b aria-hidden="true">{signs[signal]}</b> {words}
    </>
  );
}

/** A share with the people it is of; too few to be told says so. */
const told = (t: Translate, share: number | null, count: number | null): string =>
  share === null || count === null ? t('who.too_few') : `${sayShare(share, 1)} (${sayNumber(count)})`;

const columns = (t: Translate, field: string): Column<Group>[] => [
  { key: 'group', head: t('board.group'), cell: (group) => labelOf(field, group) },
  {
    key: 'population',
    head: t('who.living'),
    figures: true,
    cell: ({ population, populationShare }) => told(t, populationShare, population),
  },
  {
    key: 'members',
    head: t('who.members'),
    figures: true,
    cell: ({ members, memberShare }) => told(t, memberShare, members),
  },
  { key: 'ratio', head: t('board.ratio'), cell: (group) => <Ratio group={group} /> },
];

/** One field: each group's share of the members beside its share of everybody; no number of it opens or targets anyone. */
export function WhoField({ shown }: { shown: Compared }) {
  const t = useT();
  const { unknown, index, field } = shown;
  const none = unknown.members === 0 && unknown.population === 0;
  return (
    <div className="gap">
      <DataTable
        caption={nameOf(shown, t)}
        columns={columns(t, field)}
        rows={shown.groups}
        rowKey={({ code }) => code}
      />
      <p className="soft">
        {index === null ? t('who.no_index') : t('who.index', { share: sayShare(index, 1) })}{' '}
        {none
          ? ''
          : t('who.unknown', {
              members: sayShare(unknown.memberShare, 1),
              population: sayShare(unknown.populationShare, 1),
            })}
      </p>
    </div>
  );
}
