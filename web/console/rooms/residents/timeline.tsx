import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Said } from '../../parts/said.tsx';
import { sayDay, sayTime } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';
import { ResendOrLeave } from '../deliveries/resend-or-leave.tsx';
import type { Resident } from './resident.tsx';

type Entry = Resident['timeline'][number];

/** The words sent or received, opened in place. */
function Words({ entry }: { entry: Entry }) {
  const t = useT();
  const { words, subject, language, dir, kind } = entry;
  if (words === null) return null;
  return (
    <details>
      <summary>{t(kind === 'inbound' ? 'resident.words_in' : 'resident.words_out')}</summary>
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
          <Item key={`${entry.at} ${entry.kind} ${entry.sentence}`} entry={entry} />
        ))}
      </ol>
    </div>
  ));
}

/** What happened between a resident and us, newest first, by day. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const t = useT();
  const [kind, setKind] = useState('');
  const kinds = [...new Set(entries.map((entry) => entry.kind))];
  if (entries.length === 0) return <p>{t('resident.no_timeline')}</p>;
  return (
    <>
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
      <Days entries={entries.filter((entry) => kind === '' || entry.kind === kind)} />
    </>
  );
}
