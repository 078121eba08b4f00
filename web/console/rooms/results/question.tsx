import type { Answer } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import { Markup } from './markup.tsx';

export type Results = Answer<'GET /api/v1/waves/{id}/results'>;
type Question = Results['questions'][number];

function Trend({ question }: { question: Question }) {
  const t = useT();
  const { title, trend } = question;
  if (!trend) return null;
  return (
    <>
      <h3>{t('results.trend')}</h3>
      <Markup html={trend.chart} label={t('results.trend_chart', { title })} />
      <Markup html={trend.table} label={t('results.trend_table', { title })} />
    </>
  );
}

/** One question: what it says in a sentence, the figures, the picture of the same figures, and how it went over the waves. */
export function QuestionResults({ question }: { question: Question }) {
  const t = useT();
  const { id, number, title, finding, table, chart } = question;
  return (
    <section aria-labelledby={`result-${id}`} className="result">
      <h2 id={`result-${id}`} lang="en">
        {number}. {title}
      </h2>
      <p>
        <Said>{finding}</Said>
      </p>
      <Markup html={table} label={t('results.table', { title })} />
      {chart === '' ? null : <Markup html={chart} label={t('results.chart', { title })} />}
      <Trend question={question} />
    </section>
  );
}
