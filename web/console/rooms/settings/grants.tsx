import { Checkbox } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Who may see what residents say of themselves: each person by a tick of their own, whatever their role. */
export function Grants() {
  const t = useT();
  const query = useApi('GET /api/v1/profiles/grants');
  const change = useChange('PUT /api/v1/accounts/{id}/profiles');
  return (
    <section aria-labelledby="grants">
      <h2 id="grants">{t('grants.title')}</h2>
      <p>{t('grants.about')}</p>
      <Loaded query={query} what={t('staff.what')}>
        {({ items }) => (
          <div className="ticks">
            {items.map(({ id, name, allowed }) => (
              <Checkbox
                key={id}
                label={name}
                checked={allowed}
                onChange={(event) =>
                  change.mutate(
                    { params: { id }, body: { allowed: event.currentTarget.checked } },
                    { onSuccess: () => announce(t('grants.saved', { name })) },
                  )
                }
              />
            ))}
          </div>
        )}
      </Loaded>
      <ErrorNote error={change.error} />
    </section>
  );
}
