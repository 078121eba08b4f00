import './questionnaires.css';
import type { ReactNode } from 'react';
import { useMay } from '../../frame/me.ts';
import { GoButton, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import { Builder } from './builder/builder.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Preview } from './preview/preview.tsx';
import type { Questionnaire } from './rows.ts';

/** The draft is asked for apart from what is said of it, so that typing never waits for that. */
function Editing({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires/{id}/draft', { params: { id: questionnaire.id } });
  return (
    <Loaded query={query} what={t('questionnaires.what_this')}>
      {(loaded) => <Builder key={questionnaire.id} questionnaire={questionnaire} loaded={loaded} />}
    </Loaded>
  );
}

/** Those who may not write see how it stands and what residents get. */
function Reading({ questionnaire }: { questionnaire: Questionnaire }): ReactNode {
  const t = useT();
  return (
    <>
      <div className="acts">
        <GoButton to={`/questionnaires/${questionnaire.id}/languages`}>{t('builder.languages')}</GoButton>
        <GoButton to={`/questionnaires/${questionnaire.id}/editions`}>{t('builder.editions')}</GoButton>
      </div>
      <Preview questionnaire={questionnaire} language={questionnaire.sourceLanguage} />
    </>
  );
}

/** "6 questions, about 5 min, reading age 9." Few words, and words that are not English, have no reading age. */
function lengthOf({ questions, minutes, readingAge: age }: Questionnaire, t: Translate): string {
  const count = questions.length;
  return age === null
    ? t('questionnaires.length', { count, minutes })
    : t('questionnaires.length_age', { count, minutes, age });
}

/** One questionnaire: its questions and their order, what stands against publishing, and what residents get. */
export default function Editor() {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires/{id}', { params: { id: useParam('id') } });
  const may = useMay('officer', 'administrator');
  const { name, version, changed } = query.data ?? {};
  const state = !version
    ? t('questionnaires.not_published')
    : t(changed ? 'questionnaires.version_changed' : 'questionnaires.version', { number: version.number });
  return (
    <Page title={name ?? t('questionnaires.one')} state={query.data ? state : null}>
      <Loaded query={query} what={t('questionnaires.what_this')}>
        {(questionnaire) => (
          <>
            <p>{lengthOf(questionnaire, t)}</p>
            {may ? <Editing questionnaire={questionnaire} /> : <Reading questionnaire={questionnaire} />}
            <Elsewhere questionnaire={questionnaire} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
