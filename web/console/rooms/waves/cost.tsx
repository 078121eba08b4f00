import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useChange, useLive } from '../../query.ts';
import { sayDay, sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Line = Answer<'GET /api/v1/waves/{id}/cost'>['lines'][number];

/** "12.40" or "£12.40" as pence; null where it is no amount, empty where nothing stands. */
function penceOf(text: string): number | null | 'none' {
  const typed = text.replace(/[£,\s]/g, '');
  if (typed === '') return 'none';
  return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : null;
}

/** Types in what the bill of one channel said. */
function Bill({ wave, line }: { wave: Wave; line: Line }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(line.bill === null ? '' : (line.bill.pence / 100).toFixed(2));
  const save = useChange('PUT /api/v1/waves/{id}/bills');
  const pence = penceOf(text);
  const channel = t(`channel.${line.channel}`);
  const done = () => {
    setOpen(false);
    announce(t('cost.bill_saved', { channel }));
  };
  const act = () => {
    if (pence === null) return;
    const body = { channel: line.channel, pence: pence === 'none' ? null : pence };
    save.mutate({ params: { id: wave.id }, body }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('cost.bill')}
        <span className="unseen">: {channel}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('cost.bill_title', { channel })}
        act={t('cost.bill_act')}
        busy={save.isPending}
        onDo={act}
        onLeave={() => setOpen(false)}
      >
        <TextInput
          label={t('cost.bill_label')}
          description={t('cost.bill_hint')}
          inputMode="decimal"
          value={text}
          error={pence === null ? t('cost.bill_wrong') : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ErrorNote error={save.error} />
      </ConfirmDialog>
    </>
  );
}

const basis = (t: Translate, { bill }: Line) =>
  bill === null ? t('cost.estimated') : t('cost.reconciled', { by: bill.by, day: sayDay(bill.at) });

/** Where nothing of it is priced there is no sum. */
const spentOf = (t: Translate, { spent, messages, notPriced }: Line) =>
  notPriced === messages && messages > 0 ? t('cost.not_priced') : sayMoney(spent);

const columns = (t: Translate, wave: Wave, mayType: boolean): Column<Line>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'messages', head: t('cost.messages'), figures: true, cell: ({ messages }) => sayNumber(messages) },
  { key: 'spent', head: t('cost.spent'), figures: true, cell: (line) => spentOf(t, line) },
  { key: 'answers', head: t('cost.answers'), figures: true, cell: ({ answers }) => sayNumber(answers) },
  {
    key: 'each',
    head: t('cost.each'),
    figures: true,
    cell: ({ spent, answers, notPriced }) => (answers === 0 || notPriced > 0 ? '-' : sayMoney(spent / answers)),
  },
  { key: 'basis', head: t('cost.basis'), cell: (line) => basis(t, line) },
  ...(mayType
    ? [
        {
          key: 'act',
          head: t('cost.bill'),
          cell: (line: Line) => <Bill wave={wave} line={line} />,
        } satisfies Column<Line>,
      ]
    : []),
];

/** Says that some mails are in no sum, and where they get a price. */
function NotPriced({ count }: { count: number }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <p>
      {t('cost.some_not_priced', { count })} <Go to="/settings/providers">{t('cost.set_price')}</Go>
    </p>
  );
}

function Cost({ wave }: { wave: Wave }) {
  const t = useT();
  const mayType = useMay('officer', 'administrator');
  const work = useLive('GET /api/v1/waves/{id}/cost', { params: { id: wave.id } });
  return (
    <Loaded query={work} what={t('cost.what')}>
      {({ lines, spent, answers, toCome }) => (
        <>
          <p className="headline">
            <span className="big">{sayMoney(spent)}</span> {t('cost.so_far')}{' '}
            {answers > 0
              ? t('cost.per_answer', { each: sayMoney(spent / answers), answered: sayNumber(answers) })
              : null}{' '}
            {toCome === null || toCome === 0 ? null : t('cost.to_come', { money: sayMoney(toCome) })}
          </p>
          {lines.length === 0 ? (
            <p>{t('cost.none')}</p>
          ) : (
            <DataTable
              caption={t('cost.caption')}
              columns={columns(t, wave, mayType)}
              rows={lines}
              rowKey={({ channel }) => channel}
            />
          )}
          <NotPriced count={lines.reduce((sum, { notPriced }) => sum + notPriced, 0)} />
          <p className="soft under-table">{t('cost.about')}</p>
        </>
      )}
    </Loaded>
  );
}

/** What the wave has cost, by each way of reaching people, and for each answer. */
export default function CostRoom() {
  return (
    <WavePage wave={useWave()} tab="cost">
      {(wave) => <Cost wave={wave} />}
    </WavePage>
  );
}
