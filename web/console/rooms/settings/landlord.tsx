import { useMay } from '../../frame/me.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { ChangeField } from './change-field.tsx';
import { type Field, fields, type Landlord, labelOf, shownOf } from './landlord-fields.ts';
import { SettingsPage } from './settings-page.tsx';

function Row({ row, landlord }: { row: Field; landlord: Landlord }) {
  const t = useT();
  const administrator = useMay('administrator');
  const missing = landlord.missing.find(({ field }) => field === row.field);
  return (
    <div className="setting">
      <dt>{labelOf(row.field, t)}</dt>
      <dd>
        {missing ? (
          <b className="danger">
            <Said>{missing.sentence}</Said>
          </b>
        ) : (
          shownOf(landlord, row.field, t) || <span className="soft">{t('landlord.empty')}</span>
        )}
      </dd>
      {administrator ? (
        <dd>
          <ChangeField row={row} landlord={landlord} />
        </dd>
      ) : null}
    </div>
  );
}

/** Who we are to residents: what is missing and what it holds up, each row with its own Change. */
export default function LandlordRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/landlord');
  return (
    <SettingsPage title={t('landlord.title')}>
      <Loaded query={query} what={t('landlord.what')}>
        {(landlord) => (
          <>
            <p className={landlord.missing.length > 0 ? 'note note-warn' : undefined}>
              {landlord.missing.length > 0
                ? t('landlord.to_do', { count: landlord.missing.length })
                : t('landlord.complete')}
            </p>
            <dl className="settings">
              {fields.map((row) => (
                <Row key={row.field} row={row} landlord={landlord} />
              ))}
            </dl>
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
