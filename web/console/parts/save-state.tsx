import { sayTime } from '../say.ts';
import { useT } from '../words.ts';

interface SaveStateProps {
  saving: boolean;
  savedAt: string | Date | null;
  /** Words were typed since. */
  changed?: boolean;
}

/** "Saved 10:14", "Saving", "Not saved since 10:14": in text, beside what is being written. */
export function SaveState({ saving, savedAt, changed = false }: SaveStateProps) {
  const t = useT();
  if (saving) return <span className="soft">{t('save.saving')}</span>;
  if (savedAt === null) return changed ? <span className="soft">{t('save.not_yet')}</span> : null;
  const time = sayTime(savedAt);
  return <span className="soft">{t(changed ? 'save.not_since' : 'save.saved', { time })}</span>;
}
