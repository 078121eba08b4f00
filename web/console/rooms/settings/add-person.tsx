import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { RoleTicks } from './roles.tsx';

const officer: Role[] = ['officer'];

/** Adds a member of staff with a first password, to be told to them and changed by them. */
export function AddPerson() {
  const t = useT();
  const [person, setPerson] = useState({ name: '', email: '', password: '' });
  const [roles, setRoles] = useState(officer);
  const [lacking, setLacking] = useState(false);
  const add = useChange('POST /api/v1/accounts');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(roles.length === 0);
    if (roles.length === 0) return;
    add.mutate({ body: { ...person, roles } }, { onSuccess: () => announce(t('staff.added', { name: person.name })) });
  };
  return (
    <section aria-labelledby="add-person">
      <h2 id="add-person">{t('staff.add_title')}</h2>
      <form onSubmit={submit} className="stack narrow">
        {(['name', 'email', 'password'] as const).map((field) => (
          <TextInput
            key={field}
            type={field === 'email' ? 'email' : 'text'}
            label={t(field === 'name' ? 'people.name' : `staff.${field}`)}
            description={field === 'password' ? t('staff.password_hint') : undefined}
            required
            withAsterisk={false}
            minLength={field === 'password' ? 12 : 1}
            maxLength={field === 'password' ? 128 : 120}
            autoComplete="off"
            value={person[field]}
            onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
          />
        ))}
        <RoleTicks chosen={roles} onChoose={setRoles} />
        {lacking ? <p role="alert">{t('staff.choose_role')}</p> : null}
        <ErrorNote error={add.error} />
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={add.isPending}>
            {add.isPending ? t('busy') : t('staff.add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
