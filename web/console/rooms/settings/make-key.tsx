import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';
import { Once } from './once.tsx';

type Groups = Answer<'GET /api/v1/keys'>['groups'];

/** What a key may do, in groups of whose work it is. */
function ScopeTicks({
  groups,
  chosen,
  onChoose,
}: {
  groups: Groups;
  chosen: string[];
  onChoose: (all: string[]) => void;
}) {
  const t = useT();
  return groups.map(({ roles, scopes }) => (
    <Checkbox.Group
      key={roles.join()}
      label={t('keys.work_of', { roles: roles.map((role) => t(`role.${role}`)).join(', ') })}
      value={chosen}
      onChange={onChoose}
    >
      <div className="ticks scopes">
        {scopes.map((scope) => (
          <Checkbox key={scope} value={scope} label={scope} />
        ))}
      </div>
    </Checkbox.Group>
  ));
}

/** Makes a key with a name and what it may do. */
export function MakeKey({ groups }: { groups: Groups }) {
  const t = useT();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [until, setUntil] = useState('');
  const [lacking, setLacking] = useState(false);
  const make = useChange('POST /api/v1/keys');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(chosen.length === 0);
    if (chosen.length === 0) return;
    const done = () => {
      setName('');
      setChosen([]);
      setUntil('');
    };
    make.mutate({ body: { name, scopes: chosen, expiresOn: until === '' ? null : until } }, { onSuccess: done });
  };
  return (
    <section aria-labelledby="make-key">
      <h2 id="make-key">{t('keys.make_title')}</h2>
      {make.data ? <Once key={make.data.id} title={t('keys.once')} secret={make.data.secret} /> : null}
      <form onSubmit={submit} className="stack narrow">
        <TextInput
          label={t('keys.name')}
          description={t('keys.name_hint')}
          required
          withAsterisk={false}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          className="short"
          label={t('keys.until_which')}
          description={t('keys.until_hint')}
          min={today()}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <ScopeTicks groups={groups} chosen={chosen} onChoose={setChosen} />
        {lacking ? <p role="alert">{t('keys.choose')}</p> : null}
        <ErrorNote error={make.error} />
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={make.isPending}>
            {make.isPending ? t('busy') : t('keys.make')}
          </Button>
        </div>
      </form>
    </section>
  );
}
