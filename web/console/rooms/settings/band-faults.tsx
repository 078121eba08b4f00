import type { ApiProblem } from '../../../shared/api.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Said } from '../../parts/said.tsx';

/** What is wrong with bands, one sentence a line; any other trouble as everywhere. */
export function BandFaults({ error }: { error: ApiProblem | null }) {
  if (!error || error.faults.length === 0) return <ErrorNote error={error} />;
  return (
    <div role="alert" className="note note-error">
      {error.faults.map(({ message }) => (
        <p key={message}>
          <Said>{message}</Said>
        </p>
      ))}
    </div>
  );
}
