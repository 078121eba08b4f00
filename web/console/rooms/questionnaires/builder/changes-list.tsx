import { type Change, changesBetween } from '../../../../../surveys/questionnaire/edit/changes.ts';
import type { SurveyJson } from '../../../../../surveys/questionnaire/schema.ts';
import { type Translate, useT, wordOf } from '../../../words.ts';
import { nameOf, rowsOf, wholeKey } from './naming.ts';

/** What a change is about, as it is called in either draft. */
export function subjectOf(id: string, drafts: readonly SurveyJson[], t: Translate): string {
  if (id === wholeKey) return t('builder.whole');
  if (id === 'order') return t('changes.order');
  for (const draft of drafts) {
    const row = rowsOf(draft).find(({ key }) => key === id);
    if (row) return row.number === null ? nameOf(row, t) : `${row.number} ${nameOf(row, t)}`;
  }
  return t('changes.page');
}

const mostWords = 6;

function Words({ change }: { change: Change }) {
  const t = useT();
  const shown = change.what === 'changed' ? change.words.slice(0, mostWords) : [];
  return (
    <ul>
      {shown.map(({ language, key, from, to }) => (
        <li key={`${language} ${key}`}>
          {wordOf('tongue', language)}: <span lang={language}>{from || t('conflict.nothing')}</span> →{' '}
          <span lang={language}>{to || t('conflict.nothing')}</span>
        </li>
      ))}
      {change.more ? <li>{t('changes.more')}</li> : null}
    </ul>
  );
}

/** What differs between two drafts, in words: what of each question, never code. */
export function ChangesList({ before, after }: { before: SurveyJson; after: SurveyJson }) {
  const t = useT();
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p>{t('changes.none')}</p>;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <b>{subjectOf(change.id, [after, before], t)}</b>: {t(`changes.${change.what}`)}
          <Words change={change} />
        </li>
      ))}
    </ul>
  );
}
