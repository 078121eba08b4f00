import { useEffect, useState } from 'react';
import { forgetPlace } from '../parts/page.tsx';
import { useT } from '../words.ts';
import { Choices } from './choices.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProviderButton } from './provider-button.tsx';

/** The door from outside: a password or the organisation's own accounts, then the second step of those who have one. */
export function SignIn() {
  const t = useT();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const title = t(step === 'password' ? 'signin.title' : 'code.title');
  useEffect(() => {
    document.title = `${title} - Earshot`;
    forgetPlace();
  }, [title]);
  return (
    <main className="alone">
      <p>Earshot</p>
      <h1>{title}</h1>
      {step === 'code' ? (
        <CodeForm onLeave={() => setStep('password')} />
      ) : (
        <>
          <ProviderButton />
          <PasswordForm onCode={() => setStep('code')} />
        </>
      )}
      <Choices />
    </main>
  );
}
