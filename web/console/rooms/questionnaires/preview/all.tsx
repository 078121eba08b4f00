import '../questionnaires.css';
import './preview.css';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Go, GoButton, useParam, useQueryParam } from '../../../go.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Page } from '../../../parts/page.tsx';
import { useLive } from '../../../query.ts';
import { sayTime } from '../../../say.ts';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { Choices, useChosen, Ways } from './choices.tsx';
import { Panel } from './panel.tsx';
import type { Way } from './shown.ts';

/** Side by side, where there is room: the form of a large screen is as wide as two, and has its own tab. */
const sideBySide: readonly Way[] = ['text', 'web', 'letter', 'telephone', 'email'];

function All({ questionnaire }: { questionnaire: Questionnaire }) {
  const t = useT();
  const [language] = useQueryParam('language');
  const [way, setWay] = useState<Way | null>(null);
  const roomy = useMediaQuery('(min-width: 1200px)', window.innerWidth >= 1200);
  const choosing = useChosen(questionnaire, language || questionnaire.sourceLanguage);
  const { chosen } = choosing;
  const shown = roomy && way === null ? sideBySide : [way ?? 'web'];
  return (
    <>
      <p className="soft">{t('preview.as_saved', { time: sayTime(questionnaire.draftAt) })}</p>
      <Ways way={way ?? (roomy ? null : 'web')} onWay={(one) => setWay(one === way ? null : one)} />
      <Choices choosing={choosing} page={shown.includes('web') || shown.includes('wide')} />
      <div className="preview-all" data-count={shown.length}>
        {shown.map((one) => (
          <section key={one} aria-labelledby={`way-${one}`} tabIndex={shown.length > 1 ? 0 : undefined}>
            <h2 id={`way-${one}`}>{t(`preview.way_${one}`)}</h2>
            <Panel way={one} chosen={chosen} />
          </section>
        ))}
      </div>
    </>
  );
}

/** Everything residents get of one draft, side by side. It follows the draft while somebody edits it elsewhere. */
export default function AllWays() {
  const t = useT();
  const id = useParam('id');
  const query = useLive('GET /api/v1/questionnaires/{id}', { params: { id } });
  return (
    <Page
      title={t('preview.all_of', { name: query.data?.name ?? '' })}
      acts={<GoButton to={`/questionnaires/${id}/practise`}>{t('practise.link')}</GoButton>}
    >
      <p className="back">
        <Go to={`/questionnaires/${id}`}>{t('preview.back')}</Go>
      </p>
      <Loaded query={query} what={t('preview.what')}>
        {(questionnaire) => <All questionnaire={questionnaire} />}
      </Loaded>
    </Page>
  );
}
