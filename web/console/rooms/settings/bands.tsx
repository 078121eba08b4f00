import { Button } from '@mantine/core';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import { ChangeAges } from './change-ages.tsx';
import { ChangeGroups } from './change-groups.tsx';
import { Equality } from './equality.tsx';
import { SettingsPage } from './settings-page.tsx';

export type AllBands = Answer<'GET /api/v1/bands'>;
export type FieldBands = AllBands['fields'][number];

/** Which set is in force, and the way back to the usual one. */
function Whose({ field, name, own }: { field: string; name: string; own: FieldBands['own'] }) {
  const t = useT();
  const administrator = useMay('administrator');
  const change = useChange('PUT /api/v1/bands/{field}');
  if (own === null) return <span className="soft">{t('bands.usual')}</span>;
  const back = () =>
    change.mutate(
      { params: { field }, body: { content: [] } },
      { onSuccess: () => announce(t('bands.saved', { what: name })) },
    );
  return (
    <span className="soft">
      {t('bands.own', { day: sayDay(own.fromDate), name: own.by })}{' '}
      {administrator ? (
        <Button onClick={back}>
          {t('bands.back')} <span className="unseen">{name}</span>
        </Button>
      ) : null}
    </span>
  );
}

function Ages({ all }: { all: AllBands }) {
  const t = useT();
  const administrator = useMay('administrator');
  return (
    <div className="setting">
      <dt>{t('who.age')}</dt>
      <dd>
        {all.age.bands.map(({ label }) => label).join(' · ')}
        <br />
        <Whose field="age" name={t('who.age')} own={all.age.own} />
      </dd>
      <dd>{administrator ? <ChangeAges all={all} /> : null}</dd>
    </div>
  );
}

function Field({ shown }: { shown: FieldBands }) {
  const t = useT();
  const administrator = useMay('administrator');
  return (
    <div className="setting">
      <dt>{shown.name}</dt>
      <dd>
        {shown.groups.map(({ label }) => label).join(' · ')}
        <br />
        <span className="soft">
          {t('bands.list', { count: shown.codes.length })} {shown.list.source}
        </span>
        {shown.list.unverified === null ? null : (
          <>
            <br />
            <b>{t('bands.unverified')}</b> {shown.list.unverified}
          </>
        )}
        <br />
        <Whose field={shown.field} name={shown.name} own={shown.own} />
      </dd>
      <dd>{administrator ? <ChangeGroups shown={shown} /> : null}</dd>
    </div>
  );
}

/** Bands of age, groups of what residents say of themselves, the lawful basis for it, and who may see it. */
export default function BandsRoom() {
  const t = useT();
  const administrator = useMay('administrator');
  const query = useApi('GET /api/v1/bands');
  return (
    <SettingsPage title={t('bands.title')}>
      <Equality />
      {administrator ? (
        <p>
          <Go to="/settings/people">{t('grants.where')}</Go>
        </p>
      ) : null}
      <section aria-labelledby="bands">
        <h2 id="bands">{t('bands.heading')}</h2>
        <p>{t('bands.about')}</p>
        <Loaded query={query} what={t('bands.what')}>
          {(all) => (
            <dl className="settings">
              <Ages all={all} />
              {all.fields.map((field) => (
                <Field key={field.field} shown={field} />
              ))}
            </dl>
          )}
        </Loaded>
      </section>
    </SettingsPage>
  );
}
