import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { SettingsPage } from './settings-page.tsx';

type Made = Answer<'GET /api/v1/backups'>['items'][number];

const weekMs = 7 * 86_400_000;

const columns = (t: Translate): Column<Made>[] => [
  { key: 'at', head: t('backup.at'), cell: ({ at }) => sayMoment(at) },
  { key: 'did', head: t('backup.did'), cell: ({ what }) => t(`backup.did_${what}`) },
  { key: 'rows', head: t('backup.rows'), figures: true, cell: ({ rows }) => sayNumber(rows) },
  {
    key: 'size',
    head: t('backup.size'),
    figures: true,
    cell: ({ bytes }) => (bytes === 0 ? '' : `${(bytes / 1e6).toFixed(1)} MB`),
  },
  { key: 'seconds', head: t('backup.seconds'), figures: true, cell: ({ seconds }) => seconds },
];

function Last({ items }: { items: readonly Made[] }) {
  const t = useT();
  const last = items.find(({ what }) => what === 'backup');
  if (last === undefined) return <p className="note note-warn">{t('backup.none')}</p>;
  const old = Date.now() - new Date(last.at).getTime() > weekMs;
  const when = sayMoment(last.at);
  return <p className={old ? 'note note-warn' : 'note note-good'}>{t(old ? 'backup.old' : 'backup.last', { when })}</p>;
}

function HowTo({ part, verb, after }: { part: 'how' | 'back'; verb: string; after: string }) {
  const t = useT();
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{t(`backup.${part}_title`)}</h2>
      <div className="stack">
        <p>{t(`backup.${part}`)}</p>
        <p>
          <code>npm run earshot -- {verb} FILE</code>
        </p>
        <p>{after}</p>
      </div>
    </section>
  );
}

/** When everything was last written into a file, and how that is done: on the server, never from a browser. */
export default function BackupRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/backups');
  return (
    <SettingsPage title={t('backup.title')}>
      <Loaded query={query} what={t('backup.what')}>
        {({ items }) => (
          <>
            <Last items={items} />
            <HowTo part="how" verb="backup" after={t('backup.where')} />
            <HowTo part="back" verb="restore" after={t('backup.try')} />
            {items.length > 0 ? (
              <DataTable
                caption={t('backup.list')}
                columns={columns(t)}
                rows={items}
                rowKey={({ at, what }) => at + what}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
