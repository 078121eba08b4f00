import { Button } from '@mantine/core';
import { limits } from '../../../../surveys/limits.ts';
import type { TranslationFault } from '../../../../surveys/questionnaire/translation/faults.ts';
import { useT } from '../../words.ts';
import { placeLabel, type Row, type Translation } from './translation.ts';
import type { Typing } from './use-translation.ts';

/** What is wrong with the words as they stand in the box. */
export function RowFaults({
  id,
  faults,
  told,
}: {
  id: string;
  faults: readonly TranslationFault[];
  told: string | null;
}) {
  const t = useT();
  if (faults.length === 0 && told === null) return null;
  return (
    <div id={id} className="row-faults">
      {faults.map((fault) => (
        <p key={fault}>{t(`translate.fault_${fault}`, { landlord: '{landlord}', most: limits.textLetters })}</p>
      ))}
      {faults.length === 0 && told !== null ? <p lang="en">{told}</p> : null}
    </div>
  );
}

/** Words that could be used: of the bank, and those approved elsewhere for the same source words. */
export function Offers({
  row,
  language,
  onUse,
}: {
  row: Row;
  language: Translation['language'];
  onUse: (text: string) => void;
}) {
  const t = useT();
  const { bank, elsewhere } = row.offers;
  const all = [
    ...(bank === null ? [] : [{ text: bank, from: t('translate.offer_bank') }]),
    ...elsewhere.map(({ text, name, by }) => ({ text, from: t('translate.offer_elsewhere', { name, by }) })),
  ];
  if (all.length === 0) return null;
  return (
    <ul className="offers">
      {all.map(({ text, from }) => (
        <li key={`${from} ${text}`}>
          <span className="soft">{from}:</span>{' '}
          <bdi lang={language.code} dir={language.dir}>
            {text}
          </bdi>{' '}
          <Button onClick={() => onUse(text)}>
            {t('translate.use')} <span className="unseen">{placeLabel(row.place, t)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Somebody else saved here meanwhile: theirs, and the two ways on. */
export function Meanwhile({ row, typing, language }: { row: Row; typing: Typing; language: Translation['language'] }) {
  const t = useT();
  const edit = typing.editOf(row.key);
  if (edit === null || (edit.was === row.text && edit.source === row.source)) return null;
  return (
    <div role="alert" className="note note-warn">
      {edit.was === row.text ? (
        <p>{t('translate.source_moved')}</p>
      ) : (
        <p>
          {t('translate.meanwhile')}{' '}
          <bdi lang={language.code} dir={language.dir}>
            {row.text || t('translate.nothing')}
          </bdi>
        </p>
      )}
      <div className="acts">
        <Button onClick={() => typing.keepMine(row)}>{t('translate.keep')}</Button>
        <Button onClick={() => typing.takeTheirs(row)}>{t('translate.take')}</Button>
      </div>
    </div>
  );
}

/** "7p", "7.2p": a text costs less than a pound. */
const sayPence = (pence: number): string => `${Number(pence.toFixed(1))}p`;

/** What the whole question costs as a text in this language, and which letters make it cost more. */
export function AsText({ text, lang }: { text: Translation['texts'][number]; lang: string }) {
  const t = useT();
  const { segments, pence, forcing } = text;
  const parts = t('preview.parts', { count: segments });
  return (
    <p className="soft">
      {t('translate.as_text', { parts, price: sayPence(pence) })}{' '}
      {forcing.length === 0 ? null : (
        <>
          {t('translate.forcing')} <bdi lang={lang}>{forcing.slice(0, 12).join(' ')}</bdi>
        </>
      )}
    </p>
  );
}
