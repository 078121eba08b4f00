import { Button } from '@mantine/core';
import type { Head } from '../../../../../surveys/questionnaire/edit/flat.ts';
import { introKey, titleKey } from '../../../../../surveys/questionnaire/keys.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import { nameOf, type Row } from './naming.ts';
import type { Drafting } from './use-draft.ts';
import { WordBox } from './word-box.tsx';

/** Words to read before the questions that follow. */
export function ReadForm({
  drafting,
  row,
  head,
  onChoose,
}: {
  drafting: Drafting;
  row: Row;
  head: Head;
  onChoose: (key: string) => void;
}) {
  const t = useT();
  const take = () => {
    if (drafting.run('remove', { item: row.key }) === null) return;
    announce(t('builder.removed', { name: nameOf(row, t) }));
    onChoose('next');
  };
  return (
    <div className="stack builder-fields">
      <WordBox
        drafting={drafting}
        of={`${row.key}.text`}
        words={head.description}
        label={t('builder.words')}
        hint={t('builder.words_what')}
      />
      <div className="acts">
        <Button onClick={() => onChoose('add')}>{t('builder.add_after')}</Button>
        <Button variant="danger" onClick={take}>
          {t('builder.remove_words')}
        </Button>
      </div>
    </div>
  );
}

/** What stands before the first question. */
export function WholeForm({ drafting }: { drafting: Drafting }) {
  const t = useT();
  const { title, description } = drafting.survey;
  return (
    <div className="stack builder-fields">
      <WordBox drafting={drafting} of={titleKey} words={title} label={t('wording.title')} line />
      <WordBox
        drafting={drafting}
        of={introKey}
        words={description}
        label={t('wording.intro')}
        hint={t('builder.intro_what')}
      />
    </div>
  );
}
