import '../languages/languages.css';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Listed } from '../../parts/listed.tsx';
import { useApi, useList } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { ApprovePhrases } from './approve.tsx';
import { saidStanding } from './languages.tsx';

type Page = Answer<'GET /api/v1/phrases/{code}'>;
type Phrase = Page['items'][number];

function Forms({ forms, lang, dir }: { forms: Phrase['words']; lang: string; dir: 'ltr' | 'rtl' }) {
  const t = useT();
  return forms.map(({ category, words }) => (
    <p key={category}>
      {forms.length > 1 ? <span className="soft">{t('phrases.plural', { category })} </span> : null}
      <span lang={lang} dir={dir} className="plan-words">
        {words}
      </span>
    </p>
  ));
}

const columns = ({ code, dir, english }: Page['language'], t: Translate): Column<Phrase>[] => [
  { key: 'key', head: t('phrases.key'), cell: ({ key }) => key.replaceAll(/[._]/g, ' ') },
  { key: 'source', head: t('phrases.english'), cell: ({ source }) => <Forms forms={source} lang="en" dir="ltr" /> },
  { key: 'words', head: english, cell: ({ words }) => <Forms forms={words} lang={code} dir={dir} /> },
];

function Reading({ page, code, unread }: { page: Page; code: string; unread: boolean }) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const list = useList('GET /api/v1/phrases/{code}', {
    params: { code },
    query: { limit: 100, unread: String(unread) as 'true' },
  });
  return (
    <Listed list={list} what={t('phrases.what')} empty={null}>
      {(items) => (
        <div className="stack">
          <DataTable
            caption={t('phrases.of', { name: page.language.english })}
            captionUnseen
            columns={columns(page.language, t)}
            rows={items}
            rowKey={({ key }) => key}
          />
          <p className="soft">{t('phrases.shown', { shown: items.length, total: page.total })}</p>
          {may && page.how === 'nobody' ? <ApprovePhrases page={page} whole={list.more === null} /> : null}
        </div>
      )}
    </Listed>
  );
}

/** The phrases of one language beside the English, and the way for a person who has read them to say that they are right. */
export default function ReadPhrasesRoom() {
  const t = useT();
  const code = useParam('code');
  const [changed, setChanged] = useState(true);
  const first = useApi('GET /api/v1/phrases/{code}', { params: { code }, query: { limit: 1 } });
  const readBefore = first.data?.readBefore ?? false;
  const unread = readBefore && changed && first.data?.how === 'nobody';
  const name = first.data?.language.english ?? code;
  return (
    <SettingsPage title={t('phrases.of', { name })}>
      <p>
        <Go to="/settings/phrases">{t('phrases.all_link')}</Go>
      </p>
      {first.data ? <p>{saidStanding(first.data, t)}</p> : null}
      {readBefore && first.data?.how === 'nobody' ? (
        <Checkbox
          label={t('phrases.changed_only')}
          checked={changed}
          onChange={(event) => setChanged(event.currentTarget.checked)}
        />
      ) : null}
      {first.data ? <Reading key={String(unread)} page={first.data} code={code} unread={unread} /> : null}
    </SettingsPage>
  );
}
