import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatOf } from '../../../../surveys/format.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import { Blank } from './blank.tsx';
import { Finish } from './finish.tsx';
import type { KeyedMode } from './keying.tsx';
import { QuestionKeys } from './question-keys.tsx';
import type { Return } from './typed.ts';

interface ReturnProps {
  code: string;
  mode: KeyedMode;
  onToday: (keyed: number) => void;
  onFinished: (keyedToday: number) => void;
}

/** Where the keying of one return stands: at a question, or at its end. */
interface Place {
  at: string | null;
  /** Going through a return that was finished before: every question in turn. */
  again: boolean;
  last: string | null;
  /** Words of the page of the question before: they are not said again. */
  said: string;
  refusal: string | null;
}

/** True when anything is answered or keyed already. */
const hasAny = ({ questions }: Return) =>
  questions.some(({ keyed, answeredBy }) => keyed !== null || answeredBy !== null);

/** Goes through a finished return again. The cursor leaves the code, where more keys would be added to it. */
function Again({ onAgain }: { onAgain: () => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} onClick={onAgain}>
      {t('keying.again')}
    </Button>
  );
}

function After({ found, mode, onFinished }: { found: Return; mode: KeyedMode; onFinished: (today: number) => void }) {
  const t = useT();
  const key = useChange('POST /api/v1/keying/{code}');
  const [place, setPlace] = useState<Place>({ at: found.cursor, again: false, last: null, said: '', refusal: null });
  const question = found.questions.find(({ id }) => id === place.at);
  const spoken = (id: string | null) => {
    const next = found.questions.find((one) => one.id === id);
    return next ? t('keying.asked', { number: next.number, title: next.title }) : t('keying.at_end');
  };
  const nextOf = (cursor: string | null) => {
    const index = found.questions.findIndex(({ id }) => id === place.at);
    return place.again ? (found.questions[index + 1]?.id ?? null) : cursor;
  };
  const send = (typed: string) => {
    const body = { mode, question: place.at, typed };
    key.mutate(
      { params: { code: found.code }, body },
      {
        onSuccess: ({ accepted, sentence, cursor }) => {
          if (!accepted) return setPlace({ ...place, refusal: sentence });
          const at = nextOf(cursor);
          setPlace({ ...place, at, last: sentence, said: question?.pageText ?? '', refusal: null });
          announce(`${sentence}. ${spoken(at)}`);
        },
      },
    );
  };
  const done = () => {
    announce(t('keying.finished'));
    onFinished(found.keyedToday);
  };
  const end = (how: { finish: true } | { blank: true }) =>
    key.mutate(
      { params: { code: found.code }, body: { mode, question: null, typed: '', ...how } },
      { onSuccess: ({ accepted, sentence }) => (accepted ? done() : setPlace({ ...place, refusal: sentence })) },
    );
  /** The last answer of the route finishes a return by itself; one with questions left over is finished here. */
  const finish = () => (found.finished ? done() : end({ finish: true }));
  if (found.finished && place.at === null && place.last === null)
    return (
      <div className="note note-info">
        <p>{t('keying.was_finished')}</p>
        <Again onAgain={() => setPlace({ ...place, again: true, at: found.questions[0]?.id ?? null })} />
      </div>
    );
  return (
    <>
      {place.last === null ? null : <p className="soft">{t('keying.last', { value: place.last })}</p>}
      <ErrorNote error={key.error} />
      {question ? (
        <QuestionKeys
          key={question.id}
          question={question}
          pageText={question.pageText === place.said ? '' : question.pageText}
          total={found.questions.at(-1)?.number ?? 0}
          lang={found.language}
          dir={found.dir}
          mode={mode}
          refusal={place.refusal}
          busy={key.isPending}
          onKeys={send}
        />
      ) : (
        <Finish busy={key.isPending} refusal={place.refusal} onFinish={finish} />
      )}
      {mode === 'paper' && place.last === null && !hasAny(found) ? (
        <Blank busy={key.isPending} onBlank={() => end({ blank: true })} />
      ) : null}
    </>
  );
}

/** One return, opened by its code: what it is, what was answered another way, and its questions one by one. */
export function ReturnView({ code, mode, onToday, onFinished }: ReturnProps) {
  const t = useT();
  const query = useApi('GET /api/v1/keying/{code}', { params: { code }, query: { mode } });
  const keyedToday = query.data?.keyedToday;
  useEffect(() => {
    if (keyedToday !== undefined) onToday(keyedToday);
  }, [keyedToday, onToday]);
  return (
    <section className="gap" aria-labelledby="return">
      <Loaded query={query} what={t('keying.what')}>
        {(found) => (
          <>
            <h2 id="return">
              {found.waveName}, {wordOf('tongue', found.language)}, {t(`format.${formatOf(found.format)}`)}
            </h2>
            {found.note === null ? null : (
              <p className="note note-info">
                <Said>{found.note}</Said>
              </p>
            )}
            <After found={found} mode={mode} onFinished={onFinished} />
          </>
        )}
      </Loaded>
    </section>
  );
}
