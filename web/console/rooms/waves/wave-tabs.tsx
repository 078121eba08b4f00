import { Tabs } from '../../parts/tabs.tsx';
import { useT } from '../../words.ts';

/** Waves as a list, by month, and the campaigns they belong to. */
export function WaveTabs() {
  const t = useT();
  const tabs = [
    { to: '/waves', label: t('waves.list') },
    { to: '/waves/calendar', label: t('waves.calendar') },
    { to: '/campaigns', label: t('waves.campaigns') },
  ];
  return <Tabs label={t('waves.tabs')} tabs={tabs} />;
}
