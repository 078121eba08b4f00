import { NativeSelect } from '@mantine/core';
import type { Answer } from '../../../shared/api.ts';
import { useQueryParam } from '../../go.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Said } from '../../parts/said.tsx';
import { useList } from '../../query.ts';
import { sayDay, sayTime } from '../../say.ts';
import { useT, type Word, wordOf } from '../../words.ts';
import { ResendOrLeave } from '../deliveries/resend-or-leave.tsx';
import type { Resident } from './resident-page.tsx';

type Entry = Answer<'GET /api/v1/residents/{id}/timeline'>['items'][number];

const kinds: readonly Entry['kind'][] = [
  'delivery',
  'receipt',
  'inbound',
  'answer',
  'frame',
  'call',
  'comment',
  'group',
  'change',
];

const wordsOf: Partial<Record<Entry['kind'], Word>> = {
  inbound: 'resident.words_in',
  comment: 'resident.words_in',
  call: 'resident.words_noted',
};

/** The words sent or received, opened in place. */
function Words({ entry }: { entry: Entry }) {
  const t = useT();
  const { words, subject, language, dir, kind } = entry;
  if (words === null) return null;
  return (
    <details>
      <summary>{t(wordsOf[kind] ?? 'resident.words_out')}</summary>
      <div className="sent" lang={language ?? undefined} dir={dir ?? 'auto'}>
        {subject === null ? null : <p className="subject">{subject}</p>}
        <p className="as-sent">{words}</p>
      </div>
    </details>
  );
}

function Item({ entry }: { entry: Entry }) {
  const { at, sentence, next, status, deliveryId } = entry;
  return (
    <li>
      <p>
        <time dateTime={at}>{sayTime(at)}</time> <Said>{sentence}</Said>
      </p>
      {next === null ? null : (
        <p className="soft">
          <Said>{next}</Said>
        </p>
      )}
      <Words entry={entry} />
      {status === 'unknown' && deliveryId !== null ? <ResendOrLeave id={deliveryId} name="" /> : null}
    </li>
  );
}

function Days({ entries }: { entries: readonly Entry[] }) {
  const days = Map.groupBy(entries, ({ at }) => sayDay(at));
  return [...days].map(([day, those]) => (
    <div key={day} className="day">
      <h3>{day}</h3>
      <ol>
        {those.map((entry) => (
          <Item key={entry.key} entry={entry} />
        ))}
      </ol>
    </div>
  ));
}

/** What of the timeline is shown: a kind and a wave, both in the address. */
function Filters({ resident }: { resident: Resident }) {
  const t = useT();
  const [kind, setKind] = useQueryParam('kind');
  const [about, setAbout] = useQueryParam('about');
  return (
    <div className="row">
      <NativeSelect
        className="filter"
        label={t('resident.show')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={[
          { value: '', label: t('resident.everything') },
          ...kinds.map((value) => ({ value, label: wordOf('kind', value) })),
        ]}
      />
      <NativeSelect
        className="filter"
        label={t('resident.about_wave')}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
        data={[
          { value: '', label: t('resident.every_wave') },
          ...resident.waves.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}

/** What happened between a resident and us, newest first, by day. */
export function Timeline({ resident }: { resident: Resident }) {
  const t = useT();
  const [kind] = useQueryParam('kind');
  const [about] = useQueryParam('about');
  const list = useList('GET /api/v1/residents/{id}/timeline', {
    params: { id: resident.id },
    query: { kind: kinds.find((one) => one === kind), wave: about || undefined },
  });
  const none = kind || about ? t('resident.none_such') : t('resident.no_timeline');
  return (
    <>
      <Filters resident={resident} />
      <Listed list={list} what={t('resident.timeline')} empty={<p>{none}</p>}>
        {(entries) => <Days entries={entries} />}
      </Listed>
    </>
  );
}
