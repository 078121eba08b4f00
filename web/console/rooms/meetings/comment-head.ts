import { sayDay } from '../../say.ts';
import { type Translate, wordOf } from '../../words.ts';
import type { Comment } from './meeting-page.tsx';

/** "N Khan, email, 3 May". */
export const headOf = ({ who, mode, receivedAt }: Comment, t: Translate): string =>
  t('comments.head', {
    who,
    mode: mode === 'email' || mode === 'post' ? wordOf('channel', mode).toLowerCase() : wordOf('mode', mode),
    day: sayDay(receivedAt),
  });
