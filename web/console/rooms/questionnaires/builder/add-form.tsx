import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { EditKind } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { KindSelect } from './kind-form.tsx';
import { nameOf, rowsOf } from './naming.ts';
import { ScaleSelect } from './standard-scale.tsx';
import type { Drafting } from './use-draft.ts';

interface AddProps {
  drafting: Drafting;
  questionnaire: Questionnaire;
  /** Its place among what is shown, to begin with. */
  to: number;
  onAdded: (key: string) => void;
}

/** Where it goes: after one of what is there, or before the first. */
function PlaceSelect({
  drafting,
  value,
  onChange,
}: {
  drafting: Drafting;
  value: number;
  onChange: (to: number) => void;
}) {
  const t = useT();
  const rows = rowsOf(drafting.survey);
  if (rows.length === 0) return null;
  return (
    <NativeSelect
      label={t('builder.place')}
      value={Math.min(value, rows.length)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={[
        { value: '0', label: t('builder.place_first') },
        ...rows.map((row, at) => ({
          value: String(at + 1),
          label: t('builder.place_after', {
            name: row.number === null ? nameOf(row, t) : `${row.number} ${nameOf(row, t)}`,
          }),
        })),
      ]}
    />
  );
}

const choices: readonly EditKind[] = ['single', 'multiple'];

/** A new question: what is asked and how, with its answers one a line, so that ids come from the words. */
export function AddForm({ drafting, questionnaire, to, onAdded }: AddProps) {
  const t = useT();
  const [kind, setKind] = useState<EditKind>('single');
  const [title, setTitle] = useState('');
  const [answers, setAnswers] = useState('');
  const [scale, setScale] = useState('');
  const [place, setPlace] = useState(to);
  const chooses = choices.includes(kind);
  const languages = questionnaire.editions.map(({ language }) => language);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const own = chooses && scale === '' ? { answers: answers.split('\n') } : {};
    const bank = chooses && scale !== '' ? { scale, languages } : {};
    const made = drafting.run('add_question', { kind, title, to: place, ...own, ...bank });
    if (made === null) return;
    announce(t('builder.added', { name: title.trim() }));
    onAdded(made);
  };
  return (
    <form className="stack builder-fields" onSubmit={add} data-own-undo>
      <KindSelect value={kind} onChange={setKind} />
      <Textarea
        label={t('builder.title')}
        rows={2}
        maxLength={2_000}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {chooses ? (
        <>
          <ScaleSelect source={sourceLanguage(drafting.survey)} value={scale} onChange={setScale} />
          {scale === '' ? (
            <Textarea
              label={t('answers.lines')}
              description={t('answers.lines_what')}
              rows={5}
              value={answers}
              onChange={(event) => setAnswers(event.currentTarget.value)}
            />
          ) : null}
        </>
      ) : null}
      <PlaceSelect drafting={drafting} value={place} onChange={setPlace} />
      <div className="acts">
        <Button type="submit" variant="filled">
          {t('builder.add_act')}
        </Button>
      </div>
    </form>
  );
}

/** New words to read. */
export function AddWords({ drafting, to, onAdded }: Omit<AddProps, 'questionnaire'>) {
  const t = useT();
  const [text, setText] = useState('');
  const [place, setPlace] = useState(to);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const made = drafting.run('add_words', { text, to: place });
    if (made === null) return;
    announce(t('builder.added', { name: t('builder.words') }));
    onAdded(made);
  };
  return (
    <form className="stack builder-fields" onSubmit={add} data-own-undo>
      <Textarea
        label={t('builder.words')}
        description={t('builder.words_what')}
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PlaceSelect drafting={drafting} value={place} onChange={setPlace} />
      <div className="acts">
        <Button type="submit" variant="filled">
          {t('builder.add_words_act')}
        </Button>
      </div>
    </form>
  );
}
