import { Checkbox } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import type { Account } from './people.tsx';

const grants = ['seesProfiles', 'readsFreeText'] as const;
type Grant = (typeof grants)[number];

const columns = (t: Translate, set: (account: Account, grant: Grant, on: boolean) => void): Column<Account>[] => [
  { key: 'name', head: t('people.name'), cell: ({ name }) => name },
  ...grants.map(
    (grant): Column<Account> => ({
      key: grant,
      head: t(`grants.${grant}`),
      cell: (account) => (
        <Checkbox
          aria-label={t(`grants.of_${grant}`, { name: account.name })}
          checked={account[grant]}
          onChange={(event) => set(account, grant, event.currentTarget.checked)}
        />
      ),
    }),
  ),
];

/** What no role has: each person by a tick of their own. Those who were removed have none to give. */
export function Grants({ accounts }: { accounts: readonly Account[] }) {
  const t = useT();
  const change = useChange('PUT /api/v1/accounts/{id}/grants');
  const set = ({ id, name }: Account, grant: Grant, on: boolean) =>
    change.mutate(
      { params: { id }, body: { [grant]: on } },
      { onSuccess: () => announce(t('grants.saved', { name })) },
    );
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{t('grants.title')}</h2>
      <p>{t('grants.about')}</p>
      <DataTable
        caption={t('grants.title')}
        captionUnseen
        columns={columns(t, set)}
        rows={accounts.filter(({ roles }) => roles.length > 0)}
        rowKey={({ id }) => id}
      />
      <ErrorNote error={change.error} />
    </section>
  );
}
