import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useList } from '../../query.ts';
import { useT } from '../../words.ts';

type Found = Answer<'GET /api/v1/responses/search'>['items'][number];

function Words({ one: { kind, from, about, words, language, dir } }: { one: Found }) {
  const t = useT();
  return (
    <li>
      <p lang={language ?? undefined} dir={dir} className="as-sent">
        {words}
      </p>
      <p className="soft">
        {t(`words.${kind}`)}: <Said>{`${from}, ${about}`}</Said>
      </p>
    </li>
  );
}

function FoundWords({ q }: { q: string }) {
  const t = useT();
  const list = useList('GET /api/v1/responses/search', { query: { q } });
  return (
    <Listed list={list} what={t('words.what')} empty={<Empty>{t('words.none')}</Empty>}>
      {(items) => (
        <ul className="plain stack">
          {items.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is found has no id, so that it leads nowhere
            <Words key={place} one={one} />
          ))}
        </ul>
      )}
    </Listed>
  );
}

/** Looks for words in what residents wrote. What is looked for is not kept in the address: it can be a name. */
export default function WordsRoom() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <Page title={t('words.title')}>
      <p>{t('words.about')}</p>
      <form onSubmit={submit} className="stack narrow gap">
        <TextInput
          type="search"
          label={t('words.q')}
          description={t('words.hint')}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className="acts">
          <Button type="submit" variant="filled">
            {t('words.find')}
          </Button>
        </div>
      </form>
      {asked.length >= 3 ? <FoundWords key={asked} q={asked} /> : null}
    </Page>
  );
}
