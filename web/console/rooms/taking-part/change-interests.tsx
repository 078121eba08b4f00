import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { availabilities } from '../../../../surveys/groups/interests.ts';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { LevelChoice, TopicTicks } from './fields.tsx';
import { type Chosen, FindResident } from './find-resident.tsx';

type Held = Answer<'GET /api/v1/interests/{residentId}'>;

function Form({ held, onDone }: { held: Held; onDone: () => void }) {
  const t = useT();
  const { residentId, name } = held;
  const [interest, setInterest] = useState({
    topics: held.topics,
    comfortLevel: held.comfortLevel,
    availability: availabilities.filter((one) => held.availability.includes(one)),
  });
  const save = useChange('PUT /api/v1/interests/{residentId}');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      announce(t('interests.saved', { name }));
      onDone();
    };
    save.mutate({ params: { residentId }, body: interest }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <TopicTicks value={interest.topics} onChange={(topics) => setInterest({ ...interest, topics })} />
      <LevelChoice
        label={t('part.level')}
        none={t('comfort.0')}
        value={interest.comfortLevel}
        onChange={(comfortLevel) => setInterest({ ...interest, comfortLevel })}
      />
      <Checkbox.Group
        label={t('part.availability')}
        value={interest.availability}
        onChange={(chosen) =>
          setInterest({ ...interest, availability: availabilities.filter((one) => chosen.includes(one)) })
        }
      >
        <div className="ticks">
          {availabilities.map((one) => (
            <Checkbox key={one} value={one} label={t(`availability.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <ErrorNote error={save.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={save.isPending}>
          {save.isPending ? t('busy') : t('interests.save')}
        </Button>
      </div>
    </form>
  );
}

function Change({ person, onDone }: { person: Chosen; onDone: () => void }) {
  const t = useT();
  const held = useApi('GET /api/v1/interests/{residentId}', { params: { residentId: person.id } });
  return (
    <Loaded query={held} what={t('interests.what_theirs')}>
      {(one) => <Form key={person.id} held={one} onDone={onDone} />}
    </Loaded>
  );
}

/** Finds a resident and sets what they are interested in, as they told us. */
export function ChangeInterests() {
  const t = useT();
  const [person, setPerson] = useState<Chosen | null>(null);
  return (
    <section aria-labelledby="change-interests">
      <h2 id="change-interests">{t('interests.add')}</h2>
      <FindResident chosen={person} onChoose={setPerson} />
      {person ? <Change person={person} onDone={() => setPerson(null)} /> : null}
    </section>
  );
}
