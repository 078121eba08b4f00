import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { type Branch, type BranchTest, howsOf, readBranch } from '../../../../../surveys/questionnaire/edit/branch.ts';
import { answerWords, editKindOf, offered } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import { elementsOf } from '../../../../../surveys/questionnaire/elements.ts';
import type { Element } from '../../../../../surveys/questionnaire/schema.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { Said } from '../../../parts/said.tsx';
import { useT } from '../../../words.ts';
import { nameOf, rowsOf } from './naming.ts';
import type { Drafting } from './use-draft.ts';

interface BranchFormProps {
  drafting: Drafting;
  element: Element;
  /** Who is asked this is fixed. */
  fixed: boolean;
  /** The saved condition in words, for one that this form cannot show. */
  sentence: string | null;
}

/** A test of an answer to begin with: the first that can be. */
function firstTest(element: Element): BranchTest {
  const kind = editKindOf(element);
  const [value] = offered(element);
  if (value !== undefined) return { question: element.name, how: 'is', values: [value] };
  if (kind === 'number') return { question: element.name, how: 'at_least', values: ['1'] };
  return { question: element.name, how: 'answered', values: [] };
}

interface TestProps {
  drafting: Drafting;
  test: BranchTest;
  earlier: readonly Element[];
  onChange: (test: BranchTest) => void;
  onRemove: (() => void) | null;
}

/** Which answers: ticks where they are offered, a box for a number or a date. */
function Values({ drafting, test, earlier, onChange }: TestProps) {
  const t = useT();
  const element = earlier.find(({ name }) => name === test.question);
  if (!element || test.how === 'answered' || test.how === 'not_answered') return null;
  const all = offered(element);
  const source = sourceLanguage(drafting.survey);
  if (all.length === 0) {
    const date = editKindOf(element) === 'date';
    return (
      <TextInput
        type={date ? 'date' : 'number'}
        label={t(date ? 'branch.date' : 'branch.number')}
        value={test.values[0] ?? ''}
        onChange={(event) =>
          event.currentTarget.value !== '' && onChange({ ...test, values: [event.currentTarget.value] })
        }
      />
    );
  }
  const words = (id: string) => answerWords(element, id, source);
  if (test.how === 'is' || test.how === 'is_not')
    return (
      <Checkbox.Group
        label={t('branch.answers')}
        value={[...test.values]}
        onChange={(values) => onChange({ ...test, values: all.filter((id) => values.includes(id)) })}
      >
        <div className="ticks">
          {all.map((id) => (
            <Checkbox key={id} value={id} label={words(id)} />
          ))}
        </div>
      </Checkbox.Group>
    );
  return (
    <NativeSelect
      label={t('branch.number')}
      value={test.values[0] ?? ''}
      onChange={(event) => onChange({ ...test, values: [event.currentTarget.value] })}
      data={all.map((id) => ({ value: id, label: words(id) }))}
    />
  );
}

function Test(props: TestProps) {
  const t = useT();
  const { drafting, test, earlier, onChange, onRemove } = props;
  const element = earlier.find(({ name }) => name === test.question);
  const rows = rowsOf(drafting.survey);
  const names = earlier.map(({ name }) => {
    const row = rows.find(({ key }) => key === `q.${name}`);
    return { value: name, label: row ? `${row.number} ${nameOf(row, t)}` : name };
  });
  const choose = (name: string) => {
    const next = earlier.find((one) => one.name === name);
    if (next) onChange(firstTest(next));
  };
  const change = (how: BranchTest['how']) => {
    const start = element ? firstTest(element).values : [];
    const values = how === 'answered' || how === 'not_answered' ? [] : test.values.length > 0 ? test.values : start;
    onChange({ ...test, how, values: how === 'is' || how === 'is_not' ? values : values.slice(0, 1) });
  };
  return (
    <div className="builder-test">
      <div className="row">
        <NativeSelect
          label={t('branch.question')}
          value={test.question}
          onChange={(event) => choose(event.currentTarget.value)}
          data={element ? names : [{ value: test.question, label: t('branch.gone') }, ...names]}
        />
        <NativeSelect
          label={t('branch.how')}
          value={test.how}
          onChange={(event) => change(event.currentTarget.value as BranchTest['how'])}
          data={howsOf[element ? editKindOf(element) : 'single'].map((how) => ({
            value: how,
            label: t(`branch.how_${how}`),
          }))}
        />
        {onRemove ? <Button onClick={onRemove}>{t('branch.remove')}</Button> : null}
      </div>
      <Values {...props} />
    </div>
  );
}

interface TestsProps {
  drafting: Drafting;
  branch: Branch;
  earlier: readonly Element[];
  onSet: (branch: Branch) => void;
}

function Tests({ drafting, branch, earlier, onSet }: TestsProps) {
  const t = useT();
  const { join, tests } = branch;
  const last = earlier.at(-1);
  return (
    <>
      {tests.length > 1 ? (
        <NativeSelect
          label={t('branch.join')}
          value={join}
          onChange={(event) => onSet({ join: event.currentTarget.value === 'or' ? 'or' : 'and', tests })}
          data={(['and', 'or'] as const).map((value) => ({ value, label: t(`branch.join_${value}`) }))}
        />
      ) : null}
      {tests.map((test, place) => (
        <Test
          // biome-ignore lint/suspicious/noArrayIndexKey: two tests of one branch may be the same
          key={place}
          drafting={drafting}
          test={test}
          earlier={earlier}
          onChange={(next) => onSet({ join, tests: tests.with(place, next) })}
          onRemove={tests.length > 1 ? () => onSet({ join, tests: tests.toSpliced(place, 1) }) : null}
        />
      ))}
      <p>
        <Button onClick={() => last && onSet({ join, tests: [...tests, firstTest(last)] })}>{t('branch.add')}</Button>
      </p>
    </>
  );
}

/** "Ask only if question 2 is Dirty": of whom a question is asked. What this form cannot show is said, and stays. */
export function BranchForm({ drafting, element, fixed, sentence }: BranchFormProps) {
  const t = useT();
  const all = elementsOf(drafting.survey);
  const earlier = all.slice(
    0,
    all.findIndex(({ name }) => name === element.name),
  );
  const branch = element.visibleIf === undefined ? null : readBranch(element.visibleIf);
  const set = (next: Branch | null) => drafting.run('ask_if', { question: element.name, branch: next });
  const last = earlier.at(-1);
  const some = element.visibleIf !== undefined;
  if (!some && (fixed || !last)) return null;
  return (
    <fieldset className="builder-part">
      <legend>{t('branch.title')}</legend>
      {fixed ? null : (
        <Radio.Group
          value={some ? 'some' : 'all'}
          onChange={(value) => (value === 'all' ? set(null) : last && set({ join: 'and', tests: [firstTest(last)] }))}
          aria-label={t('branch.title')}
        >
          <div className="ticks">
            <Radio value="all" label={t('branch.all')} />
            <Radio value="some" label={t('branch.some')} />
          </div>
        </Radio.Group>
      )}
      {branch && !fixed ? <Tests drafting={drafting} branch={branch} earlier={earlier} onSet={set} /> : null}
      {some && (fixed || !branch) ? (
        <p>
          {sentence === null ? t('builder.some') : <Said>{sentence}</Said>}
          {fixed ? null : ` ${t('branch.complex')}`}
        </p>
      ) : null}
    </fieldset>
  );
}
