import { Tabs } from '../../parts/tabs.tsx';
import { useT } from '../../words.ts';

/** The parts of taking part: groups, who is interested, who is invited, who came by themselves or through a colleague. */
export function PartTabs() {
  const t = useT();
  return (
    <Tabs
      label={t('part.tabs')}
      tabs={[
        { to: '/groups', label: t('part.groups') },
        { to: '/interests', label: t('part.interests') },
        { to: '/events', label: t('part.events') },
        { to: '/join-requests', label: t('part.forward') },
        { to: '/referrals', label: t('part.referrals') },
      ]}
    />
  );
}
