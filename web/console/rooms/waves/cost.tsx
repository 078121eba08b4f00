import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useChange, useLive } from '../../query.ts';
import { sayDay, sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { eachAnswer } from './priced.ts';
import { SetPrice } from './set-price.tsx';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Cost = Answer<'GET /api/v1/waves/{id}/cost'>;
type Line = Cost['lines'][number];

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

const sayEach = (each: number | null) => (each === null ? '-' : sayMoney(each));

const columns = (t: Translate, wave: Wave, mayType: boolean): Column<Line>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'messages', head: t('cost.messages'), figures: true, cell: ({ messages }) => sayNumber(messages) },
  { key: 'spent', head: t('cost.spent'), figures: true, cell: (line) => spentOf(t, line) },
  { key: 'answers', head: t('cost.answers'), figures: true, cell: ({ answers }) => sayNumber(answers) },
  {
    key: 'each',
    head: t('cost.each'),
    figures: true,
    cell: (line) => sayEach(eachAnswer(line)),
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

/** What was spent, what an answer comes to where that is known, and what may come. */
function Headline({ cost: { spent, answers, toCome }, notPriced }: { cost: Cost; notPriced: number }) {
  const t = useT();
  const each = eachAnswer({ spent, answers, notPriced });
  return (
    <p className="headline">
      <span className="big">{sayMoney(spent)}</span> {t('cost.so_far')}{' '}
      {each === null ? null : t('cost.per_answer', { each: sayMoney(each), answered: sayNumber(answers) })}{' '}
      {toCome === null || toCome === 0 ? null : t('cost.to_come', { money: sayMoney(toCome) })}
    </p>
  );
}

/** Says that some mails are in no sum, and where they get a price. */
function NotPriced({ count }: { count: number }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <p>
      {t('cost.some_not_priced', { count })} <SetPrice />
    </p>
  );
}

function Known({ cost, columns }: { cost: Cost; columns: Column<Line>[] }) {
  const t = useT();
  const { lines } = cost;
  const notPriced = lines.reduce((sum, line) => sum + line.notPriced, 0);
  return (
    <>
      <Headline cost={cost} notPriced={notPriced} />
      {lines.length === 0 ? (
        <p>{t('cost.none')}</p>
      ) : (
        <DataTable caption={t('cost.caption')} columns={columns} rows={lines} rowKey={({ channel }) => channel} />
      )}
      <NotPriced count={notPriced} />
      <p className="soft under-table">{t('cost.about')}</p>
    </>
  );
}

function CostOf({ wave }: { wave: Wave }) {
  const t = useT();
  const mayType = useMay('officer', 'administrator');
  const work = useLive('GET /api/v1/waves/{id}/cost', { params: { id: wave.id } });
  return (
    <Loaded query={work} what={t('cost.what')}>
      {(cost) => <Known cost={cost} columns={columns(t, wave, mayType)} />}
    </Loaded>
  );
}

/** What the wave has cost, by each way of reaching people, and for each answer. */
export default function CostRoom() {
  return (
    <WavePage wave={useWave()} tab="cost">
      {(wave) => <CostOf wave={wave} />}
    </WavePage>
  );
}
