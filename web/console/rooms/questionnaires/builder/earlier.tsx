import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SurveyJson } from '../../../../../surveys/questionnaire/schema.ts';
import { announce } from '../../../announce.tsx';
import { Listed } from '../../../parts/listed.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { useApi, useList } from '../../../query.ts';
import { sayMoment } from '../../../say.ts';
import { useT } from '../../../words.ts';
import { ChangesList } from './changes-list.tsx';
import type { Drafting } from './use-draft.ts';

interface LookProps {
  id: string;
  save: number;
  drafting: Drafting;
  when: string;
}

/** What going back to one state would change, and the button that does it: one step, which can be undone. */
function Look({ id, save, drafting, when }: LookProps) {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires/{id}/saves/{save}', { params: { id, save } });
  const back = (draft: SurveyJson) => {
    drafting.take(draft);
    announce(t('earlier.done', { when }));
  };
  return (
    <Loaded query={query} what={t('earlier.what')}>
      {({ draft }) => (
        <div className="stack earlier-look">
          <p>{t('earlier.would')}</p>
          <ChangesList before={drafting.survey} after={draft} />
          <p>
            <Button onClick={() => back(draft)}>{t('earlier.back')}</Button>
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** What the draft was at each save, newest first. */
export function Earlier({ id, drafting }: { id: string; drafting: Drafting }) {
  const t = useT();
  const [open, setOpen] = useState<number | null>(null);
  const list = useList('GET /api/v1/questionnaires/{id}/saves', { params: { id } });
  return (
    <Listed list={list} what={t('earlier.what')} empty={<p>{t('earlier.none')}</p>}>
      {(saves) => (
        <ul className="earlier">
          {saves.map(({ id: save, savedAt, savedBy, aside }) => {
            const when = sayMoment(savedAt);
            return (
              <li key={save}>
                <Button aria-expanded={open === save} onClick={() => setOpen(open === save ? null : save)}>
                  {t('earlier.look')} <span className="unseen">{when}</span>
                </Button>{' '}
                {t(aside ? 'earlier.aside' : 'earlier.one', { when, by: savedBy })}
                {open === save ? <Look id={id} save={save} drafting={drafting} when={when} /> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Listed>
  );
}
