import type { ReactNode } from 'react';
import './settings.css';
import { useMay } from '../../frame/me.ts';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useT } from '../../words.ts';

/** One tab of the settings; those that only an administrator may use are absent for others. */
export function SettingsPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const administrator = useMay('administrator');
  const reader = useMay('officer', 'analyst', 'administrator');
  const tabs = [
    ...(reader
      ? [
          { to: '/settings', label: t('landlord.title') },
          { to: '/settings/providers', label: t('providers.title') },
          { to: '/settings/phrases', label: t('phrases.title') },
          { to: '/settings/bands', label: t('bands.title') },
        ]
      : []),
    ...(administrator
      ? [
          { to: '/settings/people', label: t('staff.title') },
          { to: '/settings/keys', label: t('keys.title') },
          { to: '/settings/keeping', label: t('keeping.title') },
          { to: '/settings/audit', label: t('audit.title') },
          { to: '/settings/backup', label: t('backup.title') },
        ]
      : []),
    { to: '/settings/password', label: t('password.title') },
    { to: '/settings/two-step', label: t('twostep.title') },
    { to: '/settings/sessions', label: t('sessions.title') },
  ];
  return (
    <Page title={`${t('nav.settings')}: ${title}`}>
      <Tabs label={t('settings.tabs')} tabs={tabs} />
      {children}
    </Page>
  );
}
