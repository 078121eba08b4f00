import type { ReactNode } from 'react';
import { Go } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { sayDay, sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

function Facts({ wave }: { wave: Wave }) {
  const t = useT();
  const { launchedAt, launchedBy, closedAt } = wave;
  const facts: [string, ReactNode][] = [
    [
      t('setup.campaign'),
      <Go key="campaign" to={`/campaigns/${wave.campaignId}`}>
        {wave.campaign}
      </Go>,
    ],
    [t('waves.purpose'), t(`waves.purpose.${wave.purpose}`)],
    [
      t('setup.questionnaire'),
      wave.version === null
        ? wave.questionnaireName
        : t('setup.version', { name: wave.questionnaireName, number: wave.version }),
    ],
    [t('setup.who'), wave.audienceSentence],
    [t('setup.sample'), <Said key="sample">{wave.samplingSentence}</Said>],
    [t('waves.dates'), t('waves.from_to', { from: sayDay(wave.opensOn), to: sayDay(wave.closesOn) })],
    [t('setup.results_on'), wave.resultsOn && sayDay(wave.resultsOn)],
    [t('setup.action_on'), wave.actionOn && sayDay(wave.actionOn)],
    [t('setup.planned_by'), wave.plannedBy],
    [t('setup.approved_by'), wave.approvals.join(', ') || null],
    [t('setup.launched'), launchedAt && t('setup.at_by', { at: sayMoment(launchedAt), by: launchedBy ?? '' })],
    [t('setup.closed'), closedAt && sayMoment(closedAt)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** How the wave was set up, as it was launched. */
export default function SetupRoom() {
  const t = useT();
  return (
    <WavePage wave={useWave()} tab="setup">
      {(wave) => (
        <>
          <Facts wave={wave} />
          <section>
            <h2>{t('setup.steps')}</h2>
            <ol>
              {wave.planSentences.map((sentence) => (
                <li key={sentence}>
                  <Said>{sentence}</Said>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </WavePage>
  );
}
