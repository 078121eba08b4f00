import { useState } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useList } from '../../query.ts';
import { useT } from '../../words.ts';
import { PracticeEmail } from './email.tsx';
import { FindBox } from './find-box.tsx';
import { PracticeTabs } from './tabs.tsx';

/** What residents were sent by email where email is practised: read it and answer it as them. */
export default function PracticeInbox() {
  const t = useT();
  const [q, setQ] = useState('');
  const list = useList('GET /api/v1/practice/messages', { query: { channel: 'email', q: q || undefined } });
  return (
    <Page title={t('practice.inbox')}>
      <PracticeTabs />
      <p>{t('practice.about')}</p>
      <FindBox label={t('practice.find_email')} onFind={setQ} />
      <Listed list={list} what={t('practice.what_emails')} empty={<Empty>{t('practice.no_emails')}</Empty>}>
        {(items) => (
          <ol className="plain">
            {items.map((message) => (
              <li key={message.id}>
                <PracticeEmail message={message} />
              </li>
            ))}
          </ol>
        )}
      </Listed>
    </Page>
  );
}
