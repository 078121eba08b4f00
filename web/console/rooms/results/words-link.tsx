import { useMe } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { useT } from '../../words.ts';

/** Leads those who were given it to what residents wrote. */
export function WordsLink() {
  const t = useT();
  if (!useMe().readsFreeText) return null;
  return (
    <p>
      <Go to="/words">{t('words.link')}</Go>
    </p>
  );
}
