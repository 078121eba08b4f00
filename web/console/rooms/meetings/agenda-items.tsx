import { Button, Fieldset, Textarea, TextInput } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { useT } from '../../words.ts';
import { type AgendaItem, grown, moved } from './agenda.ts';

interface AgendaItemsProps {
  items: readonly AgendaItem[];
  onChange: (items: AgendaItem[]) => void;
}

interface ItemProps {
  item: AgendaItem;
  place: number;
  items: readonly AgendaItem[];
  onChange: (items: AgendaItem[]) => void;
}

function Item({ item, place, items, onChange }: ItemProps) {
  const t = useT();
  const number = place + 1;
  const change = (part: Partial<AgendaItem>) => onChange(items.with(place, { ...item, ...part }));
  const move = (by: -1 | 1) => {
    if (!items[place + by]) return;
    onChange(moved(items, place, by));
    announce(t('agenda.moved', { title: item.title || number, to: number + by, of: items.length }));
  };
  const remove = () => {
    onChange(items.filter(({ key }) => key !== item.key));
    announce(t('agenda.removed', { title: item.title || number }));
  };
  const named = <span className="unseen">{t('agenda.item', { number })}</span>;
  return (
    <Fieldset legend={t('agenda.item', { number })} className="stack">
      <TextInput
        label={t('agenda.title')}
        maxLength={200}
        required
        withAsterisk={false}
        value={item.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('agenda.summary')}
        description={t('agenda.summary_hint')}
        rows={2}
        maxLength={2000}
        value={item.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      <div className="acts">
        <Button aria-disabled={place === 0} onClick={() => move(-1)}>
          {t('steps.up')} {named}
        </Button>
        <Button aria-disabled={place === items.length - 1} onClick={() => move(1)}>
          {t('steps.down')} {named}
        </Button>
        <Button onClick={remove}>
          {t('steps.remove')} {named}
        </Button>
      </div>
    </Fieldset>
  );
}

/** What the meeting talks about, in order: items are moved by button. */
export function AgendaItems({ items, onChange }: AgendaItemsProps) {
  const t = useT();
  return (
    <section aria-labelledby="agenda" className="stack">
      <h2 id="agenda">{t('agenda.heading')}</h2>
      {items.map((item, place) => (
        <Item key={item.key} item={item} place={place} items={items} onChange={onChange} />
      ))}
      <div className="acts">
        <Button onClick={() => onChange(grown(items))}>{t('agenda.add')}</Button>
      </div>
    </section>
  );
}
