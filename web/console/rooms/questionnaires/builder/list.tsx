import { Button } from '@mantine/core';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import { ListItem } from './list-item.tsx';
import { nameOf, type Row, rowsOf, wholeKey } from './naming.ts';
import { Sorting } from './sorting.tsx';
import type { Drafting } from './use-draft.ts';

interface ListProps {
  drafting: Drafting;
  chosen: string;
  onChoose: (key: string) => void;
}

/** Everything in order: where it stands can be changed by buttons, or by dragging. */
export function QuestionList({ drafting, chosen, onChoose }: ListProps) {
  const t = useT();
  const rows = rowsOf(drafting.survey);
  const move = (row: Row, to: number) => {
    if (to < 0 || to >= rows.length) return announce(t(to < 0 ? 'builder.first' : 'builder.last'));
    if (drafting.run('move', { item: row.key, to }) === null) return;
    announce(t('builder.moved', { name: nameOf(row, t), place: to + 1, count: rows.length }));
  };
  return (
    <section aria-labelledby="builder-list" className="builder-list">
      <h2 id="builder-list">{t('builder.list')}</h2>
      <p>
        <button
          type="button"
          className="builder-row builder-whole"
          aria-current={chosen === wholeKey ? 'true' : undefined}
          onClick={() => onChoose(wholeKey)}
        >
          {t('builder.whole')}
        </button>
      </p>
      {rows.length === 0 ? <p className="soft">{t('builder.empty')}</p> : null}
      <Sorting keys={rows.map(({ key }) => key)} onMove={(from, to) => rows[from] && move(rows[from], to)}>
        <ol className="builder-rows">
          {rows.map((row, place) => (
            <ListItem
              key={row.key}
              row={row}
              drafting={drafting}
              chosen={chosen === row.key}
              ends={{ first: place === 0, last: place === rows.length - 1 }}
              onChoose={() => onChoose(row.key)}
              onUp={() => move(row, place - 1)}
              onDown={() => move(row, place + 1)}
            />
          ))}
        </ol>
      </Sorting>
      <div className="acts">
        <Button onClick={() => onChoose('add')}>{t('builder.add')}</Button>
        <Button onClick={() => onChoose('add_words')}>{t('builder.add_words')}</Button>
      </div>
    </section>
  );
}
