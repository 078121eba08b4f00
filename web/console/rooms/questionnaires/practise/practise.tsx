import '../questionnaires.css';
import '../preview/preview.css';
import { Button, NativeSelect } from '@mantine/core';
import { isPageFormat, pageFormats } from '../../../../../surveys/format.ts';
import { Go, useParam, useQueryParam } from '../../../go.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Page } from '../../../parts/page.tsx';
import { useApi } from '../../../query.ts';
import { useT } from '../../../words.ts';
import { EmailPreview } from '../preview/email.tsx';
import type { Questionnaire } from '../rows.ts';
import { ByKeys } from './by-keys.tsx';
import { ByText } from './by-text.tsx';
import { ByWeb } from './by-web.tsx';
import { Recorded } from './recorded.tsx';
import { type PractiseChoice, type Practised, type PractiseWay, practiseWays, usePractice } from './session.ts';

interface StageProps {
  view: Practised['view'];
  choice: PractiseChoice;
  dir: 'ltr' | 'rtl';
  practice: ReturnType<typeof usePractice>;
  onWay: (way: PractiseWay) => void;
}

/** What whoever practises is looking at: a phone, a page, keys, or an email that leads to the page. */
function Stage({ view, choice, dir, practice, onWay }: StageProps) {
  const t = useT();
  const { turns, take, played } = practice;
  switch (view.as) {
    case 'text':
      return <ByText view={view} onTurn={take} />;
    case 'web':
      return <ByWeb html={view.html} choice={choice} turns={turns} onTurn={take} />;
    case 'email':
      return (
        <>
          <EmailPreview shown={view} chosen={{ language: choice.language, dir }} />
          <p className="acts gap">
            <Button variant="filled" onClick={() => onWay('web')}>
              {t('practise.follow')}
            </Button>
          </p>
        </>
      );
    case 'telephone':
    case 'paper':
      return (
        <ByKeys
          view={view}
          count={turns.length}
          lang={choice.language}
          dir={dir}
          busy={played.isFetching}
          onTurn={take}
        />
      );
  }
}

function useChoice(questionnaire: Questionnaire) {
  const [as, setAs] = useQueryParam('as');
  const [language, setLanguage] = useQueryParam('language');
  const [format, setFormat] = useQueryParam('format');
  const edition = questionnaire.editions.find((one) => one.language === language);
  const choice: PractiseChoice = {
    questionnaire,
    as: practiseWays.find((way) => way === as) ?? 'web',
    language: edition?.language ?? questionnaire.sourceLanguage,
    format: isPageFormat(format) ? format : 'standard',
  };
  const dir = questionnaire.editions.find((one) => one.language === choice.language)?.dir ?? 'ltr';
  return { choice, dir, setAs, setLanguage, setFormat };
}

function Practising({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const { choice, dir, setAs, setLanguage, setFormat } = useChoice(questionnaire);
  const practice = usePractice(choice);
  const { played, again } = practice;
  return (
    <>
      <p>{t('practise.about')}</p>
      <div className="row preview-choices">
        <NativeSelect
          label={t('practise.as')}
          value={choice.as}
          onChange={(event) => setAs(event.currentTarget.value)}
          data={practiseWays.map((value) => ({ value, label: t(`practise.as_${value}`) }))}
        />
        <NativeSelect
          label={t('preview.language')}
          value={choice.language}
          onChange={(event) => {
            again();
            setLanguage(event.currentTarget.value);
          }}
          data={questionnaire.editions.map((one) => ({ value: one.language, label: one.name }))}
        />
        <NativeSelect
          label={t('preview.format')}
          value={choice.format}
          onChange={(event) => setFormat(event.currentTarget.value)}
          data={pageFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        />
        <Button onClick={again}>{t('practise.again')}</Button>
      </div>
      <Loaded query={played} what={t('practise.what')}>
        {({ view, finished, recorded }) => (
          <>
            <Stage
              key={`${view.as} ${choice.language} ${choice.format} ${practice.round}`}
              {...{ view, choice, dir, practice, onWay: setAs }}
            />
            <Recorded finished={finished} recorded={recorded} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The whole draft as a resident meets it, by any way, which leaves nothing behind. */
export default function Practise() {
  const t = useT();
  const id = useParam('id');
  const query = useApi('GET /api/v1/questionnaires/{id}', { params: { id } });
  return (
    <Page title={t('practise.title', { name: query.data?.name ?? '' })} state={t('practise.state')}>
      <p className="back">
        <Go to={`/questionnaires/${id}`}>{t('preview.back')}</Go>
      </p>
      <Loaded query={query} what={t('questionnaires.what_this')}>
        {(questionnaire) => <Practising questionnaire={questionnaire} />}
      </Loaded>
    </Page>
  );
}
