import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { sayMoney, sayNumber } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { ToKnow, WhatStops } from './checks.tsx';
import { type Check, useCheck, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';

const ways = (t: Translate): Column<Check['ways'][number]>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  {
    key: 'format',
    head: t('post.format'),
    cell: ({ format, channel }) => (channel === 'post' ? t(`format.${format}`) : ''),
  },
  { key: 'count', head: t('fieldwork.people'), figures: true, cell: ({ count }) => sayNumber(count) },
];

const costs = (t: Translate): Column<Check['cost'][number]>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'pence', head: t('waves.cost'), figures: true, cell: ({ pence }) => sayMoney(pence) },
];

function Checks({ wave }: { wave: Wave }) {
  const t = useT();
  const check = useCheck(wave.id);
  return (
    <Loaded query={check} what={t('check.what')}>
      {(found) => (
        <>
          <WhatStops check={found} />
          <ToKnow check={found} />
          <section>
            <DataTable
              caption={t('check.ways')}
              columns={ways(t)}
              rows={found.ways}
              rowKey={({ channel, language, format }) => `${channel} ${language} ${format}`}
            />
          </section>
          <section>
            <DataTable
              caption={t('check.cost')}
              columns={costs(t)}
              rows={found.cost}
              rowKey={({ channel, language }) => `${channel} ${language}`}
            />
          </section>
        </>
      )}
    </Loaded>
  );
}

/** What stops the launch, what is good to know, and what goes out by each way, language and size. */
export default function CheckRoom() {
  return <PlanPage title={useT()('plan.task.check')}>{(wave) => <Checks wave={wave} />}</PlanPage>;
}
