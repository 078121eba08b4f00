import { Button } from '@mantine/core';
import { useState } from 'react';
import { endAllSessions, endSession, mySessions, type Session } from '../../../shared/access.ts';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { client, useOwn, useOwnChange } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { SettingsPage } from '../settings/settings-page.tsx';

/** "Chrome on Windows", as far as the browser said. */
function sayDevice({ browser, system }: Session['device'], t: Translate): string {
  if (browser && system) return t('sessions.device', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
}

function End({ session, device }: { session: Session; device: string }) {
  const t = useT();
  const end = useOwnChange(endSession);
  if (session.here) return <span className="soft">{t('sessions.here')}</span>;
  return (
    <>
      <Button onClick={() => end.mutate(session.id, { onSuccess: () => announce(t('sessions.ended', { device })) })}>
        {t('who.sign_out')} <span className="unseen">{device}</span>
      </Button>
      <ErrorNote error={end.error} />
    </>
  );
}

const columns = (t: Translate): Column<Session>[] => [
  { key: 'device', head: t('sessions.head'), cell: ({ device }) => sayDevice(device, t) },
  { key: 'since', head: t('sessions.since'), cell: ({ createdAt }) => sayMoment(createdAt) },
  { key: 'seen', head: t('sessions.seen'), cell: ({ lastSeenAt }) => sayMoment(lastSeenAt) },
  {
    key: 'act',
    head: t('members.act'),
    cell: (session) => <End session={session} device={sayDevice(session.device, t)} />,
  },
];

/** Signs one out of every device, this one with them. */
function EndAll({ count }: { count: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const end = useOwnChange(async () => {
    await endAllSessions();
    await client.resetQueries();
  });
  return (
    <p className="gap">
      <Button onClick={() => setOpen(true)}>{t('sessions.end_all')}</Button>
      <ConfirmDialog
        open={open}
        title={t('sessions.end_all_title')}
        act={t('sessions.end_all')}
        danger
        busy={end.isPending}
        onDo={() => end.mutate(undefined)}
        onLeave={() => setOpen(false)}
      >
        <p>{t('sessions.end_all_what', { count })}</p>
        <ErrorNote error={end.error} />
      </ConfirmDialog>
    </p>
  );
}

/** Where one is signed in. */
export default function SessionsRoom() {
  const t = useT();
  const query = useOwn('sessions', mySessions);
  return (
    <SettingsPage title={t('sessions.title')}>
      <p>{t('sessions.about')}</p>
      <Loaded query={query} what={t('sessions.what')}>
        {({ items }) => (
          <>
            <DataTable
              caption={t('sessions.title')}
              captionUnseen
              columns={columns(t)}
              rows={items}
              rowKey={({ id }) => id}
            />
            <EndAll count={items.length} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
