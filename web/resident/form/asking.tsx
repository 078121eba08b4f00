import { type KeyboardEvent, useRef, useState } from 'react';
import type { Model, Question } from 'survey-core';
import { Survey } from 'survey-react-ui';
import { posted } from './model.ts';
import type { AskedPage } from './page.ts';

interface AskingProps {
  model: Model;
  question: Question;
  page: AskedPage;
  /** Sends what the page would send; `waiting` is called when it cannot be saved yet. */
  onSend: (body: URLSearchParams, waiting: () => void) => void;
}

/** One question with its buttons, as the page has them. */
export function Asking({ model, question, page, onSend }: AskingProps) {
  const [told, setTold] = useState('');
  const sending = useRef(false);
  const send = (act: 'save' | 'skip') => {
    if (sending.current) return;
    sending.current = true;
    onSend(posted(question, act), () => setTold(page.trying));
  };
  const pressed = ({ key, target }: KeyboardEvent) => {
    if (key === 'Enter' && target instanceof HTMLInputElement) send('save');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a box sends, as it does in the form of a page
    <div onKeyDown={pressed}>
      <Survey model={model} />
      <div className="acts">
        <button type="button" onClick={() => send('save')}>
          {page.save}
        </button>
        <button type="button" className="link" onClick={() => send('skip')}>
          {page.skip}
        </button>
      </div>
      <p role="status">{told}</p>
    </div>
  );
}
