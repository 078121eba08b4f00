import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Once } from './once.tsx';
import { RoleTicks } from './roles.tsx';

const officer: Role[] = ['officer'];
const nobody = { name: '', email: '' };

/** Adds a member of staff. Their first password is shown once, to be told to them; they change it when they sign in. */
export function AddPerson() {
  const t = useT();
  const [person, setPerson] = useState(nobody);
  const [roles, setRoles] = useState(officer);
  const [added, setAdded] = useState('');
  const [lacking, setLacking] = useState(false);
  const add = useChange('POST /api/v1/accounts');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(roles.length === 0);
    if (roles.length === 0) return;
    const done = () => {
      announce(t('staff.added', { name: person.name }));
      setAdded(person.name);
      setPerson(nobody);
      setRoles(officer);
    };
    add.mutate({ body: { ...person, roles } }, { onSuccess: done });
  };
  return (
    <section aria-labelledby="add-person">
      <h2 id="add-person">{t('staff.add_title')}</h2>
      {add.data ? (
        <Once key={add.data.id} title={t('staff.tell', { name: added })} secret={add.data.password}>
          {t('staff.tell_how')}
        </Once>
      ) : null}
      <form onSubmit={submit} className="stack narrow">
        {(['name', 'email'] as const).map((field) => (
          <TextInput
            key={field}
            type={field === 'email' ? 'email' : 'text'}
            label={t(field === 'name' ? 'people.name' : 'staff.email')}
            required
            withAsterisk={false}
            maxLength={120}
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
