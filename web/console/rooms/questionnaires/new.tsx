import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer, Given } from '../../../shared/api.ts';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Bank } from './bank.tsx';
import { readSurveyFile } from './surveyjs-file.ts';

type All = Answer<'GET /api/v1/questionnaires'>;
type From = Given<'POST /api/v1/questionnaires'>['body']['from'];

const ways = ['set', 'copy', 'file'] as const;
type Way = (typeof ways)[number];

interface Chosen {
  way: Way;
  set: string;
  copy: string;
  file: File | null;
}

/** What the API starts from; null when the file cannot be read. */
async function fromOf({ way, set, copy, file }: Chosen): Promise<From | null> {
  if (way === 'set') return { instrument: set };
  if (way === 'copy') return { questionnaire: copy };
  const surveyjs = file ? await readSurveyFile(file) : null;
  return surveyjs === null ? null : { surveyjs };
}

function Start({ all: { items, instruments } }: { all: All }) {
  const t = useT();
  const go = useGo();
  const [name, setName] = useState('');
  const [unread, setUnread] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({
    way: 'set',
    set: instruments[0]?.id ?? '',
    copy: items[0]?.id ?? '',
    file: null,
  });
  const create = useChange('POST /api/v1/questionnaires');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const from = await fromOf(chosen);
    setUnread(from === null);
    if (from) create.mutate({ body: { name, from } }, { onSuccess: ({ id }) => go(`/questionnaires/${id}`) });
  };
  const choose = (part: Partial<Chosen>) => setChosen({ ...chosen, ...part });
  return (
    <form onSubmit={(event) => void submit(event)} className="stack">
      <Radio.Group
        label={t('start.from')}
        value={chosen.way}
        onChange={(way) => choose({ way: ways.find((one) => one === way) ?? 'set' })}
      >
        <div className="ticks">
          {ways
            .filter((way) => way !== 'copy' || items.length > 0)
            .map((way) => (
              <Radio key={way} value={way} label={t(`start.from_${way}`)} />
            ))}
        </div>
      </Radio.Group>
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
      {chosen.way === 'set' ? (
        <Bank sets={instruments} chosen={chosen.set} onChoose={(set) => choose({ set })} />
      ) : null}
      {chosen.way === 'copy' ? (
        <NativeSelect
          className="narrow"
          label={t('start.which_copy')}
          value={chosen.copy}
          onChange={(event) => choose({ copy: event.currentTarget.value })}
          data={items.map((item) => ({ value: item.id, label: item.name }))}
        />
      ) : null}
      {chosen.way === 'file' ? (
        <FileBox label={t('elsewhere.file')} accept=".json,application/json" onChoose={(file) => choose({ file })} />
      ) : null}
      {unread ? <p role="alert">{t('elsewhere.unread')}</p> : null}
      <ErrorNote error={create.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={create.isPending}>
          {create.isPending ? t('busy') : t('start.act')}
        </Button>
      </div>
    </form>
  );
}

/** Starts a questionnaire from a ready-made set, from another one, or from a file. */
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
