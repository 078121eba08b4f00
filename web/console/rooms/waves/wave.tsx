import { Planner } from '../planner/planner.tsx';
import { PrizeOfPlan } from '../prizes/prize-of-plan.tsx';
import { Fieldwork } from './fieldwork.tsx';
import { useWave, WavePage } from './wave-page.tsx';

/** A wave: its plan while it is one, and its fieldwork from the launch on. */
export default function WaveRoom() {
  const wave = useWave();
  if (wave.data?.status === 'draft')
    return (
      <>
        <Planner wave={wave.data} />
        <PrizeOfPlan id={wave.data.id} />
      </>
    );
  return (
    <WavePage wave={wave} tab="fieldwork">
      {(found) => <Fieldwork wave={found} />}
    </WavePage>
  );
}
