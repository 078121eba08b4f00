import { isLanguage, languages } from '../../../../surveys/language.ts';
import { useT } from '../../words.ts';
import type { Edition } from './edition.tsx';

/** The script of a recording, track by track, as it is read out. */
export function Tracks({ edition: { tracks, language } }: { edition: Edition }) {
  const t = useT();
  const dir = isLanguage(language) ? languages[language].dir : 'ltr';
  return tracks.map(({ number, name, lines, personal }) => (
    <section key={number}>
      <h2>{t('edition.track', { number, name })}</h2>
      {personal ? <p className="soft">{t('edition.personal')}</p> : null}
      <div lang={language} dir={dir}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may be read twice
          <p key={place}>{line}</p>
        ))}
      </div>
    </section>
  ));
}
