import './languages.css';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../frame/me.ts';
import { Go, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { Bring } from './bring.tsx';
import { CountsLine } from './counts.tsx';
import { Rows } from './rows.tsx';
import type { Translation } from './translation.ts';
import { useTranslation } from './use-translation.ts';

function Editing({ translation, may }: { translation: Translation; may: boolean }) {
  const t = useT();
  const typing = useTranslation(translation);
  const [sorted, setSorted] = useState(0);
  const [order, setOrder] = useState<'missing' | 'asked'>('missing');
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      typing.dirty && current.pathname !== next.pathname && !window.confirm(t('translate.leave')),
    enableBeforeUnload: typing.dirty,
  });
  const { id, counts, rows } = translation;
  return (
    <>
      <p>
        <Go to={`/questionnaires/${id}/languages`}>{t('translate.all')}</Go>
      </p>
      <CountsLine counts={counts} total={rows.length} />
      {rows.length === 0 ? (
        <p>{t('translate.nothing_to_do')}</p>
      ) : (
        <Rows
          key={`${order} ${sorted}`}
          translation={translation}
          typing={typing}
          may={may}
          order={order}
          onOrder={setOrder}
          onSort={() => setSorted(sorted + 1)}
        />
      )}
      <Bring translation={translation} may={may} />
    </>
  );
}

/** The words of one language beside those they were translated from: what is left to do, and is it right? */
export default function LanguageRoom() {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const params = { id: useParam('id'), code: useParam('code') };
  const query = useApi('GET /api/v1/questionnaires/{id}/languages/{code}', { params });
  const title = query.data
    ? t('translate.of', { name: query.data.name, language: query.data.language.english })
    : t('tongues.title');
  return (
    <Page title={title}>
      <Loaded query={query} what={t('translate.what')}>
        {(translation) => <Editing key={params.code} translation={translation} may={may} />}
      </Loaded>
    </Page>
  );
}
