import '../../keying/keying.css';
import { useT } from '../../../words.ts';
import { QuestionKeys } from '../../keying/question-keys.tsx';
import type { Turn, ViewAs } from './session.ts';

interface ByKeysProps {
  view: ViewAs<'telephone'> | ViewAs<'paper'>;
  count: number;
  lang: string;
  dir: 'ltr' | 'rtl';
  busy: boolean;
  onTurn: (turn: Turn) => void;
}

/** An interview, with what is read out, or a form on paper: keyed as it is in the keying room. */
export function ByKeys({ view, count, lang, dir, busy, onTurn }: ByKeysProps) {
  const t = useT();
  const { as, questions, cursor, script, told } = view;
  const question = questions.find(({ id }) => id === cursor);
  if (!question) return <p>{t('practise.no_more')}</p>;
  return (
    <div className="stack narrow">
      {told?.accepted ? <p>{told.sentence}</p> : null}
      {as === 'telephone' && script ? (
        <section aria-labelledby="read-out">
          <h2 id="read-out">{t('practise.read_out')}</h2>
          <div lang={lang} dir={dir}>
            {script.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </section>
      ) : null}
      <QuestionKeys
        key={`${question.id} ${told?.accepted === false ? '' : count}`}
        question={question}
        pageText={question.pageText}
        total={questions.length}
        lang={lang}
        dir={dir}
        mode={as}
        refusal={told?.accepted === false ? told.sentence : null}
        busy={busy}
        onKeys={(typed) => onTurn({ by: as, question: question.id, typed })}
      />
    </div>
  );
}
