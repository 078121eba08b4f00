import { useT } from '../../words.ts';
import { ChangePassword } from '../access/change-password.tsx';
import { SettingsPage } from './settings-page.tsx';

/** One's own password. Changing it ends one's other sessions. */
export default function PasswordRoom() {
  const t = useT();
  return (
    <SettingsPage title={t('password.title')}>
      <ChangePassword />
    </SettingsPage>
  );
}
