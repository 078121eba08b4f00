import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Topic } from '../../../../surveys/groups/interests.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { LevelChoice, TopicTicks } from './fields.tsx';
import { type Chosen, FindResident } from './find-resident.tsx';
import { MyReferrals } from './my-referrals.tsx';

const blank = { topics: [] as Topic[], comfortLevel: null as number | null, words: '' };

function Form({ person, onDone }: { person: Chosen; onDone: () => void }) {
  const t = useT();
  const [referral, setReferral] = useState(blank);
  const [consent, setConsent] = useState(false);
  const refer = useChange('POST /api/v1/referrals');
  const { name } = person;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      announce(t('refer.done', { name }));
      onDone();
    };
    refer.mutate({ body: { residentId: person.id, ...referral, consent: true } }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <TopicTicks value={referral.topics} onChange={(topics) => setReferral({ ...referral, topics })} />
      <LevelChoice
        label={t('part.level')}
        none={t('comfort.0')}
        value={referral.comfortLevel}
        onChange={(comfortLevel) => setReferral({ ...referral, comfortLevel })}
      />
      <Textarea
        label={t('refer.words')}
        rows={4}
        maxLength={2000}
        dir="auto"
        value={referral.words}
        onChange={(event) => setReferral({ ...referral, words: event.currentTarget.value })}
      />
      <Checkbox
        required
        label={t('refer.consent')}
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
      />
      <ErrorNote error={refer.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={refer.isPending}>
          {refer.isPending ? t('busy') : t('refer.act', { name })}
        </Button>
      </div>
    </form>
  );
}

/** Anybody on the staff refers a resident who would like to take part, and sees what came of it. */
export default function Refer() {
  const t = useT();
  const [person, setPerson] = useState<Chosen | null>(null);
  return (
    <Page title={t('refer.title')}>
      <p>{t('refer.intro')}</p>
      <FindResident chosen={person} onChoose={setPerson} />
      {person ? <Form key={person.id} person={person} onDone={() => setPerson(null)} /> : null}
      <MyReferrals />
    </Page>
  );
}
