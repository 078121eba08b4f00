import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { mayPost, postages, usualPostage } from '../../../../surveys/fieldwork/postage.ts';
import { Arrives } from '../../parts/arrives.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { Said } from '../../parts/said.tsx';
import { sayDay } from '../../say.ts';
import type { Translate } from '../../words.ts';
import type { Check, Step } from './plan.ts';

export interface StepRow {
  step: Step;
  /** When it goes, as the calendar has it; not known until the plan is saved. */
  goes: Check['steps'][number] | undefined;
  index: number;
  last: boolean;
}

export interface StepActs {
  replace: (index: number, part: Partial<Step>) => void;
  remove: (index: number) => void;
  move: (index: number, by: -1 | 1) => void;
}

type Way = Step['channels'][number];

/** The orders of ways that can be chosen; each is tried until one works. */
const ways: readonly Way[][] = [
  ['best'],
  ['sms'],
  ['email'],
  ['post'],
  ['telephone'],
  ['email', 'sms', 'post'],
  ['sms', 'email', 'post'],
];
const wordsOf = (way: readonly Way[], t: Translate) => way.map((one) => t(`channel.${one}`)).join(', ');

const whenColumn = (t: Translate, { replace }: StepActs): Column<StepRow> => ({
  key: 'when',
  head: t('steps.day'),
  cell: ({ step, index }) =>
    step.date ? (
      <TextInput
        type="date"
        aria-label={t('steps.date_of', { number: index + 1 })}
        value={step.date}
        onChange={(event) => replace(index, { date: event.currentTarget.value || null })}
      />
    ) : (
      <TextInput
        type="number"
        min={0}
        max={120}
        className="short"
        aria-label={t('steps.day_of', { number: index + 1 })}
        value={step.day}
        onChange={(event) => replace(index, { day: Number(event.currentTarget.value) })}
      />
    ),
});

const timeColumn = (t: Translate, { replace }: StepActs): Column<StepRow> => ({
  key: 'time',
  head: t('steps.time'),
  cell: ({ step, index }) => (
    <TextInput
      type="time"
      aria-label={t('steps.time_of', { number: index + 1 })}
      value={step.time ?? ''}
      onChange={(event) => replace(index, { time: event.currentTarget.value || null })}
    />
  ),
});

/** The local day it goes, and why not on the one that was meant. */
const goesColumn = (t: Translate): Column<StepRow> => ({
  key: 'goes',
  head: t('steps.when'),
  cell: ({ goes }) => {
    if (goes === undefined) return '';
    const { on, at, moved, arrives } = goes;
    return (
      <>
        {at === null ? sayDay(on) : t('steps.at', { day: sayDay(on), time: at })}
        {moved === null ? null : (
          <span className="soft under-line">
            <Said>{moved}</Said>
          </span>
        )}
        {arrives === null ? null : <Arrives arrives={arrives} words="postage.arrives" />}
      </>
    );
  },
});

const waysColumn = (t: Translate, { replace }: StepActs): Column<StepRow> => ({
  key: 'ways',
  head: t('steps.ways'),
  cell: ({ step, index }) => {
    const options = new Map([...ways, step.channels].map((way) => [way.join(' '), way]));
    return (
      <>
        <NativeSelect
          className="ways"
          aria-label={t('steps.ways_of', { number: index + 1 })}
          value={step.channels.join(' ')}
          onChange={(event) => replace(index, { channels: options.get(event.currentTarget.value) ?? ['best'] })}
          data={[...options].map(([value, way]) => ({ value, label: wordsOf(way, t) }))}
        />
        {mayPost(step) ? (
          <NativeSelect
            className="ways"
            aria-label={t('postage.of', { number: index + 1 })}
            value={step.postage ?? usualPostage}
            onChange={(event) =>
              replace(index, { postage: postages.find((each) => each === event.currentTarget.value) })
            }
            data={postages.map((value) => ({ value, label: t(`postage.${value}`) }))}
          />
        ) : null}
      </>
    );
  },
});

const kindColumn = (t: Translate, { replace }: StepActs): Column<StepRow> => ({
  key: 'kind',
  head: t('steps.kind'),
  cell: ({ step, index }) => (
    <>
      <NativeSelect
        aria-label={t('steps.kind_of', { number: index + 1 })}
        value={step.kind}
        onChange={(event) =>
          replace(index, { kind: event.currentTarget.value === 'reminder' ? 'reminder' : 'invitation' })
        }
        data={(['invitation', 'reminder'] as const).map((value) => ({ value, label: t(`steps.${value}`) }))}
      />
      <Checkbox
        label={t('steps.only')}
        checked={step.onlyIfNotAnswered}
        onChange={(event) => replace(index, { onlyIfNotAnswered: event.currentTarget.checked })}
      />
      {index === 0 ? null : (
        <Checkbox
          label={t('steps.older')}
          checked={step.people === 'offline_or_older'}
          onChange={(event) => replace(index, { people: event.currentTarget.checked ? 'offline_or_older' : 'all' })}
        />
      )}
    </>
  ),
});

const actsColumn = (t: Translate, { move, remove }: StepActs): Column<StepRow> => ({
  key: 'acts',
  head: t('steps.order'),
  cell: ({ index, last }) => {
    const which = <span className="unseen">{t('steps.number', { number: index + 1 })}</span>;
    return (
      <span className="acts">
        {index > 0 ? (
          <Button onClick={() => move(index, -1)}>
            {t('steps.up')} {which}
          </Button>
        ) : null}
        {last ? null : (
          <Button onClick={() => move(index, 1)}>
            {t('steps.down')} {which}
          </Button>
        )}
        {index === 0 && last ? null : (
          <Button onClick={() => remove(index)}>
            {t('steps.remove')} {which}
          </Button>
        )}
      </span>
    );
  },
});

/** The columns of the contact plan, each cell what changes it. */
export const stepColumns = (t: Translate, acts: StepActs): Column<StepRow>[] => [
  { key: 'number', head: t('steps.step'), cell: ({ index }) => index + 1 },
  whenColumn(t, acts),
  timeColumn(t, acts),
  goesColumn(t),
  waysColumn(t, acts),
  kindColumn(t, acts),
  actsColumn(t, acts),
];
