import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** The secret of the key that was just made; it cannot be shown again. */
function Secret({ secret }: { secret: string }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    void navigator.clipboard.writeText(secret).then(
      () => announce(t('keys.copied')),
      () => announce(t('keys.not_copied')),
    );
  return (
    <div className="note note-good">
      <h3 ref={heading} tabIndex={-1}>
        {t('keys.once')}
      </h3>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <Button onClick={copy}>{t('keys.copy')}</Button>
    </div>
  );
}

/** Makes a key with a name and what it may do. */
export function MakeKey({ scopes }: { scopes: readonly string[] }) {
  const t = useT();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [lacking, setLacking] = useState(false);
  const make = useChange('POST /api/v1/keys');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(chosen.length === 0);
    if (chosen.length === 0) return;
    const done = () => {
      setName('');
      setChosen([]);
    };
    make.mutate({ body: { name, scopes: chosen } }, { onSuccess: done });
  };
  return (
    <section aria-labelledby="make-key">
      <h2 id="make-key">{t('keys.make_title')}</h2>
      {make.data ? <Secret key={make.data.id} secret={make.data.secret} /> : null}
      <form onSubmit={submit} className="stack narrow">
        <TextInput
          label={t('keys.name')}
          description={t('keys.name_hint')}
          required
          withAsterisk={false}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('keys.scopes')} value={chosen} onChange={setChosen}>
          <div className="ticks scopes">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} />
            ))}
          </div>
        </Checkbox.Group>
        {lacking ? <p role="alert">{t('keys.choose')}</p> : null}
        <ErrorNote error={make.error} />
        <div className="acts">
          <Button type="submit" variant="filled" aria-disabled={make.isPending}>
            {make.isPending ? t('busy') : t('keys.make')}
          </Button>
        </div>
      </form>
    </section>
  );
}
