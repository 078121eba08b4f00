import type { ReactNode } from 'react';
import { Go } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { type Translate, useT, wordOf } from '../../words.ts';
import type { Resident } from './resident-page.tsx';

const list = (items: readonly { key: string; shown: ReactNode }[]) =>
  items.length === 0 ? null : (
    <ul className="plain">
      {items.map(({ key, shown }) => (
        <li key={key}>{shown}</li>
      ))}
    </ul>
  );

const rowsOf = (resident: Resident, t: Translate): [string, ReactNode][] => [
  [t('residents.status'), t(`residents.status.${resident.status}`)],
  [t('resident.age'), resident.age],
  [t('residents.area'), resident.area],
  [t('residents.tenure'), resident.tenure && wordOf('tenure', resident.tenure)],
  [t('resident.phone'), resident.phone],
  [t('resident.email'), resident.email],
  [
    t('resident.shares'),
    list(resident.sharesPhoneWith.map(({ id, name }) => ({ key: id, shown: <Go to={`/residents/${id}`}>{name}</Go> }))),
  ],
  [
    t('resident.comfort'),
    resident.comfortLevel && t(`comfort.${resident.comfortLevel === 1 ? 1 : resident.comfortLevel === 2 ? 2 : 3}`),
  ],
  [t('resident.topics'), list(resident.topics.map((topic) => ({ key: topic, shown: topic.replaceAll('_', ' ') })))],
  [
    t('resident.stops'),
    list(resident.stops.map(({ sentence, at }) => ({ key: sentence + at, shown: <Said>{sentence}</Said> }))),
  ],
];

/** Who a resident is, as we hold it; what is not held is left out. */
export function Facts({ resident }: { resident: Resident }) {
  const t = useT();
  return (
    <>
      <dl className="facts">
        {rowsOf(resident, t).map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {resident.demo ? <p className="soft">{t('resident.demo')}</p> : null}
    </>
  );
}
