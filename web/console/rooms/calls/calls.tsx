import { groupCode } from '../../../../surveys/fieldwork/code.ts';
import type { Answer } from '../../../shared/api.ts';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useList } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import { Try } from './try.tsx';

type ToRing = Answer<'GET /api/v1/calls'>['items'][number];

/** A number as it is dialled here. */
const dialled = (phone: string) => phone.replace(/^\+44/, '0');

function Person({ line }: { line: ToRing }) {
  const t = useT();
  const { name, phone, waveName, language, tries, lastOutcome, code } = line;
  const facts = [
    [
      t('calls.phone'),
      <a key="phone" href={`tel:${phone}`}>
        {dialled(phone)}
      </a>,
    ],
    [t('calls.wave'), waveName],
    [t('calls.code'), code === null ? '' : groupCode(code)],
    [t('calls.language'), wordOf('tongue', language)],
    [t('calls.tries'), lastOutcome === null ? tries : `${tries}, ${t(`calls.${lastOutcome}`)}`],
  ] as const;
  return (
    <li className="message stack">
      <h2>{name}</h2>
      <dl className="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <Try id={line.id} name={name} />
    </li>
  );
}

/** Who is to be rung now, each with what an interviewer needs, and where they write down what came of it. */
export default function Calls() {
  const t = useT();
  const list = useList('GET /api/v1/calls', { query: { limit: 20 } });
  return (
    <Page title={t('calls.title')}>
      <Listed list={list} what={t('calls.what')} empty={<p>{t('calls.none')}</p>}>
        {(items) => (
          <ul className="plain stack gap">
            {items.map((line) => (
              <Person key={line.id} line={line} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
