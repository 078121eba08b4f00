import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../../shared/api.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { useApi } from '../../../query.ts';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { LetterPreview } from './letter.tsx';
import { ScriptPreview } from './script.tsx';
import { TextPreview } from './text.tsx';
import { WebPreview } from './web.tsx';

export type Shown = Answer<'GET /api/v1/questionnaires/{id}/preview'>;
const ways = ['web', 'text', 'letter', 'telephone'] as const;
type Way = (typeof ways)[number];
const formats = ['standard', 'large'] as const;
type Format = (typeof formats)[number];

interface ShowProps {
  shown: Shown;
  format: Format;
  lang: string;
  dir: 'ltr' | 'rtl';
}

function Show({ shown, format, lang, dir }: ShowProps) {
  switch (shown.as) {
    case 'web':
      return <WebPreview html={shown.html} />;
    case 'text':
      return <TextPreview messages={shown.messages} lang={lang} dir={dir} />;
    case 'letter':
      return <LetterPreview questions={shown.questions} large={format === 'large'} lang={lang} dir={dir} />;
    case 'telephone':
      return <ScriptPreview questions={shown.questions} lang={lang} dir={dir} />;
  }
}

interface PreviewProps {
  questionnaire: Questionnaire;
  language: string;
  /** The question whose page is shown until another is chosen here. */
  question?: string;
}

/** What a resident gets of the saved draft, by the code that sends it: by way, language, print size and question. */
export function Preview({ questionnaire, language: wanted, question: begin = '' }: PreviewProps) {
  const t = useT();
  const { id, editions, questions, revision } = questionnaire;
  const [as, setAs] = useState<Way>('web');
  const [chosen, setLanguage] = useState('');
  const [format, setFormat] = useState<Format>('standard');
  const [picked, setQuestion] = useState<{ of: string; question: string } | null>(null);
  // One that is not saved yet has no page.
  const known = questions.some(({ id: saved }) => saved === begin) ? begin : '';
  const question = picked?.of === begin ? picked.question : known;
  const edition =
    editions.find(({ language }) => language === (chosen || wanted)) ??
    editions.find(({ language }) => language === questionnaire.sourceLanguage);
  const language = edition?.language ?? questionnaire.sourceLanguage;
  const shown = useApi('GET /api/v1/questionnaires/{id}/preview', {
    params: { id },
    query: { as, language, format, question: as === 'web' && question !== '' ? question : undefined },
  });
  return (
    <section aria-labelledby="preview" className="preview" data-revision={revision}>
      <h2 id="preview">{t('preview.title')}</h2>
      <p className="soft">{t('preview.saved_only')}</p>
      <div className="row preview-choices">
        <NativeSelect
          label={t('preview.as')}
          value={as}
          onChange={(event) => setAs(ways.find((way) => way === event.currentTarget.value) ?? 'web')}
          data={ways.map((value) => ({ value, label: t(`preview.as_${value}`) }))}
        />
        <NativeSelect
          label={t('preview.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={editions.map((one) => ({ value: one.language, label: one.name }))}
        />
        {as === 'letter' ? (
          <NativeSelect
            label={t('preview.format')}
            value={format}
            onChange={(event) => setFormat(event.currentTarget.value === 'large' ? 'large' : 'standard')}
            data={formats.map((value) => ({ value, label: t(`format.${value}`) }))}
          />
        ) : null}
        {as === 'web' ? (
          <NativeSelect
            label={t('preview.question')}
            value={question}
            onChange={(event) => setQuestion({ of: begin, question: event.currentTarget.value })}
            data={questions.map((one) => ({ value: one.id, label: t('wording.question', { number: one.number }) }))}
          />
        ) : null}
      </div>
      <Loaded query={shown} what={t('preview.what')}>
        {(answer) => <Show shown={answer} format={format} lang={language} dir={edition?.dir ?? 'ltr'} />}
      </Loaded>
    </section>
  );
}
