import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { knowOf, ToKnow } from './checks.tsx';
import type { Check, Wave } from './plan.ts';

/** "Launch to 1,200 people". What is to be known is ticked once first; the button says so rather than going grey. */
export function LaunchButton({ wave, check }: { wave: Wave; check: Check }) {
  const t = useT();
  const go = useGo();
  const [read, setRead] = useState(false);
  const [missing, setMissing] = useState(false);
  const launch = useChange('POST /api/v1/waves/{id}/launch');
  const asked = sayNumber(check.asked);
  const mustRead = knowOf(check).length > 0;
  const press = () => {
    setMissing(mustRead && !read);
    if ((mustRead && !read) || launch.isPending) return;
    announce(t('launch.freezing', { asked }));
    launch.mutate(
      { params: { id: wave.id } },
      {
        onSuccess: (answer) => {
          announce(t('launch.done', { asked: sayNumber(answer.asked) }));
          go(`/waves/${wave.id}`);
        },
      },
    );
  };
  return (
    <>
      <ToKnow check={check} />
      {mustRead ? (
        <Checkbox
          label={t('launch.read')}
          checked={read}
          onChange={(event) => setRead(event.currentTarget.checked)}
          error={missing && !read ? t('launch.read_first') : null}
        />
      ) : null}
      <p>
        <Button variant="filled" size="md" onClick={press} aria-disabled={launch.isPending}>
          {t('launch.act', { asked })}
        </Button>
      </p>
      {launch.isPending ? <p>{t('launch.freezing', { asked })}</p> : null}
      <ErrorNote error={launch.error} />
    </>
  );
}
