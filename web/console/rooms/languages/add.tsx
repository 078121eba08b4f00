import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { useGo } from '../../go.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Languages } from './translation.ts';

type Addable = Languages['addable'][number];

interface AddProps {
  id: string;
  languages: readonly Addable[];
  may: boolean;
}

/** Each with how many asked for it, and the way to add it: what the bank has is filled in, then its words are shown. */
function AddList({ id, languages, may }: AddProps) {
  const t = useT();
  const go = useGo();
  const add = useChange('POST /api/v1/questionnaires/{id}/languages');
  const start = (language: string) =>
    add.mutate(
      { params: { id }, body: { language } },
      {
        onSuccess: ({ filled }) => {
          announce(t('tongues.added', { count: filled }));
          go(`/questionnaires/${id}/languages/${language}`);
        },
      },
    );
  return (
    <>
      <ErrorNote error={add.error} />
      <ul className="add-languages">
        {languages.map(({ language, english, residents }) => (
          <li key={language} className="row">
            <span>
              {residents > 0
                ? t('tongues.asked', { count: residents, name: english })
                : t('tongues.offered', { name: english })}
            </span>
            {may ? (
              <Button aria-disabled={add.isPending} onClick={() => start(language)}>
                {t('tongues.add', { name: english })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const english = new Intl.DisplayNames('en', { type: 'language' });

/** The name of a language we have no phrases in; what is no code is shown as it is. */
function nameOf(code: string): string {
  try {
    return english.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What residents asked for first, then what the landlord offers, then the rest. */
export function AddLanguages({ languages, may }: { languages: Languages; may: boolean }) {
  const t = useT();
  const { id, addable, unknown } = languages;
  const wanted = addable.filter(({ residents, offered }) => residents > 0 || offered);
  const others = addable.filter((one) => !wanted.includes(one));
  if (wanted.length + others.length + unknown.length === 0) return null;
  return (
    <section aria-labelledby="add-language">
      <h2 id="add-language">{t('tongues.add_title')}</h2>
      {wanted.length > 0 ? <AddList id={id} languages={wanted} may={may} /> : null}
      {unknown.map(({ language, residents }) => (
        <p key={language}>{t('tongues.unknown', { count: residents, language: nameOf(language) })}</p>
      ))}
      {others.length > 0 && may ? (
        <details className="gap-small">
          <summary>{t('tongues.more')}</summary>
          <Others id={id} languages={others} />
        </details>
      ) : null}
    </section>
  );
}

function Others({ id, languages }: Omit<AddProps, 'may'>) {
  const t = useT();
  const go = useGo();
  const add = useChange('POST /api/v1/questionnaires/{id}/languages');
  return (
    <div className="acts gap-small">
      {languages.map(({ language, english: name }) => (
        <Button
          key={language}
          aria-disabled={add.isPending}
          onClick={() =>
            add.mutate(
              { params: { id }, body: { language } },
              { onSuccess: () => go(`/questionnaires/${id}/languages/${language}`) },
            )
          }
        >
          {t('tongues.add', { name })}
        </Button>
      ))}
      <ErrorNote error={add.error} />
    </div>
  );
}
