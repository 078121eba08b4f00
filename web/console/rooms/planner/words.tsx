import { Button } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';
import { SampleMessage } from './sample-message.tsx';

function Words({ wave }: { wave: Wave }) {
  const t = useT();
  const [person, setPerson] = useState(0);
  const sample = useApi('GET /api/v1/waves/{id}/samples', { params: { id: wave.id }, query: { person } });
  return (
    <Loaded query={sample} what={t('words.loading')}>
      {({ people, name, sentence, messages }) =>
        people === 0 ? (
          <p>{t('words.nobody')}</p>
        ) : (
          <>
            <h2>{t('words.person', { name, number: sayNumber(person + 1), of: sayNumber(people) })}</h2>
            <p className="headline">
              <Said>{sentence}</Said>
            </p>
            <div className="acts">
              {person > 0 ? <Button onClick={() => setPerson(person - 1)}>{t('words.previous')}</Button> : null}
              {person < people - 1 ? <Button onClick={() => setPerson(person + 1)}>{t('words.next')}</Button> : null}
            </div>
            <div className="stack gap">
              {messages.map((message) => (
                <SampleMessage key={`${message.step} ${message.channel}`} message={message} />
              ))}
            </div>
          </>
        )
      }
    </Loaded>
  );
}

/** The very messages one person after another would be sent, filled as they would be. */
export default function WordsRoom() {
  return <PlanPage title={useT()('plan.task.words')}>{(wave) => <Words wave={wave} />}</PlanPage>;
}
