import { differenceOf } from '../../../../surveys/questionnaire/translation/difference.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import type { Row, Translation } from './translation.ts';

/** Who said so last, and when. */
function saidBy({ status, made, checked, approved }: Row, t: Translate): string | null {
  const deeds = { approved, checked, draft: made, machine: null, missing: null, stale: null };
  const deed = deeds[status];
  return deed === null ? null : t('translate.by', { who: deed.by, when: sayMoment(deed.at) });
}

/** How a text stands, in words: by whom, when, and whether its words are the bank's. */
export function Standing({ id, row, unsaved }: { id: string; row: Row; unsaved: boolean }) {
  const t = useT();
  const by = saidBy(row, t);
  return (
    <p id={id} className={`standing standing-${unsaved ? 'draft' : row.status}`}>
      {unsaved ? (
        t('translate.unsaved')
      ) : (
        <>
          <b>{t(`translate.status_${row.status}`)}</b>
          {by === null ? null : ` ${by}`}
          {row.fromBank ? `. ${t('translate.from_bank')}` : null}
        </>
      )}
    </p>
  );
}

/** The source words the translation was made from: what was struck and added since, as marks and in words. */
export function Was({ row: { was, source }, tongue }: { row: Row; tongue: Translation['source'] }) {
  const t = useT();
  if (was === null) return null;
  return (
    <div className="was">
      <p>{t('translate.look_again')}</p>
      <p lang={tongue.code} dir={tongue.dir}>
        {differenceOf(was, source).map(({ kind, text }, place) => {
          const key = `${place} ${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'struck' ? (
            <del key={key}>
              <span className="unseen">{t('translate.struck')} </span>
              {text}
            </del>
          ) : (
            <ins key={key}>
              <span className="unseen">{t('translate.put_in')} </span>
              {text}
            </ins>
          );
        })}
      </p>
      <p className="soft" lang={tongue.code} dir={tongue.dir}>
        {t('translate.was', { was })}
      </p>
    </div>
  );
}
