import type { Answer } from '../../../shared/api.ts';
import { Go, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useLive } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import { Linked } from './linked.tsx';
import { TextForm } from './text-form.tsx';

type Text = Answer<'GET /api/v1/practice/phones/{number}'>['items'][number];

function Conversation({ texts }: { texts: readonly Text[] }) {
  const t = useT();
  return (
    <ol className="texts" aria-label={t('practice.conversation')}>
      {texts.map(({ id, mine, body, at }) => (
        <li key={id} data-mine={mine}>
          <p className="soft">{t(mine ? 'practice.by_landlord' : 'practice.by_resident', { at: sayMoment(at) })}</p>
          <p className="as-sent" dir="auto">
            <Linked words={body} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One number's conversation, both ways, and a box to text as whoever uses it. */
export default function PracticePhone() {
  const t = useT();
  const number = decodeURIComponent(useParam('number'));
  const texts = useLive('GET /api/v1/practice/phones/{number}', { params: { number } });
  return (
    <Page title={t('practice.phone_of', { number })}>
      <p className="back">
        <Go to="/practice/phone">{t('practice.back')}</Go>
      </p>
      <div className="stack narrow">
        <Loaded query={texts} what={t('practice.conversation')}>
          {({ items }) => (items.length === 0 ? <p>{t('practice.no_texts')}</p> : <Conversation texts={items} />)}
        </Loaded>
        <TextForm from={number} />
      </div>
    </Page>
  );
}
