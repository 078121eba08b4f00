import './editions.css';
import { Button, NativeSelect } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { GoButton, useParam, useQueryParam } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import { BringPicture } from './bring-picture.tsx';
import { EasyQuestion } from './easy-question.tsx';

export type EasyWords = Answer<'GET /api/v1/questionnaires/{id}/easy-words'>;
export type Easy = Pick<EasyWords['questions'][number], 'words' | 'picture'>;

interface FormProps {
  id: string;
  seen: EasyWords;
}

/** The questions of one language; what is typed stays until it is saved. */
function Form({ id, seen }: FormProps) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const pictures = useApi('GET /api/v1/pictures', { query: { limit: 200 } });
  const save = useChange('PUT /api/v1/questionnaires/{id}/easy-words');
  const [typed, setTyped] = useState<Readonly<Record<string, Easy>>>({});
  const dirty = Object.keys(typed).length > 0;
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(t('easy.leave')),
    enableBeforeUnload: dirty,
  });
  const questions = seen.questions.map((question) => ({ ...question, ...typed[question.id] }));
  const send = () =>
    save.mutate(
      {
        params: { id },
        body: {
          revision: seen.revision,
          language: seen.language,
          questions: questions.map(({ id: question, words, picture }) => ({ id: question, words, picture })),
        },
      },
      {
        onSuccess: () => {
          setTyped({});
          announce(t('easy.saved'));
        },
      },
    );
  return (
    <>
      <ol className="easy-questions">
        {questions.map((question) => (
          <EasyQuestion
            key={question.id}
            question={question}
            language={seen.language}
            brought={pictures.data?.items ?? []}
            onChange={(easy) => setTyped((before) => ({ ...before, [question.id]: easy }))}
          />
        ))}
      </ol>
      {may ? (
        <div className="save-bar">
          <Button variant="filled" aria-disabled={!dirty || save.isPending} onClick={() => dirty && send()}>
            {t('easy.save')}
          </Button>
          <ErrorNote error={save.error} />
        </div>
      ) : null}
    </>
  );
}

/** Easier words and a picture beside each exact question, in one language. */
export default function EasyWordsRoom() {
  const t = useT();
  const id = useParam('id');
  const may = useMay('officer', 'administrator');
  const [chosen, choose] = useQueryParam('language');
  const editions = useApi('GET /api/v1/questionnaires/{id}/editions', { params: { id } });
  const listed = editions.data?.languages ?? [];
  const language = chosen || listed[0]?.code || 'en';
  const query = useApi('GET /api/v1/questionnaires/{id}/easy-words', { params: { id }, query: { language } });
  const name = query.data?.name;
  return (
    <Page
      title={name ? t('easy.title', { name }) : t('formats.easy_words')}
      acts={<GoButton to={`/questionnaires/${id}/editions`}>{t('edition.back')}</GoButton>}
    >
      <p className="editions-about">{t('easy.about')}</p>
      <p className="editions-about">{t('easy.then')}</p>
      {listed.length > 1 ? (
        <NativeSelect
          label={t('easy.language')}
          value={language}
          onChange={(event) => choose(event.currentTarget.value)}
          data={listed.map(({ code }) => ({ value: code, label: wordOf('tongue', code) }))}
        />
      ) : null}
      <Loaded query={query} what={t('formats.easy_words')}>
        {(seen) => <Form key={seen.language} id={id} seen={seen} />}
      </Loaded>
      {may ? <BringPicture /> : null}
    </Page>
  );
}
