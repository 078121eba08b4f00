import './questionnaires.css';
import { Button, NativeSelect } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isLanguage, languages } from '../../../../surveys/language.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { useParam, useQueryParam } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { Conflict } from './conflict.tsx';
import { Editions } from './editions.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Faults } from './faults.tsx';
import { Preview } from './preview/preview.tsx';
import { Publish } from './publish.tsx';
import { Rename } from './rename.tsx';
import type { Questionnaire } from './rows.ts';
import { type Edits, useEdits } from './use-edits.ts';
import { type Order, WordsForm } from './words-form.tsx';

function SaveBar({ questionnaire, edits }: { questionnaire: Questionnaire; edits: Edits }) {
  const t = useT();
  const { saving, dirty } = edits;
  const save = () =>
    void edits.save().then(
      () => announce(t('wording.saved')),
      () => undefined,
    );
  return (
    <div className="save-bar">
      <div className="acts">
        <Button variant="filled" aria-disabled={!dirty || saving.isPending} onClick={() => dirty && save()}>
          {t('wording.save')}
        </Button>
        <SaveState saving={saving.isPending} savedAt={questionnaire.draftAt} changed={dirty} />
      </div>
      <Conflict questionnaire={questionnaire} edits={edits} />
      {edits.stale ? null : <ErrorNote error={saving.error} />}
    </div>
  );
}

interface WordsProps {
  questionnaire: Questionnaire;
  edits: Edits;
  language: string;
  onLanguage: (code: string) => void;
}

/** The words of one language, with what stands round them: which language, in what order, saved or not. */
function Words({ questionnaire, edits, language, onLanguage }: WordsProps) {
  const t = useT();
  const [order, setOrder] = useState<Order>('missing');
  const [sorted, setSorted] = useState(0);
  const { editions, sourceLanguage } = questionnaire;
  const listed = editions.map(({ language: value, name: label }) => ({ value, label }));
  const name = isLanguage(language) ? languages[language].name : language;
  const known = listed.some(({ value }) => value === language);
  const dir = isLanguage(language) ? languages[language].dir : 'ltr';
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t('wording.heading')}</h2>
      <div className="row wording-choices">
        <NativeSelect
          label={t('wording.language')}
          value={language}
          onChange={(event) => onLanguage(event.currentTarget.value)}
          data={known ? listed : [...listed, { value: language, label: name }]}
        />
        {language === sourceLanguage ? null : (
          <>
            <NativeSelect
              label={t('wording.order')}
              value={order}
              onChange={(event) => setOrder(event.currentTarget.value === 'asked' ? 'asked' : 'missing')}
              data={(['missing', 'asked'] as const).map((value) => ({ value, label: t(`wording.order_${value}`) }))}
            />
            <Button onClick={() => setSorted(sorted + 1)}>{t('wording.sort')}</Button>
          </>
        )}
      </div>
      <p className="soft">{t(language === sourceLanguage ? 'wording.keys_source' : 'wording.keys')}</p>
      <SaveBar questionnaire={questionnaire} edits={edits} />
      <WordsForm
        key={`${language} ${order} ${sorted}`}
        questionnaire={questionnaire}
        edits={edits}
        target={{ code: language, dir }}
        order={order}
      />
      <SaveBar questionnaire={questionnaire} edits={edits} />
    </section>
  );
}

function Editing({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const edits = useEdits(questionnaire);
  const [chosen, choose] = useQueryParam('language');
  const language = chosen || questionnaire.sourceLanguage;
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      edits.dirty && current.pathname !== next.pathname && !window.confirm(t('wording.leave')),
    enableBeforeUnload: edits.dirty,
  });
  return (
    <>
      <div className="acts editor-acts">
        <Publish questionnaire={questionnaire} dirty={edits.dirty} />
        <Rename questionnaire={questionnaire} />
        <a href="#preview">{t('preview.go')}</a>
      </div>
      <Faults questionnaire={questionnaire} />
      <Editions questionnaire={questionnaire} onAdd={choose} />
      <div className="editor">
        <Words questionnaire={questionnaire} edits={edits} language={language} onLanguage={choose} />
        <Preview questionnaire={questionnaire} language={language} />
      </div>
    </>
  );
}

/** Those who may not write see how it stands and what residents get. */
const Reading = ({ questionnaire }: { questionnaire: Questionnaire }): ReactNode => (
  <>
    <Editions questionnaire={questionnaire} onAdd={() => undefined} />
    <Preview questionnaire={questionnaire} language={questionnaire.sourceLanguage} />
  </>
);

/** One questionnaire: its words in every language, what stands against publishing, and what residents get. */
export default function Editor() {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires/{id}', { params: { id: useParam('id') } });
  const may = useMay('officer', 'administrator');
  const { name, version, changed, questions, minutes } = query.data ?? {};
  const state = !version
    ? t('questionnaires.not_published')
    : t(changed ? 'questionnaires.version_changed' : 'questionnaires.version', { number: version.number });
  return (
    <Page title={name ?? t('questionnaires.one')} state={query.data ? state : null}>
      <Loaded query={query} what={t('questionnaires.what_this')}>
        {(questionnaire) => (
          <>
            <p>{t('questionnaires.length', { count: questions?.length ?? 0, minutes: minutes ?? 0 })}</p>
            {may ? <Editing questionnaire={questionnaire} /> : <Reading questionnaire={questionnaire} />}
            <Elsewhere questionnaire={questionnaire} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
