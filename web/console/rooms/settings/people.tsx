import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { AddPerson } from './add-person.tsx';
import { ChangePerson } from './change-person.tsx';
import { Grants } from './grants.tsx';
import { isRole } from './roles.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SignInRules } from './sign-in-rules.tsx';
import { SignOutPerson } from './sign-out-person.tsx';

export type Account = Answer<'GET /api/v1/accounts'>['items'][number];

const rolesOf = ({ roles }: Account, t: Translate): string =>
  roles.length === 0 ? t('staff.no_access') : roles.map((role) => (isRole(role) ? t(`role.${role}`) : role)).join(', ');

/** How they sign in: "2-step on", and what is still to come. */
const wayOf = ({ twoStep, linked, mustChangePassword }: Account, t: Translate): string =>
  [
    t(twoStep ? 'staff.two_step_on' : 'staff.two_step_off'),
    ...(linked ? [t('staff.linked')] : []),
    ...(mustChangePassword ? [t('staff.first_password')] : []),
  ].join(', ');

const columns = (t: Translate): Column<Account>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ name, email }) => (
      <>
        {name}
        <br />
        <span className="soft">{email}</span>
      </>
    ),
  },
  { key: 'roles', head: t('staff.roles'), cell: (account) => rolesOf(account, t) },
  { key: 'way', head: t('staff.way'), cell: (account) => wayOf(account, t) },
  {
    key: 'seen',
    head: t('staff.seen'),
    cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('staff.never') : sayMoment(lastSeenAt)),
  },
  {
    key: 'act',
    head: t('members.act'),
    cell: (account) => (
      <span className="acts">
        <ChangePerson account={account} />
        {account.roles.length > 0 ? <SignOutPerson account={account} /> : null}
      </span>
    ),
  },
];

/** Staff: who may do what, and how they sign in. */
export default function StaffRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/accounts');
  return (
    <SettingsPage title={t('staff.title')}>
      <Loaded query={query} what={t('staff.what')}>
        {({ items }) => (
          <>
            <DataTable
              caption={t('staff.title')}
              captionUnseen
              columns={columns(t)}
              rows={items}
              rowKey={({ id }) => id}
            />
            <AddPerson />
            <Grants accounts={items} />
          </>
        )}
      </Loaded>
      <SignInRules />
    </SettingsPage>
  );
}
