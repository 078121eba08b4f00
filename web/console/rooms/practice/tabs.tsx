import { Tabs } from '../../parts/tabs.tsx';
import { useT } from '../../words.ts';

/** The two practice rooms: the inbox and the phone. */
export function PracticeTabs() {
  const t = useT();
  const tabs = [
    { to: '/practice', label: t('practice.inbox') },
    { to: '/practice/phone', label: t('practice.phone') },
  ];
  return <Tabs label={t('practice.tabs')} tabs={tabs} />;
}
