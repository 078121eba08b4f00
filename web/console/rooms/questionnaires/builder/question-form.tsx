import { Button, Checkbox } from '@mantine/core';
import { fixedOf, whyFixed } from '../../../../../surveys/questionnaire/edit/guard.ts';
import { questionKey } from '../../../../../surveys/questionnaire/keys.ts';
import type { Element } from '../../../../../surveys/questionnaire/schema.ts';
import { announce } from '../../../announce.tsx';
import { Said } from '../../../parts/said.tsx';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { Answers, Good } from './answers.tsx';
import { BranchForm } from './branch-form.tsx';
import { Kind, Limits, Scale } from './kind-form.tsx';
import { nameOf, type Row } from './naming.ts';
import { StandardScale } from './standard-scale.tsx';
import type { Drafting } from './use-draft.ts';
import { WordBox } from './word-box.tsx';

export interface FormProps {
  drafting: Drafting;
  questionnaire: Questionnaire;
  row: Row;
  element: Element;
  onChoose: (key: string) => void;
}

/** The answers of a question: a list, a scale, limits, or nothing to set. */
function Answering({ drafting, questionnaire, element, why }: FormProps & { why: string | null }) {
  const fixed = fixedOf(drafting.guard, element).scale;
  const languages = questionnaire.editions.map(({ language }) => language);
  if (element.type === 'rating') return fixed ? null : <Scale drafting={drafting} element={element} />;
  if (element.type === 'text' && element.inputType === 'number')
    return fixed ? null : <Limits drafting={drafting} element={element} />;
  if (!('choices' in element)) return null;
  return (
    <>
      <Answers drafting={drafting} element={element} fixed={fixed} wordsFixed={why} />
      {fixed ? null : <StandardScale drafting={drafting} question={element.name} languages={languages} />}
    </>
  );
}

function Words({ drafting, element, why }: Pick<FormProps, 'drafting' | 'element'> & { why: string | null }) {
  const t = useT();
  const { name, title, description } = element;
  return (
    <>
      <WordBox
        drafting={drafting}
        of={questionKey(name, 'title')}
        words={title}
        label={t('builder.title')}
        fixed={why}
      />
      <WordBox
        drafting={drafting}
        of={questionKey(name, 'hint')}
        words={description}
        label={t('builder.hint')}
        hint={t('builder.hint_what')}
        fixed={why}
      />
    </>
  );
}

/** Copy and remove; a question that a branch uses is not removed before that is said. */
function Acts({ drafting, row, element, onChoose }: FormProps) {
  const t = useT();
  const name = nameOf(row, t);
  const copy = () => {
    const made = drafting.run('duplicate', { question: element.name });
    if (made === null) return;
    announce(t('builder.copied', { name }));
    onChoose(made);
  };
  const take = () => {
    if (drafting.run('remove', { item: row.key }) === null) return;
    announce(t('builder.removed', { name }));
    onChoose('next');
  };
  return (
    <div className="acts">
      <Button onClick={() => onChoose('add')}>{t('builder.add_after')}</Button>
      <Button onClick={copy}>{t('builder.copy')}</Button>
      <Button variant="danger" onClick={take}>
        {t('builder.remove')}
      </Button>
    </div>
  );
}

/** One question: what is asked, how it is answered, of whom. What is fixed says why. */
export function QuestionForm(props: FormProps) {
  const t = useT();
  const { drafting, questionnaire, element } = props;
  const { survey, guard } = drafting;
  const fixed = fixedOf(guard, element);
  const why = fixed.words ? whyFixed(guard, survey, element.name) : null;
  const saved = questionnaire.questions.find(({ id }) => id === element.name);
  return (
    <div className="stack builder-fields">
      {why === null ? null : (
        <p className="note note-info">
          <Said>{why}</Said>
        </p>
      )}
      {saved?.unverified ? (
        <p>
          {t('wording.unverified')} <Said>{saved.unverified}</Said>
        </p>
      ) : null}
      {fixed.scale ? null : <Kind key={element.name} drafting={drafting} element={element} />}
      <Words drafting={drafting} element={element} why={why} />
      <Answering {...props} why={why} />
      {element.type === 'file' ? (
        <p className="soft">{t('builder.photo_what')}</p>
      ) : (
        <Checkbox
          label={t('builder.required')}
          checked={element.isRequired === true}
          onChange={(event) => drafting.run('require', { question: element.name, on: event.currentTarget.checked })}
        />
      )}
      <BranchForm drafting={drafting} element={element} fixed={fixed.order} sentence={saved?.condition ?? null} />
      {fixed.scale ? null : <Good drafting={drafting} element={element} />}
      <WordBox
        drafting={drafting}
        of={questionKey(element.name, 'sms')}
        words={element.smsTitle}
        label={t('builder.sms')}
        hint={t('wording.sms_what')}
        fixed={why}
      />
      <Acts {...props} />
    </div>
  );
}
