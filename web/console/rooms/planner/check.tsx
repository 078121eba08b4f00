import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { sayMoney, sayNumber, sayPrice } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { SetPrice } from '../waves/set-price.tsx';
import { ToKnow, WhatStops } from './checks.tsx';
import { type Check, costOf, useCheck, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';

const ways = (t: Translate): Column<Check['ways'][number]>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'format', head: t('post.format'), cell: ({ format }) => t(`format.${format}`) },
  { key: 'count', head: t('fieldwork.people'), figures: true, cell: ({ count }) => sayNumber(count) },
];

const costs = (t: Translate): Column<Check['cost'][number]>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'language', head: t('post.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'each', head: t('check.each'), figures: true, cell: ({ each }) => (each === null ? '' : sayPrice(each)) },
  {
    key: 'pence',
    head: t('waves.cost'),
    figures: true,
    cell: ({ pence, priced }) => (priced ? sayMoney(pence) : t('cost.not_priced')),
  },
];

const order = ({ channel, language, format }: Check['ways'][number]) => `${channel} ${language} ${format}`;
const byWay = ({ channel, language }: Check['cost'][number]) => `${channel} ${language}`;

function Outlay({ check }: { check: Check }) {
  const t = useT();
  const { expected, asked, rate, margin } = check;
  const points = margin === null ? '' : ` ${t('waves.points', { points: margin.toFixed(1) })}.`;
  return (
    <>
      <section>
        <h2>{t('check.returns')}</h2>
        <p>
          {t('check.returns_line', {
            expected: sayNumber(expected),
            asked: sayNumber(asked),
            rate: `${Math.round(rate * 100)}%`,
          })}
          {points}
        </p>
      </section>
      <section>
        <DataTable
          caption={t('check.ways')}
          columns={ways(t)}
          rows={check.ways.toSorted((a, b) => order(a).localeCompare(order(b)))}
          rowKey={order}
        />
      </section>
      <section>
        <DataTable
          caption={t('check.cost')}
          columns={costs(t)}
          rows={check.cost.toSorted((a, b) => byWay(a).localeCompare(byWay(b)))}
          rowKey={byWay}
        />
        <p>
          {t('check.total')}: <b>{sayMoney(costOf(check))}</b>
        </p>
        {check.cost.every(({ priced }) => priced) ? null : (
          <p>
            {t('check.not_priced')} <SetPrice />
          </p>
        )}
      </section>
    </>
  );
}

function Checks({ wave }: { wave: Wave }) {
  const t = useT();
  const check = useCheck(wave.id);
  return (
    <Loaded query={check} what={t('check.what')}>
      {(found) => (
        <>
          <WhatStops check={found} />
          <ToKnow check={found} />
          {found.asked > 0 ? <Outlay check={found} /> : null}
        </>
      )}
    </Loaded>
  );
}

/** What stops the launch, what is good to know, and what goes out by each way, language and size. */
export default function CheckRoom() {
  return <PlanPage title={useT()('plan.task.check')}>{(wave) => <Checks wave={wave} />}</PlanPage>;
}
