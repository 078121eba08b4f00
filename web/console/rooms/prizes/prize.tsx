import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayDay, sayMoment, sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { useWave, type Wave, WavePage } from '../waves/wave-page.tsx';
import { AddEntry } from './add-entry.tsx';
import { Draw, NotYet } from './draw.tsx';
import { PrizeForm } from './prize-form.tsx';
import { Winners } from './winners.tsx';

export type Seen = Answer<'GET /api/v1/waves/{id}/prize'>;
export type Prize = NonNullable<Seen['prize']>;

/** What can be won, as residents read it, and how the draw can be checked. */
function Facts({ prize }: { prize: Prize }) {
  const t = useT();
  return (
    <dl className="facts">
      <dt>{t('prize.prize')}</dt>
      <dd dir="auto">{prize.prize}</dd>
      <dt>{t('prize.winners')}</dt>
      <dd>{t('prize.and_reserves', { count: prize.winners, reserves: prize.reserves })}</dd>
      <dt>{t('prize.closes')}</dt>
      <dd>{sayDay(prize.closesOn)}</dd>
      {prize.terms === '' ? null : (
        <>
          <dt>{t('prize.terms')}</dt>
          <dd dir="auto">{prize.terms}</dd>
        </>
      )}
      <dt>{t('prize.seal')}</dt>
      <dd className="code-long">
        <code>{prize.seal}</code>
        <br />
        <span className="soft">{t('prize.seal_why')}</span>
      </dd>
    </dl>
  );
}

/** How the draw came out, and what anybody needs to draw it again. */
function Drawn({ wave, prize }: { wave: Wave; prize: Prize }) {
  const t = useT();
  if (prize.drawnAt === null) return null;
  return (
    <section aria-labelledby="drawn" className="stack">
      <h2 id="drawn">{t('prize.drawn')}</h2>
      <p>
        {t('prize.drawn_when', {
          when: sayMoment(prize.drawnAt),
          by: prize.drawnBy ?? '',
          entrants: sayNumber(prize.entrants ?? 0),
        })}
      </p>
      <dl className="facts">
        <dt>{t('prize.seed')}</dt>
        <dd className="code-long">
          <code>{prize.seed}</code>
        </dd>
        <dt>{t('prize.list_hash')}</dt>
        <dd className="code-long">
          <code>{prize.listHash}</code>
        </dd>
      </dl>
      <p>{t('prize.again')}</p>
      <p>
        <a className="go-button" href={`/api/v1/waves/${wave.id}/prize/list`} download>
          {t('prize.list')}
        </a>
      </p>
    </section>
  );
}

function Counts({ seen }: { seen: Seen }) {
  const t = useT();
  if (seen.counts === null || seen.prize?.drawnAt) return null;
  const { takingPart, entered, leftOut } = seen.counts;
  const values = { taking: sayNumber(takingPart), entered: sayNumber(entered), out: sayNumber(leftOut) };
  return <p>{t(seen.anonymous ? 'prize.counts_apart' : 'prize.counts', values)}</p>;
}

function Shown({ wave, seen }: { wave: Wave; seen: Seen }) {
  const t = useT();
  const [changing, change] = useState(false);
  const { prize } = seen;
  if (prize === null && seen.fixed) return <p>{t('prize.none_fixed')}</p>;
  if (prize === null || changing) return <PrizeForm wave={wave} prize={prize} onDone={() => change(false)} />;
  return (
    <>
      <Facts prize={prize} />
      <Counts seen={seen} />
      {seen.fixed ? null : (
        <p className="gap">
          <Button onClick={() => change(true)}>{t('prize.change')}</Button>
        </p>
      )}
      {seen.fixed && prize.drawnAt === null ? (
        <>
          {seen.why === null ? null : (
            <p className="note">
              <Said>{seen.why}</Said>
            </p>
          )}
          {seen.why === null ? <Draw wave={wave} seen={seen} /> : <NotYet prize={prize} />}
          <AddEntry waveId={wave.id} />
        </>
      ) : null}
      <Drawn wave={wave} prize={prize} />
      {seen.people.length === 0 ? null : <Winners wave={wave} people={seen.people} />}
    </>
  );
}

function PrizeParts({ wave }: { wave: Wave }) {
  const t = useT();
  const query = useLive('GET /api/v1/waves/{id}/prize', { params: { id: wave.id } });
  return (
    <Loaded query={query} what={t('prize.what')}>
      {(seen) => (
        <div className="stack">
          <p>{t('prize.about')}</p>
          <Shown wave={wave} seen={seen} />
        </div>
      )}
    </Loaded>
  );
}

/** The prize draw of a wave: set before the launch, drawn when its own closing day is over, checked by anybody. */
export default function PrizeRoom() {
  const t = useT();
  const wave = useWave();
  if (wave.data?.status !== 'draft')
    return (
      <WavePage wave={wave} tab="prize">
        {(found) => <PrizeParts wave={found} />}
      </WavePage>
    );
  return (
    <Page title={t('wave.prize')} part={wave.data.name} state={wave.data.name}>
      <p>
        <Go to={`/waves/${wave.data.id}`}>{t('prize.back')}</Go>
      </p>
      <PrizeParts wave={wave.data} />
    </Page>
  );
}
