import { useEffect, useState } from 'react';
import { fileAddress } from '../../../../shared/api.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { useT } from '../../../words.ts';
import { type Chosen, type ShownAs, useLetterPages, useTabOrder } from './shown.ts';

type Question = ShownAs<'letter'>['questions'][number];

function OnPaper({ question }: { question: Question }) {
  const { number, title, hint, options, lines, routing } = question;
  return (
    <li>
      <p className="paper-question">
        {number}. {title}
      </p>
      <p>{hint}</p>
      {options.map((option) => (
        <p key={option.number} className="paper-option">
          <span aria-hidden="true">☐</span> {option.number} {option.label}
        </p>
      ))}
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <hr key={line} />
      ))}
      {routing === '' ? null : <p className="paper-routing">{routing}</p>}
    </li>
  );
}

/** The address of a picture in this page's memory; null until it is there. */
function usePicture(svg: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}

/** The pages of the letter: one picture of them all, of which each page shows its own part. */
function Pages({ svg, pages }: { svg: string; pages: number }) {
  const t = useT();
  const picture = usePicture(svg);
  if (picture === null) return null;
  return (
    <ol className="letter-pages" aria-label={t('preview.letter_pages')}>
      {Array.from({ length: pages }, (_, at) => at + 1).map((number) => (
        <li key={number}>
          <img
            src={picture}
            alt={t('preview.letter_page', { number, of: pages })}
            style={{ transform: `translateY(-${((number - 1) / pages) * 100}%)` }}
          />
        </li>
      ))}
    </ol>
  );
}

/** The letter and its form as they are printed, page by page, with the form in words and the PDF itself beside. */
export function LetterPreview({ shown, chosen }: { shown: ShownAs<'letter'>; chosen: Chosen }) {
  const t = useT();
  const order = useTabOrder();
  const pages = useLetterPages(chosen);
  const { questionnaire, language, format, dir } = chosen;
  const pdf = fileAddress('GET /api/v1/questionnaires/{id}/letter', {
    params: { id: questionnaire.id },
    query: { language, format },
  });
  return (
    <>
      <Loaded query={pages} what={t('preview.what')}>
        {(picture) => <Pages {...picture} />}
      </Loaded>
      <p>
        <a href={pdf} target="_blank" rel="noreferrer" tabIndex={order}>
          {t('preview.letter_pdf')}
        </a>
      </p>
      <details>
        <summary tabIndex={order}>{t('preview.letter_words')}</summary>
        <ol className="paper" lang={language} dir={dir}>
          {shown.questions.map((question) => (
            <OnPaper key={question.number} question={question} />
          ))}
        </ol>
      </details>
    </>
  );
}
