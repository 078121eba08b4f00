import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type ReferralOutcome, referralOutcomes } from '../../../../surveys/groups/referral.ts';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { Go, useQueryParam } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange, useList } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { GroupChoice } from './fields.tsx';
import { outcomeWords } from './my-referrals.tsx';
import { PartTabs } from './part-tabs.tsx';
import { OpenOrDecided } from './state-choice.tsx';

type Referral = Answer<'GET /api/v1/referrals'>['items'][number];

function Decide({ referral }: { referral: Referral }) {
  const t = useT();
  const { id, name, byName } = referral;
  const [open, setOpen] = useState(false);
  const [decision, setDecision] = useState({ outcome: 'joined' as ReferralOutcome, note: '', groupId: '' });
  const decide = useChange('POST /api/v1/referrals/{id}/outcome');
  const change = (part: Partial<typeof decision>) => setDecision({ ...decision, ...part });
  const done = () => {
    setOpen(false);
    announce(t('referrals.decided_now', { by: byName }));
  };
  const body = { ...decision, groupId: decision.outcome === 'joined' ? decision.groupId || null : null };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('referrals.decide')} <span className="unseen">{name}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('referrals.decide_title', { name })}
        act={t('referrals.decide_act', { by: byName })}
        busy={decide.isPending}
        onDo={() => decide.mutate({ params: { id }, body }, { onSuccess: done })}
        onLeave={() => setOpen(false)}
      >
        <NativeSelect
          label={t('referrals.outcome')}
          value={decision.outcome}
          onChange={(event) =>
            change({ outcome: referralOutcomes.find((one) => one === event.currentTarget.value) ?? 'other' })
          }
          data={referralOutcomes.map((one) => ({ value: one, label: t(`referrals.came.${one}`) }))}
        />
        {decision.outcome === 'joined' ? (
          <GroupChoice value={decision.groupId} onChange={(groupId) => change({ groupId })} />
        ) : null}
        <Textarea
          label={t('part.note')}
          rows={3}
          maxLength={500}
          value={decision.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <ErrorNote error={decide.error} />
      </ConfirmDialog>
    </>
  );
}

const columns = (t: Translate): Column<Referral>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => <Go to={`/residents/${residentId}`}>{name}</Go>,
  },
  { key: 'reach', head: t('forward.reach'), cell: ({ phone, email }) => phone ?? email ?? '' },
  {
    key: 'topics',
    head: t('part.topics'),
    cell: ({ topics }) => topics.map((topic) => t(`topic.${topic}`)).join(', '),
  },
  { key: 'words', head: t('referrals.words'), cell: ({ words }) => <span dir="auto">{words}</span> },
  { key: 'by', head: t('referrals.by'), cell: ({ byName, createdAt }) => `${byName}, ${sayDay(createdAt)}` },
  {
    key: 'outcome',
    head: t('referrals.outcome'),
    cell: (referral) => (referral.outcome === null ? <Decide referral={referral} /> : outcomeWords(t, referral)),
  },
];

/** Residents whom colleagues referred, for the officer. */
export default function Referrals() {
  const t = useT();
  const [state] = useQueryParam('state');
  const list = useList('GET /api/v1/referrals', { query: { state: state === 'decided' ? 'decided' : 'open' } });
  return (
    <Page title={t('referrals.title')}>
      <PartTabs />
      <OpenOrDecided />
      <Listed list={list} what={t('referrals.what')} empty={<Empty>{t('referrals.none')}</Empty>}>
        {(items) => (
          <DataTable
            caption={t('referrals.title')}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </Listed>
    </Page>
  );
}
