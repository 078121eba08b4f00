import { NativeSelect, Textarea } from '@mantine/core';
import { isLanguage, languages } from '../../../../surveys/language.ts';
import {
  drawingAlt,
  drawingCodes,
  drawingSvg,
  isDrawing,
  ownPictureId,
} from '../../../../surveys/pictures/pictures.ts';
import type { Answer } from '../../../shared/api.ts';
import { fileAddress } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { language as consoleLanguage, useT } from '../../words.ts';
import type { Easy, EasyWords } from './easy-words.tsx';

type Brought = Answer<'GET /api/v1/pictures'>['items'][number];

interface EasyQuestionProps {
  question: EasyWords['questions'][number];
  language: string;
  brought: readonly Brought[];
  onChange: (easy: Easy) => void;
}

const addressOf = (picture: string): string => {
  if (isDrawing(picture)) return `data:image/svg+xml,${encodeURIComponent(drawingSvg(picture))}`;
  return fileAddress('GET /api/v1/pictures/{id}/image', { params: { id: ownPictureId(picture) ?? '' } });
};

/** One question as it stands, with the easier words and the picture that go beside it. */
export function EasyQuestion({ question, language, brought, onChange }: EasyQuestionProps) {
  const t = useT();
  const { id, number, exact, words, picture, warnings } = question;
  const dir = isLanguage(language) ? languages[language].dir : 'ltr';
  const name = t('easy.question', { number });
  const ours = consoleLanguage() === 'cy' ? 'cy' : 'en';
  const choices = [
    { value: '', label: t('easy.no_picture') },
    ...drawingCodes.map((code) => ({ value: code, label: drawingAlt(code, ours) })),
    ...brought.map((one) => ({ value: one.name, label: one.alt[ours] ?? one.alt.en ?? one.name })),
  ];
  return (
    <li className="easy-question">
      <div className="easy-picture">{picture === null ? null : <img src={addressOf(picture)} alt="" />}</div>
      <div className="stack">
        <h2>{name}</h2>
        {exact === '' ? <p className="soft">{t('easy.no_exact')}</p> : null}
        <p lang={language} dir={dir}>
          <b>{exact}</b>
        </p>
        <Textarea
          label={
            <>
              {t('easy.words')} <span className="unseen">({name})</span>
            </>
          }
          value={words}
          lang={language}
          dir={dir}
          autosize
          maxLength={600}
          onChange={(event) => onChange({ words: event.currentTarget.value, picture })}
        />
        <NativeSelect
          label={
            <>
              {t('easy.picture')} <span className="unseen">({name})</span>
            </>
          }
          value={picture ?? ''}
          data={choices}
          onChange={(event) => onChange({ words, picture: event.currentTarget.value || null })}
        />
        {warnings.length > 0 ? (
          <ul className="soft" id={`warnings-${id}`}>
            {warnings.map((sentence) => (
              <li key={sentence}>
                <Said>{sentence}</Said>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
