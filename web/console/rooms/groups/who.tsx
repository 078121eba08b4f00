import { Go, GoButton, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayNumber, sayShare } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { WhoField } from './who-field.tsx';
import { labelOf, nameOf, type Representation, type Short } from './who-words.ts';

/** Where an invitation to a cell is made, filled in. */
function inviteAddress(id: string, { query, invite }: Short): string {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  asked.set('count', String(invite));
  return `/groups/${id}/invite?${asked}`;
}

const shortColumns = (t: Translate, id: string): Column<Short>[] => [
  { key: 'cell', head: t('who.cell'), cell: (cell) => `${nameOf(cell, t)}: ${labelOf(cell.field, cell)}` },
  { key: 'short', head: t('who.short'), figures: true, cell: ({ short }) => sayNumber(short) },
  {
    key: 'act',
    head: t('who.to_invite'),
    cell: (cell) => (
      <GoButton to={inviteAddress(id, cell)}>
        {t('who.invite', { count: cell.invite })}
        <span className="unseen"> {`${nameOf(cell, t)}: ${labelOf(cell.field, cell)}`}</span>
      </GoButton>
    ),
  },
];

function Mend({ id, shown }: { id: string; shown: Representation }) {
  const t = useT();
  return (
    <section aria-labelledby="mend">
      <h2 id="mend">{t('who.mend')}</h2>
      {shown.mend.length === 0 ? (
        <p>{t('who.nothing_short')}</p>
      ) : (
        <>
          <p>{t('who.mend_about')}</p>
          <DataTable
            caption={t('who.mend_table')}
            captionUnseen
            columns={shortColumns(t, id)}
            rows={shown.mend}
            rowKey={({ field, code }) => `${field} ${code}`}
          />
        </>
      )}
    </section>
  );
}

function Profiles({ shown }: { shown: Representation }) {
  const t = useT();
  const all = shown.fields.filter(({ profile }) => profile);
  const fields = all.filter(({ unknown }) => unknown.population < shown.population);
  const empty = all.filter(({ unknown }) => unknown.population === shown.population).map((field) => nameOf(field, t));
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles">{t('who.profiles')}</h2>
      {shown.withheld === null ? null : <p className="note">{t(`who.withheld_${shown.withheld}`)}</p>}
      {fields.length === 0 ? null : <p>{t('who.profiles_about')}</p>}
      {fields.map((field) => (
        <WhoField key={field.field} shown={field} />
      ))}
      {empty.length === 0 ? null : <p className="gap">{t('who.nothing_held', { fields: empty.join(', ') })}</p>}
    </section>
  );
}

function Shown({ id, shown }: { id: string; shown: Representation }) {
  const t = useT();
  return (
    <>
      <p>
        <Go to={`/groups/${id}`}>
          <Said>{shown.name}</Said>
        </Go>
        {'. '}
        {t('who.about', {
          members: sayNumber(shown.members),
          population: sayNumber(shown.population),
          share: sayShare(shown.members, shown.population),
        })}
      </p>
      <Mend id={id} shown={shown} />
      <section aria-labelledby="homes">
        <h2 id="homes">{t('who.homes')}</h2>
        {shown.fields
          .filter(({ profile }) => !profile)
          .map((field) => (
            <WhoField key={field.field} shown={field} />
          ))}
      </section>
      <Profiles shown={shown} />
    </>
  );
}

/** Who is in a panel or group, beside everybody who lives in our homes, and whom to invite to mend it. */
export default function WhoRoom() {
  const t = useT();
  const id = useParam('id');
  const query = useApi('GET /api/v1/groups/{id}/representation', { params: { id } });
  return (
    <Page title={t('who.title')} state={query.data?.name ?? null}>
      <Loaded query={query} what={t('who.what')}>
        {(shown) => <Shown id={id} shown={shown} />}
      </Loaded>
    </Page>
  );
}
