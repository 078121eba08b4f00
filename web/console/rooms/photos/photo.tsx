import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Answer, fileAddress } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { sayDate, saySize } from '../../say.ts';
import { useT } from '../../words.ts';

type Listed = Answer<'GET /api/v1/photos'>['items'][number];

/** The photo itself, fetched when somebody wants to see it: it can be large, and that it was seen is written down. */
function Picture({ src, alt }: { src: string; alt: string }) {
  const t = useT();
  const [broken, setBroken] = useState(false);
  if (broken) return <p role="alert">{t('photos.broken')}</p>;
  return <img src={src} alt={alt} onError={() => setBroken(true)} />;
}

/** One photo: the question it answers, how to speak of it and its week; never who sent it. */
export function Photo({ one: { id, reference, about, week, size } }: { one: Listed }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const src = fileAddress('GET /api/v1/photos/{id}/file', { params: { id } });
  const which = <span className="unseen">{t('photos.which', { reference })}</span>;
  return (
    <li>
      <p>
        <strong>
          <Said>{about}</Said>
        </strong>
      </p>
      <p className="soft">{t('photos.one', { reference, week: sayDate(week), size: saySize(size) })}</p>
      <div className="acts">
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'photos.hide' : 'photos.show')} {which}
        </Button>
        <a className="go-button" href={src} download>
          {t('photos.save')} {which}
        </a>
      </div>
      {shown ? <Picture src={src} alt={t('photos.alt', { reference, question: about })} /> : null}
    </li>
  );
}
