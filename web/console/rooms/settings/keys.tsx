import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayDay, sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { MakeKey } from './make-key.tsx';
import { Revoke } from './revoke.tsx';
import { SettingsPage } from './settings-page.tsx';

export type Key = Answer<'GET /api/v1/keys'>['items'][number];

/** A key works until the end of its last day: the moment just before. */
const lastDay = (expiresAt: string): string => sayDay(new Date(Date.parse(expiresAt) - 1));

const columns = (t: Translate): Column<Key>[] => [
  { key: 'name', head: t('people.name'), cell: ({ name }) => name },
  { key: 'scopes', head: t('keys.scopes'), cell: ({ scopes }) => scopes.join(', ') },
  { key: 'by', head: t('keys.by'), cell: ({ createdBy }) => createdBy },
  { key: 'made', head: t('keys.made'), cell: ({ createdAt }) => sayDay(createdAt) },
  {
    key: 'used',
    head: t('keys.used'),
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('keys.never') : sayMoment(lastUsedAt)),
  },
  {
    key: 'until',
    head: t('keys.until'),
    cell: ({ expiresAt }) => (expiresAt === null ? t('keys.for_good') : lastDay(expiresAt)),
  },
  {
    key: 'act',
    head: t('members.act'),
    cell: (key) => (key.revokedAt === null ? <Revoke item={key} /> : t('keys.revoked', { day: sayDay(key.revokedAt) })),
  },
];

/** Keys of other systems: what each may read or send. The secret is shown once, when it is made. */
export default function KeysRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/keys');
  return (
    <SettingsPage title={t('keys.title')}>
      <p>
        {t('keys.about')} <a href="/api/docs">{t('keys.docs')}</a>
      </p>
      <Loaded query={query} what={t('keys.what')}>
        {({ items, groups }) => (
          <div className="gap">
            {items.length === 0 ? (
              <Empty>{t('keys.none')}</Empty>
            ) : (
              <DataTable
                caption={t('keys.title')}
                captionUnseen
                columns={columns(t)}
                rows={items}
                rowKey={({ id }) => id}
              />
            )}
            <MakeKey groups={groups} />
          </div>
        )}
      </Loaded>
    </SettingsPage>
  );
}
