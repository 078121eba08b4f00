import './builder.css';
import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { partOfKey } from '../../../../../surveys/questionnaire/edit/parts.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import { Faults } from '../faults.tsx';
import { Preview } from '../preview/preview.tsx';
import type { Questionnaire } from '../rows.ts';
import { Bar } from './bar.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { FormRegion } from './form.tsx';
import { QuestionList } from './list.tsx';
import { boxId, rowsOf, wholeKey } from './naming.ts';
import { useSaidUndo } from './said-undo.ts';
import { type Drafting, type Loaded, useDraft } from './use-draft.ts';

const tabs = ['list', 'form', 'preview'] as const;
type Tab = (typeof tabs)[number];

/** What is shown beside the list, where something new would go, and which of the three is shown on a small screen. */
function useChosen(drafting: Drafting) {
  const [chosen, setChosen] = useState(wholeKey);
  const [to, setTo] = useState(0);
  const [tab, setTab] = useState<Tab>('list');
  const [visit, setVisit] = useState(0);
  const choose = (key: string) => {
    const rows = rowsOf(drafting.survey);
    const here = rows.findIndex((row) => row.key === chosen);
    // After the question that is shown; at the end where none is.
    if (key === 'add' || key === 'add_words') setTo(here >= 0 ? here + 1 : rows.length);
    const next = rows[here + 1] ?? rows[here - 1];
    setChosen(key === 'next' ? (next?.key ?? wholeKey) : key);
    setTab('form');
    setVisit((before) => before + 1);
  };
  return { chosen, to, tab, visit, choose, setTab };
}

/** On a small screen one of the three is shown at a time. */
function Tabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const t = useT();
  return (
    <fieldset className="builder-tabs">
      <legend className="unseen">{t('builder.tabs')}</legend>
      {tabs.map((one) => (
        <button key={one} type="button" aria-pressed={tab === one} onClick={() => onTab(one)}>
          {t(`builder.tab_${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z, but in boxes whose letters are not in the draft yet. */
function undoKeys({ undo, redo }: ReturnType<typeof useSaidUndo>) {
  return (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
}

/** Leaving with what is not saved is asked about. */
function useLeaving(dirty: boolean) {
  const t = useT();
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && current.pathname !== next.pathname && !window.confirm(t('builder.leave')),
    enableBeforeUnload: dirty,
  });
}

/** The builder: everything in order, the form of what is chosen, and what the resident gets of what is saved. */
export function Builder({ questionnaire, loaded }: { questionnaire: Questionnaire; loaded: Loaded }) {
  const t = useT();
  const drafting = useDraft(questionnaire.id, loaded, (by) => announce(t('builder.taken_in', { by })));
  const { chosen, to, tab, visit, choose, setTab } = useChosen(drafting);
  const said = useSaidUndo(drafting);
  useLeaving(drafting.dirty);
  const row = rowsOf(drafting.survey).find(({ key }) => key === chosen);
  const show = (key: string) => {
    choose(partOfKey(key));
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(boxId(key))?.focus()));
  };
  const question = row?.item.is === 'question' ? row.item.element.name : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z is heard from every box within; its buttons stand in the bar
    <div onKeyDown={undoKeys(said)}>
      <Bar drafting={drafting} questionnaire={questionnaire} onChoose={choose} />
      {drafting.theirs ? <DraftConflict drafting={drafting} theirs={drafting.theirs} /> : null}
      <Faults questionnaire={questionnaire} onShow={show} onMended={drafting.takeMended} />
      <Tabs tab={tab} onTab={setTab} />
      <div className="builder" data-tab={tab}>
        <QuestionList drafting={drafting} chosen={chosen} onChoose={choose} />
        <FormRegion
          drafting={drafting}
          questionnaire={questionnaire}
          chosen={chosen}
          to={to}
          visit={visit}
          onChoose={choose}
        />
        <Preview questionnaire={questionnaire} language={sourceLanguage(drafting.survey)} question={question} />
      </div>
    </div>
  );
}
