import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { useT } from '../../words.ts';

/** Leads an administrator to what a person may ask of us: everything we hold, or to be erased. */
export function DataLink({ id }: { id: string }) {
  const t = useT();
  if (!useMay('administrator')) return null;
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      <p>
        <Go to={`/residents/${id}/data`}>{t('data.link')}</Go>
      </p>
    </section>
  );
}
