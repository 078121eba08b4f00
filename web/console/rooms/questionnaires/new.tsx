import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { languageCodes, languages } from '../../../../surveys/language.ts';
import type { Answer, Given } from '../../../shared/api.ts';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Bank } from './bank.tsx';
import { StartFile } from './start-file.tsx';

type All = Answer<'GET /api/v1/questionnaires'>;
type From = Given<'POST /api/v1/questionnaires'>['body']['from'];

const ways = ['set', 'copy', 'empty', 'file'] as const;
type Way = (typeof ways)[number];

interface Chosen {
  way: Way;
  set: string;
  copy: string;
  language: string;
}

/** What the API starts from, where nothing has to be read first. */
function fromOf({ way, set, copy, language }: Chosen): From {
  if (way === 'set') return { instrument: set };
  return way === 'copy' ? { questionnaire: copy } : { empty: { language } };
}

interface WaysProps {
  all: All;
  chosen: Chosen;
  onChoose: (part: Partial<Chosen>) => void;
}

/** From what: sets, copies, nothing, a file. */
function Ways({ all: { items }, chosen, onChoose }: WaysProps) {
  const t = useT();
  return (
    <Radio.Group
      label={t('start.from')}
      value={chosen.way}
      onChange={(way) => onChoose({ way: ways.find((one) => one === way) ?? 'set' })}
    >
      <div className="ticks">
        {ways
          .filter((way) => way !== 'copy' || items.length > 0)
          .map((way) => (
            <Radio key={way} value={way} label={t(`start.from_${way}`)} />
          ))}
      </div>
    </Radio.Group>
  );
}

/** Which of them. */
function Which({ all: { items, instruments }, chosen, onChoose }: WaysProps) {
  const t = useT();
  if (chosen.way === 'set')
    return <Bank sets={instruments} chosen={chosen.set} onChoose={(set) => onChoose({ set })} />;
  if (chosen.way === 'copy')
    return (
      <NativeSelect
        className="narrow"
        label={t('start.which_copy')}
        value={chosen.copy}
        onChange={(event) => onChoose({ copy: event.currentTarget.value })}
        data={items.map((item) => ({ value: item.id, label: item.name }))}
      />
    );
  return (
    <>
      <p>{t('start.empty_what')}</p>
      <NativeSelect
        className="narrow"
        label={t('start.written_in')}
        value={chosen.language}
        onChange={(event) => onChoose({ language: event.currentTarget.value })}
        data={languageCodes.map((code) => ({ value: code, label: languages[code].name }))}
      />
    </>
  );
}

function Start({ all }: { all: All }) {
  const t = useT();
  const go = useGo();
  const [name, setName] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<Chosen>({
    way: 'set',
    set: all.instruments[0]?.id ?? '',
    copy: all.items[0]?.id ?? '',
    language: languageCodes[0] ?? 'en',
  });
  const create = useChange('POST /api/v1/questionnaires');
  const start = (from: From) => {
    if (form.current?.reportValidity())
      create.mutate({ body: { name, from } }, { onSuccess: ({ id }) => go(`/questionnaires/${id}`) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.way !== 'file') start(fromOf(chosen));
  };
  const props = { all, chosen, onChoose: (part: Partial<Chosen>) => setChosen({ ...chosen, ...part }) };
  return (
    <form ref={form} onSubmit={submit} className="stack">
      <Ways {...props} />
      <TextInput
        className="narrow"
        label={t('rename.name')}
        description={t('rename.hint')}
        required
        withAsterisk={false}
        maxLength={160}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {chosen.way === 'file' ? (
        <StartFile busy={create.isPending} onStart={(surveyjs) => start({ import: surveyjs })} />
      ) : (
        <Which {...props} />
      )}
      <ErrorNote error={create.error} />
      {chosen.way === 'file' ? null : (
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={create.isPending}>
            {create.isPending ? t('busy') : t('start.act')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Starts a questionnaire from a ready-made set, from another one, from nothing, or from a file. */
export default function NewQuestionnaire() {
  const t = useT();
  const all = useApi('GET /api/v1/questionnaires');
  return (
    <Page title={t('questionnaires.new')}>
      <Loaded query={all} what={t('questionnaires.what')}>
        {(answer) => <Start all={answer} />}
      </Loaded>
    </Page>
  );
}
