import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { useLive } from '../query.ts';
import { useT } from '../words.ts';
import { HeldBack } from './held.tsx';
import { MeContext } from './me.ts';
import { SignIn } from './sign-in.tsx';

/** Lets in whoever is signed in; asks others to sign in at the same address. */
export function Door({ children }: { children: ReactNode }) {
  const t = useT();
  const me = useLive('GET /api/v1/me');
  const nobody = me.error instanceof ApiProblem && me.error.status === 401;
  const [outside, setOutside] = useState(false);
  // While it is asked again the fault is forgotten: the form stays until there is an answer, with what is typed in it.
  if (!me.isPending && outside !== nobody) setOutside(nobody);
  if (outside) return <SignIn />;
  if (me.data?.held) return <HeldBack held={me.data.held} />;
  if (me.data) return <MeContext value={me.data}>{children}</MeContext>;
  return (
    <main className="alone">
      {me.error ? (
        <>
          <h1>{t('door.fault')}</h1>
          <ErrorNote error={me.error} again={() => void me.refetch()} />
        </>
      ) : (
        <Loading what={t('door.what')} />
      )}
    </main>
  );
}
