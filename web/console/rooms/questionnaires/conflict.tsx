import { Button } from '@mantine/core';
import { useState } from 'react';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import { labelOf, type Questionnaire, rowsOf } from './rows.ts';
import type { Edits } from './use-edits.ts';

/** Both wordings of everything typed here that now reads otherwise in the draft. */
function Both({ questionnaire, edits }: { questionnaire: Questionnaire; edits: Edits }) {
  const t = useT();
  const rows = new Map(rowsOf(questionnaire).map((row) => [row.key, row]));
  const pairs = Object.entries(edits.changed).flatMap(([language, texts]) =>
    Object.entries(texts).map(([key, mine]) => ({
      language,
      key,
      mine,
      theirs: questionnaire.texts[language]?.[key] ?? '',
    })),
  );
  return (
    <dl className="stack">
      {pairs.map(({ language, key, mine, theirs }) => {
        const row = rows.get(key);
        return (
          <div key={`${language} ${key}`}>
            <dt>{row ? labelOf(row, t) : key}</dt>
            <dd>
              {t('conflict.mine')} <span lang={language}>{mine || t('conflict.nothing')}</span>
            </dd>
            <dd>
              {t('conflict.theirs')} <span lang={language}>{theirs || t('conflict.nothing')}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Someone else saved since: what happened, and the three ways on. What was typed stays until one is chosen. */
export function Conflict({ questionnaire, edits }: { questionnaire: Questionnaire; edits: Edits }) {
  const t = useT();
  const [both, setBoth] = useState(false);
  if (!edits.stale) return null;
  const see = () => void edits.look().then(() => setBoth(true));
  return (
    <div role="alert" className="note note-warn">
      <p>
        <b>
          <Said>{edits.saving.error?.detail ?? ''}</Said>
        </b>
      </p>
      <div className="acts">
        <Button onClick={see}>{t('conflict.see')}</Button>
        <Button onClick={() => void edits.keepMine().catch(() => undefined)}>{t('conflict.keep')}</Button>
        <Button onClick={() => void edits.takeTheirs()}>{t('conflict.take')}</Button>
      </div>
      {both ? <Both questionnaire={questionnaire} edits={edits} /> : null}
    </div>
  );
}
