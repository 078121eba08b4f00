import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { Approve } from './approve.tsx';
import { TranslationRow } from './row.tsx';
import { boxId, missingFirst, type Row, type Translation } from './translation.ts';
import { useTypedTexts } from './typed-texts.ts';
import type { Typing } from './use-translation.ts';

/** Rows shown at a time: as many as a person reads through before looking up. */
const pageOfRows = 40;

interface RowsProps {
  translation: Translation;
  typing: Typing;
  may: boolean;
  order: 'missing' | 'asked';
  onOrder: (order: 'missing' | 'asked') => void;
  onSort: () => void;
}

/** Rows in an order that is chosen once and stands while words are typed; texts that come since stand at the end. */
function useFrozen(rows: readonly Row[], order: RowsProps['order']): Row[] {
  const [keys] = useState(() => (order === 'missing' ? missingFirst(rows) : rows).map(({ key }) => key));
  const place = new Map(keys.map((key, at) => [key, at]));
  return rows.toSorted((a, b) => (place.get(a.key) ?? keys.length) - (place.get(b.key) ?? keys.length));
}

/** The next row after this one that is left to do, from the top again at the end; the one right after it when nothing is. */
function nextAfter(rows: readonly Row[], key: string, typing: Typing): number {
  const at = rows.findIndex((row) => row.key === key);
  const round = rows.map((_, step) => (at + 1 + step) % rows.length);
  const left = (place: number) => {
    const row = rows[place];
    return (
      row !== undefined &&
      row.key !== key &&
      ['missing', 'stale'].includes(row.status) &&
      typing.editOf(row.key) === null
    );
  };
  return round.find(left) ?? Math.min(at + 1, rows.length - 1);
}

function Choices({ order, onOrder, onSort }: Pick<RowsProps, 'order' | 'onOrder' | 'onSort'>) {
  const t = useT();
  return (
    <div className="row gap-small">
      <NativeSelect
        label={t('translate.order')}
        value={order}
        onChange={(event) => onOrder(event.currentTarget.value === 'asked' ? 'asked' : 'missing')}
        data={(['missing', 'asked'] as const).map((value) => ({ value, label: t(`translate.order_${value}`) }))}
      />
      <Button onClick={onSort}>{t('translate.sort')}</Button>
    </div>
  );
}

function Bar({ translation, typing, shown }: { translation: Translation; typing: Typing; shown: readonly Row[] }) {
  const t = useT();
  const { saving, dirty, save } = typing;
  const press = () =>
    void save().then(
      () => announce(t('translate.saved')),
      () => undefined,
    );
  const stale = saving.error?.code === 'stale_words';
  return (
    <div className="translation-bar">
      <div className="acts">
        <Button aria-disabled={!dirty || saving.isPending} onClick={() => dirty && press()}>
          {t('translate.save')}
        </Button>
        <Approve translation={translation} shown={shown} typing={typing} />
        <SaveState saving={saving.isPending} savedAt={translation.draftAt} changed={dirty} />
      </div>
      {stale ? null : <ErrorNote error={saving.error} />}
    </div>
  );
}

/** Every text of the language, some at a time, with what can be done about them. */
export function Rows({ translation, typing, may, ...sorting }: RowsProps) {
  const t = useT();
  const rows = useFrozen(translation.rows, sorting.order);
  const [most, setMost] = useState(pageOfRows);
  const [wanted, setWanted] = useState<string | null>(null);
  const check = useChange('POST /api/v1/questionnaires/{id}/languages/{code}/check');
  const texts = useTypedTexts(translation, typing);
  const shown = rows.slice(0, most);
  useEffect(() => {
    if (wanted === null) return;
    document.getElementById(boxId(wanted))?.focus();
    setWanted(null);
  }, [wanted]);
  const next = async (key: string) => {
    const at = nextAfter(rows, key, typing);
    const saved = await typing.save().then(
      () => true,
      () => false,
    );
    if (!saved) return;
    announce(t('translate.saved'));
    setMost((now) => Math.max(now, at + 1));
    setWanted(rows[at]?.key ?? null);
  };
  const onCheck = ({ key, source, text }: Row) =>
    check.mutate(
      { params: { id: translation.id, code: translation.language.code }, body: { texts: [{ key, source, text }] } },
      {
        onSuccess: () => {
          announce(t('translate.checked_now'));
          // The button is gone with the press: what it was about stays in hand.
          setWanted(key);
        },
      },
    );
  const bar = may ? <Bar translation={translation} typing={typing} shown={shown} /> : null;
  return (
    <>
      <Choices {...sorting} />
      {may ? <p className="soft gap-small">{t('translate.keys')}</p> : null}
      {bar}
      <ErrorNote error={check.error} />
      <div className="translation-rows">
        {shown.map((row) => (
          <TranslationRow
            key={row.key}
            row={row}
            translation={translation}
            texts={texts}
            typing={typing}
            may={may}
            onCheck={onCheck}
            onNext={(key) => void next(key)}
          />
        ))}
      </div>
      <p className="soft">{t('translate.shown', { shown: shown.length, total: rows.length })}</p>
      {rows.length > most ? (
        <p className="gap-small">
          <Button onClick={() => setMost(most + pageOfRows)}>
            {t('translate.more', { count: Math.min(pageOfRows, rows.length - most) })}
          </Button>
        </p>
      ) : null}
      {bar}
    </>
  );
}
